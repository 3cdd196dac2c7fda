// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/mail_date.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "parsers/email/header.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace besteld::parsers::email {

namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> weekdays = {"Mon", "Tue", "Wed", "Thu",
                                                      "Fri", "Sat", "Sun"};
// RFC 5322 4.3; CET and CEST are not in it and are seen daily
constexpr std::array<std::pair<std::string_view, int>, 16> zones = {{
    {"ut", 0},
    {"utc", 0},
    {"gmt", 0},
    {"z", 0},
    {"est", -300},
    {"edt", -240},
    {"cst", -360},
    {"cdt", -300},
    {"mst", -420},
    {"mdt", -360},
    {"pst", -480},
    {"pdt", -420},
    {"cet", 60},
    {"cest", 120},
    {"wet", 0},
    {"bst", 60},
}};

std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string two_digits(unsigned value) {
    return cat(value / 10 % 10, value % 10);
}

// Words without comments; commas separate too.
std::vector<std::string> date_words(std::string_view text) {
    std::vector<std::string> words(1);
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        const bool outside = depth == 0;
        if (c == ')' && depth > 0) --depth;
        if (outside && c != ' ' && c != '\t' && c != ',') {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

struct Parts {
    std::optional<unsigned> day;
    std::optional<unsigned> month;
    std::optional<unsigned> year;
    std::optional<std::string> time;
    std::optional<std::string> zone;
};

// "9:15" or "09:15:00" as "09:15:00"
std::optional<std::string> parse_time(std::string_view text) {
    const auto pieces = split(text.substr(0, text.find('.')), ':');
    if (pieces.size() < 2 || pieces.size() > 3) return std::nullopt;
    const auto hour = number(pieces[0]);
    const auto minute = number(pieces[1]);
    const auto second = pieces.size() == 3 ? number(pieces[2]) : 0U;
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    return cat(two_digits(*hour), ":", two_digits(*minute), ":",
               two_digits(std::min(*second, 59U)));
}

std::optional<std::string> parse_zone(std::string_view text) {
    std::string lower = to_lower_ascii(text);
    if (lower.size() > 3 && (lower.starts_with("gmt") || lower.starts_with("utc")))
        lower.erase(0, 3);
    std::erase(lower, ':');
    if (lower.size() == 5 && (lower[0] == '+' || lower[0] == '-')) {
        const auto digits = number(std::string_view(lower).substr(1));
        if (!digits || *digits % 100 > 59 || *digits / 100 > 23) return std::nullopt;
        return cat(lower[0], two_digits(*digits / 100), ":", two_digits(*digits % 100));
    }
    const auto* found =
        std::ranges::find(zones, lower, [](const auto& zone) { return zone.first; });
    if (found == zones.end()) return std::nullopt;
    const auto minutes = static_cast<unsigned>(std::abs(found->second));
    return cat(found->second < 0 ? "-" : "+", two_digits(minutes / 60), ":",
               two_digits(minutes % 60));
}

std::optional<unsigned> parse_month(std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    const auto* found = std::ranges::find(months, to_lower_ascii(word.substr(0, 3)));
    if (found == months.end()) return std::nullopt;
    return static_cast<unsigned>(found - months.begin()) + 1;
}

// RFC 5322 4.3: two digits up to 49 are 20xx, three digits are 1900 and more.
unsigned full_year(unsigned value, std::size_t digits) {
    if (digits == 2) return value < 50 ? 2000 + value : 1900 + value;
    return digits == 3 ? 1900 + value : value;
}

void take_word(std::string_view word, Parts& parts) {
    const auto value = number(word);
    if (word.contains(':') && !parts.time) {
        parts.time = parse_time(word);
    } else if (value && !parts.day && word.size() <= 2) {
        parts.day = value;
    } else if (value && !parts.year && word.size() >= 2 && word.size() <= 4) {
        parts.year = full_year(*value, word.size());
    } else if (!value && !parts.month && parse_month(word)) {
        parts.month = parse_month(word);
    } else if (parts.time && !parts.zone) {
        parts.zone = parse_zone(word);
    }
}

std::string iso_date_time(std::string_view text) {
    if (text.size() < 16 || !parse_iso_date(text.substr(0, 10)) ||
        (text[10] != 'T' && text[10] != ' '))
        return {};
    const std::size_t zone_at = text.find_first_of("Zz+- ", 11);
    const auto time =
        parse_time(text.substr(11, zone_at == std::string_view::npos ? zone_at : zone_at - 11));
    const auto zone =
        zone_at == std::string_view::npos ? std::nullopt : parse_zone(trim(text.substr(zone_at)));
    return time ? cat(text.substr(0, 10), "T", *time, zone.value_or("-00:00")) : std::string();
}

} // namespace

std::string parse_mail_date(std::string_view raw) {
    const std::string text = unfold(raw);
    if (std::string iso = iso_date_time(text); !iso.empty()) return iso;
    Parts parts;
    for (std::string word : date_words(text)) {
        // "02-Mar-2026" is not in the standard and common
        if (!word.contains(':') && std::ranges::count(word, '-') == 2) {
            for (const auto piece : split(word, '-'))
                take_word(piece, parts);
        } else {
            take_word(word, parts);
        }
    }
    if (!parts.day || !parts.month || !parts.year || !parts.time) return {};
    const auto date = valid_date(static_cast<int>(*parts.year), *parts.month, *parts.day);
    if (!date || *parts.year < 1900) return {};
    return cat(to_iso(*date), "T", *parts.time, parts.zone.value_or("-00:00"));
}

std::string to_mail_date(std::string_view iso) {
    const std::string text = iso_date_time(iso);
    if (text.empty()) return {};
    const std::string_view whole = text;
    const auto date = *parse_iso_date(whole.substr(0, 10));
    const unsigned month = *number(whole.substr(5, 2));
    std::string name(months[month - 1]);
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return cat(weekdays[iso_weekday(date) - 1], ", ", whole.substr(8, 2), " ", name, " ",
               whole.substr(0, 4), " ", whole.substr(11, 8), " ", whole.substr(19, 3),
               whole.substr(23, 2));
}

} // namespace besteld::parsers::email
