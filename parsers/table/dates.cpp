// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"
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

// First letters of the months in English, Dutch, German and French, in the order in which they are
// tried.
constexpr std::array<std::pair<std::string_view, unsigned>, 28> months = {{
    {"jan", 1},  {"feb", 2},  {"fév", 2},  {"fev", 2},  {"mar", 3},  {"mrt", 3},  {"maa", 3},
    {"mär", 3},  {"apr", 4},  {"avr", 4},  {"may", 5},  {"mei", 5},  {"mai", 5},  {"juin", 6},
    {"jun", 6},  {"juil", 7}, {"jul", 7},  {"aug", 8},  {"aoû", 8},  {"aou", 8},  {"sep", 9},
    {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"déc", 12}, {"mär", 3},
}};

struct DateParts {
    std::array<int, 3> number{}; // as written; a month written as a word is in `month`
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
    unsigned month = 0;
    char separator = 0;
};

unsigned month_by_word(std::string_view word) {
    const auto folded = fold_case(word);
    for (const auto& [start, month] : months)
        if (folded.starts_with(start)) return month;
    return 0;
}

// The first three numbers, one of which may be a month's name; a time behind them is left alone.
std::optional<DateParts> take_apart(std::string_view text) {
    DateParts parts;
    std::size_t at = 0;
    while (at < text.size() && parts.count + (parts.month ? 1 : 0) < 3) {
        const char c = text[at];
        if (is_digit(c)) {
            auto end = at;
            while (end < text.size() && is_digit(text[end]))
                ++end;
            if (end - at > 8) return {};
            parts.number[parts.count] = std::stoi(std::string(text.substr(at, end - at)));
            parts.digits[parts.count++] = end - at;
            at = end;
        } else if (static_cast<unsigned char>(c) >= 0x80 || (c | 0x20) >= 'a') {
            auto end = at;
            while (end < text.size() &&
                   (static_cast<unsigned char>(text[end]) >= 0x80 || (text[end] | 0x20) >= 'a'))
                ++end;
            const auto word = text.substr(at, end - at);
            if (const auto month = month_by_word(word))
                parts.month = month;
            else if (word != "年" && word != "月" && word != "日" && word != "T")
                return {};
            at = end;
        } else {
            if (parts.separator == 0 && parts.count == 1) parts.separator = c;
            ++at;
        }
    }
    if (parts.count + (parts.month ? 1 : 0) < 3 && !(parts.count == 1 && parts.digits[0] == 8))
        return {};
    return parts;
}

int full_year(int year, std::size_t digits) {
    if (digits > 2) return year;
    return year < 50 ? 2000 + year : 1900 + year; // domain.md 2.3: pivot at 50
}

std::optional<std::string> iso(int year, std::size_t year_digits, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31 || year_digits == 3) return {};
    const auto date = valid_date(full_year(year, year_digits), static_cast<unsigned>(month),
                                 static_cast<unsigned>(day));
    return date ? std::optional(to_iso(*date)) : std::nullopt;
}

std::optional<std::string> in_order(const DateParts& p, DateOrder order) {
    switch (order) {
    case DateOrder::ymd:
        return iso(p.number[0], p.digits[0], p.number[1], p.number[2]);
    case DateOrder::mdy:
        return iso(p.number[2], p.digits[2], p.number[0], p.number[1]);
    case DateOrder::dmy:
        return iso(p.number[2], p.digits[2], p.number[1], p.number[0]);
    case DateOrder::unknown:
        break;
    }
    return {};
}

DateOrder proved(const DateParts& p) {
    if (p.count < 3) return DateOrder::unknown;
    if (p.digits[0] == 4) return DateOrder::ymd;
    if (p.separator == '.') return DateOrder::dmy; // nobody writes the month first with points
    const bool dmy = in_order(p, DateOrder::dmy).has_value();
    const bool mdy = in_order(p, DateOrder::mdy).has_value();
    if (dmy == mdy) return DateOrder::unknown;
    return dmy ? DateOrder::dmy : DateOrder::mdy;
}

std::optional<DateText> only(std::optional<std::string> date) {
    if (!date) return {};
    return DateText{.iso = std::move(*date)};
}

} // namespace

DateOrder order_proved_by(std::string_view text) {
    const auto parts = take_apart(trim(text));
    return parts ? proved(*parts) : DateOrder::unknown;
}

DateOrder order_proved_by_all(const std::vector<std::string_view>& texts) {
    auto found = DateOrder::unknown;
    for (const auto text : texts) {
        const auto one = order_proved_by(text);
        if (one == DateOrder::unknown || one == DateOrder::ymd)
            continue; // ymd proves itself each time
        if (found != DateOrder::unknown && found != one) return DateOrder::unknown;
        found = one;
    }
    return found;
}

std::optional<DateText> read_date(std::string_view text, DateOrder order) {
    const auto parts = take_apart(trim(text));
    if (!parts) return {};
    const auto& p = *parts;
    if (p.count == 1 && p.digits[0] == 8) // CCYYMMDD
        return only(iso(p.number[0] / 10000, 4, p.number[0] / 100 % 100, p.number[0] % 100));
    if (p.month && p.count == 2) {
        if (p.digits[0] == 4)
            return only(iso(p.number[0], 4, static_cast<int>(p.month), p.number[1]));
        return only(iso(p.number[1], p.digits[1], static_cast<int>(p.month), p.number[0]));
    }
    if (p.count < 3) return {};
    const auto own = proved(p);
    if (own != DateOrder::unknown) return only(in_order(p, own));
    if (order != DateOrder::unknown) return only(in_order(p, order));
    const auto dmy = in_order(p, DateOrder::dmy);
    const auto mdy = in_order(p, DateOrder::mdy);
    if (!dmy || !mdy) return {};
    return DateText{.iso = *dmy, .other = *dmy == *mdy ? "" : *mdy};
}

bool is_as_soon_as_possible(std::string_view text) {
    auto plain = fold_case(text);
    std::erase_if(plain, [](char c) { return c == '.' || c == ' ' || c == '!'; });
    constexpr std::array<std::string_view, 11> words = {"asap",
                                                        "zsm",
                                                        "spoed",
                                                        "spoedig",
                                                        "zosnelmogelijk",
                                                        "schnellstmöglich",
                                                        "sofort",
                                                        "baldmöglichst",
                                                        "immediately",
                                                        "dèsquepossible",
                                                        "尽快"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return plain.contains(word); });
}

} // namespace besteld::parsers
