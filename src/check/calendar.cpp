// SPDX-License-Identifier: Apache-2.0
#include "check/calendar.hpp"

#include "base/zone.hpp"

#include <algorithm>
#include <charconv>

namespace besteld {

namespace {

using std::chrono::days;

// Longer than any run of closed days; ends a search in a calendar that never opens.
constexpr int search_days = 400;

// "12:00" as time since midnight; nothing when it is no time of day.
std::optional<std::chrono::minutes> clock_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    int hours = 0;
    int minutes = 0;
    const auto h = std::from_chars(text.data(), text.data() + 2, hours);
    const auto m = std::from_chars(text.data() + 3, text.data() + 5, minutes);
    if (h.ec != std::errc{} || m.ec != std::errc{} || hours < 0 || hours > 24 || minutes < 0 ||
        minutes > 59)
        return std::nullopt;
    return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

bool is_holiday(const Seller& seller, Date date) {
    return std::ranges::find(seller.holidays, date) != seller.holidays.end();
}

std::string delivery_weekdays(const Terms& terms, const std::string& ship_to_id) {
    for (const ShipTo& ship_to : terms.ship_tos) {
        if (ship_to.id == ship_to_id && !ship_to.delivery_weekdays.empty())
            return ship_to.delivery_weekdays;
    }
    if (terms.agreement && !terms.agreement->delivery_weekdays.empty())
        return terms.agreement->delivery_weekdays;
    return "12345";
}

} // namespace

bool is_working_day(const Seller& seller, Date date) {
    return iso_weekday(date) <= 5 && !is_holiday(seller, date);
}

Date add_working_days(const Seller& seller, Date from, int count) {
    Date date = from;
    for (int i = 0; i < search_days && !is_working_day(seller, date); ++i)
        date += days(1);
    for (; count > 0; --count) {
        date += days(1);
        for (int i = 0; i < search_days && !is_working_day(seller, date); ++i)
            date += days(1);
    }
    return date;
}

Date counting_day(const Terms& terms, Instant received_at) {
    const LocalTime local = Zone(terms.seller.zone).local(received_at);
    const auto cut_off = terms.agreement ? clock_time(terms.agreement->cut_off) : std::nullopt;
    // A day on which we are closed has no cut-off to miss: what comes in then counts from the next
    // one.
    const bool late =
        cut_off && local.since_midnight > *cut_off && is_working_day(terms.seller, local.date);
    return add_working_days(terms.seller, late ? local.date + days(1) : local.date, 0);
}

bool is_delivery_day(const Terms& terms, const std::string& ship_to_id, Date date) {
    const char digit = static_cast<char>('0' + iso_weekday(date));
    return delivery_weekdays(terms, ship_to_id).find(digit) != std::string::npos &&
           !is_holiday(terms.seller, date);
}

Date next_delivery_day(const Terms& terms, const std::string& ship_to_id, Date from) {
    for (int i = 0; i < search_days; ++i) {
        if (is_delivery_day(terms, ship_to_id, from + days(i))) return from + days(i);
    }
    return from;
}

std::optional<Date> last_delivery_day(const Terms& terms, const std::string& ship_to_id, Date from,
                                      Date to) {
    Date date = to;
    for (int i = 0; i < search_days && date >= from; ++i, date -= days(1)) {
        if (is_delivery_day(terms, ship_to_id, date)) return date;
    }
    return std::nullopt;
}

Date first_feasible_delivery(const Terms& terms, const std::string& ship_to_id,
                             Instant received_at) {
    const int lead_days = terms.agreement ? terms.agreement->lead_days : 0;
    const Date ready = add_working_days(terms.seller, counting_day(terms, received_at), lead_days);
    return next_delivery_day(terms, ship_to_id, ready);
}

DayRange day_range(const DateSpec& spec) {
    const auto date_of = [](const std::optional<std::string>& text) {
        return text ? parse_iso_date(*text) : std::nullopt;
    };
    switch (spec.kind) {
    case DateKind::on:
        return {.first = date_of(spec.start), .last = date_of(spec.start)};
    case DateKind::by:
        return {.first = std::nullopt, .last = date_of(spec.start)};
    case DateKind::not_before:
        return {.first = date_of(spec.start), .last = std::nullopt};
    case DateKind::window:
    case DateKind::week:
        return {.first = date_of(spec.start), .last = date_of(spec.end)};
    case DateKind::none:
    case DateKind::asap:
        break;
    }
    return {};
}

Date planned_day(const Terms& terms, const std::string& ship_to_id, const DateSpec* requested,
                 Instant received_at) {
    const Date feasible = first_feasible_delivery(terms, ship_to_id, received_at);
    const DayRange range = requested != nullptr ? day_range(*requested) : DayRange{};
    const Date from = std::max(feasible, range.first.value_or(feasible));
    if (range.last) {
        if (const auto day = last_delivery_day(terms, ship_to_id, from, *range.last)) return *day;
    }
    return next_delivery_day(terms, ship_to_id, from);
}

} // namespace besteld
