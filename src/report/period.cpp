// SPDX-License-Identifier: Apache-2.0
#include "report/period.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace besteld {

namespace {

using std::chrono::days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 3> grain_names{"day", "week", "month"};

Date monday_of(Date day) {
    return day - days(static_cast<int>(iso_weekday(day)) - 1);
}

Period month_of(year_month month) {
    return {Date(month / 1), Date(month / std::chrono::last)};
}

year_month month_of(Date day) {
    const year_month_day date{day};
    return date.year() / date.month();
}

std::string two_digits(unsigned number) {
    return cat(number < 10 ? "0" : "", number);
}

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end || number < 0)
        return std::nullopt;
    return number;
}

std::optional<Period> parse_week(std::string_view text) {
    if (text.size() != 8 || text.substr(4, 2) != "-W") return std::nullopt;
    const auto year = number_of(text.substr(0, 4));
    const auto week = number_of(text.substr(6));
    if (!year || !week) return std::nullopt;
    const auto monday = iso_week_monday(*year, static_cast<unsigned>(*week));
    if (!monday) return std::nullopt;
    return Period{*monday, *monday + days(6)};
}

std::optional<Date> day_a_year_ago(Date day) {
    const auto week = iso_week_of(day);
    const auto monday = iso_week_monday(week.year - 1, week.week);
    if (!monday) return std::nullopt;
    return *monday + (day - monday_of(day));
}

} // namespace

std::string_view name_of(Grain grain) {
    return grain_names.at(static_cast<std::size_t>(grain));
}

std::optional<Grain> grain_by_name(std::string_view name) {
    const auto found = std::ranges::find(grain_names, name);
    if (found == grain_names.end()) return std::nullopt;
    return static_cast<Grain>(found - grain_names.begin());
}

// The week belongs to the year of its Thursday.
IsoWeek iso_week_of(Date day) {
    const Date thursday = monday_of(day) + days(3);
    const year_month_day date{thursday};
    const Date first(date.year() / std::chrono::January / 1);
    return {static_cast<int>(date.year()),
            static_cast<unsigned>((thursday - first).count() / 7) + 1};
}

Period period_of(Grain grain, Date day) {
    switch (grain) {
    case Grain::day:
        return {day, day};
    case Grain::week:
        return {monday_of(day), monday_of(day) + days(6)};
    case Grain::month:
        return month_of(month_of(day));
    }
    return {day, day};
}

std::optional<Period> parse_period(Grain grain, std::string_view text) {
    if (grain == Grain::week) return parse_week(text);
    const auto day = parse_iso_date(grain == Grain::day ? std::string(text) : cat(text, "-01"));
    if (!day) return std::nullopt;
    return period_of(grain, *day);
}

std::string label_of(Grain grain, Date first_day) {
    if (grain == Grain::day) return to_iso(first_day);
    if (grain == Grain::month) return to_iso(first_day).substr(0, 7);
    const auto week = iso_week_of(first_day);
    return cat(week.year, "-W", two_digits(week.week));
}

std::vector<Period> pieces_of(const Period& period, Grain grain) {
    std::vector<Period> pieces;
    for (Date day = period.from; day <= period.to;) {
        const Date last = std::min(period_of(grain, day).to, period.to);
        pieces.push_back({day, last});
        day = last + days(1);
    }
    return pieces;
}

Period before(const Period& piece, Grain grain) {
    const bool whole = piece == period_of(grain, piece.from);
    if (grain == Grain::month && whole)
        return month_of(month_of(piece.from) - std::chrono::months(1));
    if (grain == Grain::week) return {piece.from - days(7), piece.to - days(7)};
    const auto length = piece.to - piece.from + days(1);
    return {piece.from - length, piece.from - days(1)};
}

std::optional<Period> a_year_ago(const Period& piece, Grain grain) {
    if (grain == Grain::month && piece == period_of(grain, piece.from))
        return month_of(month_of(piece.from) - std::chrono::years(1));
    const auto first = day_a_year_ago(piece.from);
    const auto last = day_a_year_ago(piece.to);
    if (!first || !last) return std::nullopt;
    return Period{*first, *last};
}

std::pair<Instant, Instant> instants_of(const Period& period, const Zone& zone) {
    constexpr std::chrono::milliseconds midnight{0};
    return {zone.instant(period.from, midnight), zone.instant(period.to + days(1), midnight)};
}

} // namespace besteld
