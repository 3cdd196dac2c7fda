// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/table/values.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace besteld::parsers {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> currency_signs = {{
    {"EUR", "EUR"},
    {"USD", "USD"},
    {"GBP", "GBP"},
    {"CNY", "CNY"},
    {"RMB", "CNY"},
    {"CHF", "CHF"},
    {"€", "EUR"},
    {"£", "GBP"},
    {"元", "CNY"},
    {"US$", "USD"},
    {"$", ""},
    {"¥", ""},
    {"￥", ""},
    {"kr", ""},
}}; // $, ¥ and kr are used by several countries and name no currency

// The number's digits and marks, what stood before it stripped of currency signs, and the rest.
struct Pieces {
    std::string sign;
    std::string digits; // digits and marks; grouping blanks and apostrophes are gone
    std::string rest;
    std::string currency;
};

void strip_currency(std::string_view& text, std::string& currency) {
    for (const auto& [sign, code] : currency_signs) {
        const bool before = starts_with_ignoring_case(text, sign);
        const bool behind = text.size() >= sign.size() &&
                            equal_ignoring_case(text.substr(text.size() - sign.size()), sign);
        if (before)
            text = trim(text.substr(sign.size()));
        else if (behind)
            text = trim(text.substr(0, text.size() - sign.size()));
        else
            continue;
        if (currency.empty()) currency = code;
        return;
    }
}

std::optional<Pieces> take_apart(std::string_view raw) {
    const std::string blanks =
        replace_all(replace_all(std::string(raw), "\u00A0", " "), "\u202F", " ");
    Pieces pieces;
    std::string_view text = trim(blanks);
    if (text.starts_with('-') || text.starts_with('+')) {
        if (text.front() == '-') pieces.sign = "-";
        text = trim(text.substr(1));
    }
    strip_currency(text, pieces.currency);
    if (pieces.sign.empty() && text.starts_with('-'))
        pieces.sign = "-", text = trim(text.substr(1));
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        const bool group = (c == ' ' || c == '\'') && at > 0 && is_digit(text[at - 1]) &&
                           at + 3 < text.size() && is_digit(text[at + 1]) &&
                           is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
                           (at + 4 == text.size() || !is_digit(text[at + 4]));
        if (is_digit(c) || c == '.' || c == ',')
            pieces.digits += c;
        else if (!group)
            break;
        ++at;
    }
    if (pieces.digits.empty() || std::none_of(pieces.digits.begin(), pieces.digits.end(), is_digit))
        return {};
    if (pieces.digits.back() == ',' || pieces.digits.back() == '.') { // "5.-"
        pieces.digits.pop_back();
        if (text.substr(at).starts_with('-')) ++at;
    }
    pieces.rest = trim(text.substr(at));
    return pieces;
}

// Groups of three, or of two before the last three as in India: "6,15,000".
bool is_grouped(std::string_view whole, char mark) {
    const auto groups = split(whole, mark);
    if (groups.front().empty() || groups.front().size() > 3 || groups.back().size() != 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end() - 1, [](std::string_view group) {
        return group.size() == 2 || group.size() == 3;
    });
}

std::string without(std::string text, char mark) {
    std::erase(text, mark);
    return text;
}

// With `decimal` as the decimal mark; nothing when the digits do not fit that.
std::optional<std::string> with_mark(const std::string& digits, char decimal) {
    const char group = decimal == '.' ? ',' : '.';
    const auto at = digits.find(decimal);
    const std::string whole = digits.substr(0, at);
    const std::string fraction = at == std::string::npos ? "" : digits.substr(at + 1);
    if (fraction.find_first_of(".,") != std::string::npos) return {};
    if (whole.contains(group) && !is_grouped(whole, group)) return {};
    std::string value = without(whole, group);
    if (value.empty()) value = "0";
    if (!fraction.empty()) value += "." + fraction;
    if (!Decimal::parse(value)) return {};
    return value;
}

Mark proved_by_digits(std::string_view digits) {
    const auto points = std::count(digits.begin(), digits.end(), '.');
    const auto commas = std::count(digits.begin(), digits.end(), ',');
    if (points == 0 && commas == 0) return Mark::unknown;
    if (points > 0 && commas > 0)
        return digits.rfind('.') > digits.rfind(',') ? Mark::point : Mark::comma;
    const bool point = points > 0;
    if (points + commas > 1) return point ? Mark::comma : Mark::point; // repeated: it groups
    const auto at = digits.find(point ? '.' : ',');
    const auto behind = digits.size() - at - 1;
    const bool may_group = behind == 3 && at >= 1 && at <= 3 && digits.front() != '0';
    if (may_group) return Mark::unknown;
    return point ? Mark::point : Mark::comma;
}

} // namespace

Mark mark_proved_by(std::string_view text) {
    const auto pieces = take_apart(text);
    return pieces ? proved_by_digits(pieces->digits) : Mark::unknown;
}

Mark mark_proved_by_all(const std::vector<std::string_view>& texts) {
    bool point = false;
    bool comma = false;
    for (const auto text : texts) {
        const auto mark = mark_proved_by(text);
        point = point || mark == Mark::point;
        comma = comma || mark == Mark::comma;
    }
    if (point == comma) return Mark::unknown;
    return point ? Mark::point : Mark::comma;
}

std::optional<NumberText> read_number(std::string_view text, Mark mark) {
    auto pieces = take_apart(text);
    if (!pieces) return {};
    NumberText number{.rest = pieces->rest};
    std::string_view rest = number.rest;
    if (pieces->currency.empty()) strip_currency(rest, pieces->currency);
    number.rest = std::string(rest);
    number.currency = pieces->currency;
    const auto own = proved_by_digits(pieces->digits);
    if (mark == Mark::unknown) mark = own;
    if (mark != Mark::unknown) {
        const auto value = with_mark(pieces->digits, mark == Mark::point ? '.' : ',');
        if (!value) return {};
        number.value = pieces->sign + *value;
        return number;
    }
    const auto as_point = with_mark(pieces->digits, '.');
    const auto as_comma = with_mark(pieces->digits, ',');
    if (!as_point && !as_comma) return {};
    number.value = pieces->sign + (as_point ? *as_point : *as_comma);
    if (as_point && as_comma && Decimal::parse(*as_point) != Decimal::parse(*as_comma)) {
        const bool point_has_decimals = as_point->contains('.');
        number.value = pieces->sign + (point_has_decimals ? *as_point : *as_comma);
        number.other = pieces->sign + (point_has_decimals ? *as_comma : *as_point);
    }
    return number;
}

} // namespace besteld::parsers
