// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <charconv>
#include <cstdio>

namespace besteld {

namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

Date make_date(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

std::optional<Date> valid_date(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (!ymd.ok()) return std::nullopt;
    return Date{ymd};
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return valid_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string to_iso(Date date) {
    const std::chrono::year_month_day ymd{date};
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return buffer;
}

std::string to_iso(Instant instant) {
    const Date day = std::chrono::floor<std::chrono::days>(instant);
    const auto in_day = (instant - day).count();
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%03dZ",
                  static_cast<int>(in_day / 3'600'000), static_cast<int>(in_day / 60'000 % 60),
                  static_cast<int>(in_day / 1'000 % 60), static_cast<int>(in_day % 1'000));
    return to_iso(day) + buffer;
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
    const auto date = parse_iso_date(text.substr(0, 10));
    const auto hour = number(text.substr(11, 2));
    const auto minute = number(text.substr(14, 2));
    const auto second = number(text.substr(17, 2));
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    int millis = 0;
    if (text.size() == 24 && text[19] == '.') {
        const auto parsed = number(text.substr(20, 3));
        if (!parsed) return std::nullopt;
        millis = *parsed;
    } else if (text.size() != 20) {
        return std::nullopt;
    }
    return Instant{*date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + std::chrono::milliseconds{millis};
}

std::int64_t to_millis(Instant instant) {
    return instant.time_since_epoch().count();
}

Instant from_millis(std::int64_t millis) {
    return Instant{std::chrono::milliseconds{millis}};
}

unsigned iso_weekday(Date date) {
    return std::chrono::weekday{date}.iso_encoding();
}

std::optional<Date> iso_week_monday(int year, unsigned week) {
    if (week == 0 || week > 53) return std::nullopt;
    // ISO 8601: week 1 is the week that holds 4 January.
    const Date fourth = make_date(year, 1, 4);
    const Date monday = fourth - std::chrono::days{iso_weekday(fourth) - 1} +
                        std::chrono::days{7 * (static_cast<int>(week) - 1)};
    const Date thursday = monday + std::chrono::days{3};
    if (std::chrono::year_month_day{thursday}.year() != std::chrono::year{year})
        return std::nullopt;
    return monday;
}

} // namespace besteld
