// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/xlsx_sheet.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace besteld::parsers {

namespace {

constexpr std::size_t kept_digits = 15;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Digits {
    std::string text;       // without point
    std::int64_t point = 0; // how many of them stand before the point
    bool negative = false;
};

// "-1.25E-3"; false when it is no number
bool take_apart(std::string_view stored, Digits& out) {
    std::size_t i = 0;
    if (i < stored.size() && (stored[i] == '-' || stored[i] == '+'))
        out.negative = stored[i++] == '-';
    bool point_seen = false;
    for (; i < stored.size() && (is_digit(stored[i]) || (stored[i] == '.' && !point_seen)); ++i) {
        if (stored[i] == '.')
            point_seen = true;
        else
            out.text += stored[i];
        if (!point_seen) out.point = static_cast<std::int64_t>(out.text.size());
    }
    if (out.text.empty()) return false;
    if (i == stored.size()) return true;
    if (stored[i] != 'E' && stored[i] != 'e') return false;
    int exponent = 0;
    auto rest = stored.substr(i + 1);
    if (rest.starts_with('+')) rest.remove_prefix(1);
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    out.point += exponent;
    return fault == std::errc() && end == rest.data() + rest.size() && exponent > -40 &&
           exponent < 40;
}

// Half away from zero, at the fifteenth significant digit.
void round(Digits& number) {
    const auto first = number.text.find_first_not_of('0');
    if (first == std::string::npos || number.text.size() - first <= kept_digits) return;
    const std::size_t keep = first + kept_digits;
    bool carry = number.text[keep] >= '5';
    std::fill(number.text.begin() + static_cast<std::ptrdiff_t>(keep), number.text.end(), '0');
    for (std::size_t i = keep; carry && i > 0; --i) {
        carry = number.text[i - 1] == '9';
        number.text[i - 1] = carry ? '0' : static_cast<char>(number.text[i - 1] + 1);
    }
    if (carry) {
        number.text.insert(0, "1");
        ++number.point;
    }
}

} // namespace

std::string plain_number(std::string_view stored) {
    Digits number;
    if (!take_apart(stored, number)) return std::string(stored);
    round(number);
    if (number.point < 0) {
        number.text.insert(0, static_cast<std::size_t>(-number.point), '0');
        number.point = 0;
    }
    const auto point = static_cast<std::size_t>(number.point);
    if (point > number.text.size()) number.text.append(point - number.text.size(), '0');
    std::string whole = number.text.substr(0, point);
    std::string fraction = number.text.substr(point);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    if (whole.empty()) whole = "0";
    if (fraction.size() == 3) fraction += '0';
    const bool zero = whole == "0" && fraction.empty();
    return cat(number.negative && !zero ? "-" : "", whole, fraction.empty() ? "" : ".", fraction);
}

bool shows_date(std::string_view format_code) {
    bool day_or_year = false;
    for (std::size_t i = 0; i < format_code.size(); ++i) {
        const char c = format_code[i];
        if (c == '"' || c == '[') { // quoted text; [Red], [$-409]
            const auto end = format_code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == ';') {
            break; // the other sections are for negative numbers, zero and text
        } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
            day_or_year = true;
        } else if (c == '0' || c == '#' || c == '?') {
            return false;
        }
    }
    return day_or_year;
}

// Day 1 is 1 January 1900; because day 60 stands for a 29 February that never was, days count from
// 30 December 1899 behind it.
std::string date_of_serial(std::string_view stored, bool from_1904) {
    int days = 0;
    const auto whole = stored.substr(0, stored.find('.'));
    const auto [end, fault] = std::from_chars(whole.data(), whole.data() + whole.size(), days);
    if (fault != std::errc() || end != whole.data() + whole.size()) return {};
    if (days < (from_1904 ? 0 : 61) || days > 2'958'465) return {};
    const Date base = from_1904 ? make_date(1904, 1, 1) : make_date(1899, 12, 30);
    return to_iso(base + std::chrono::days(days));
}

} // namespace besteld::parsers
