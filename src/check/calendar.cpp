// SPDX-License-Identifier: Apache-2.0
#include "check/calendar.hpp"

#include "base/zone.hpp"
#include "check/own_limits.hpp"

#include <algorithm>
#include <charconv>

namespace besteld {

namespace {

using std::chrono::days;

// Longer than any run of closed days; ends a search in a calendar that never opens.
constexpr int search_days = 400;

bool is_holiday(const Seller& seller, Date date) {
    return std::ranges::find(seller.holidays, date) != seller.holidays.end();
}

// The ship-to's own closed days; ours when it has no calendar, or one of which nothing is known.
bool is_closed(const Terms& terms, const ShipTo* ship_to, Date date) {
    if (ship_to != nullptr && !ship_to->calendar.empty()) {
        const auto own = terms.calendars.find(ship_to->calendar);
        if (own != terms.calendars.end())
            return std::ranges::find(own->second, date) != own->second.end();
    }
    return is_holiday(terms.seller, date);
}

std::string_view delivery_weekdays(const Terms& terms, const ShipTo* ship_to) {
    if (ship_to != nullptr && !ship_to->delivery_weekdays.empty())
        return ship_to->delivery_weekdays;
    if (terms.agreement && !terms.agreement->delivery_weekdays.empty())
        return terms.agreement->delivery_weekdays;
    return "12345";
}

Date next_working_day(const Terms& terms, Date from) {
    return add_working_days(terms.seller, from, 0);
}

} // namespace

std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    int hours = 0;
    int minutes = 0;
    const auto h = std::from_chars(text.data(), text.data() + 2, hours);
    const auto m = std::from_chars(text.data() + 3, text.data() + 5, minutes);
    const bool read = h.ec == std::errc{} && h.ptr == text.data() + 2 && m.ec == std::errc{} &&
                      m.ptr == text.data() + 5;
    const bool fits =
        hours >= 0 && minutes >= 0 && minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0));
    if (!read || !fits) return std::nullopt;
    return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

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
    const auto cut_off = terms.agreement ? time_of_day(terms.agreement->cut_off) : std::nullopt;
    // A day on which we are closed has no cut-off to miss: what comes in then counts from the next
    // one.
    const bool late =
        cut_off && local.since_midnight > *cut_off && is_working_day(terms.seller, local.date);
    return next_working_day(terms, late ? local.date + days(1) : local.date);
}

const ShipTo* find_ship_to(const Terms& terms, const std::string& ship_to_id) {
    const auto found = std::ranges::find(terms.ship_tos, ship_to_id, &ShipTo::id);
    return found != terms.ship_tos.end() ? &*found : nullptr;
}

bool lacks_calendar(const Terms& terms, const std::string& ship_to_id) {
    const ShipTo* ship_to = find_ship_to(terms, ship_to_id);
    return ship_to != nullptr && !ship_to->calendar.empty() &&
           !terms.calendars.contains(ship_to->calendar);
}

bool is_delivery_day(const Terms& terms, const std::string& ship_to_id, Date date) {
    const ShipTo* ship_to = find_ship_to(terms, ship_to_id);
    const char digit = static_cast<char>('0' + iso_weekday(date));
    return delivery_weekdays(terms, ship_to).contains(digit) && !is_closed(terms, ship_to, date);
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

int transport_days_of(const Terms& terms, const std::string& ship_to_id) {
    const int usual = terms.agreement ? terms.agreement->transport_days : 0;
    const ShipTo* ship_to = find_ship_to(terms, ship_to_id);
    return std::max(ship_to != nullptr ? ship_to->transport_days.value_or(usual) : usual, 0);
}

int lead_days_of(const Terms& terms, const std::string& ship_to_id, const std::string& sku) {
    const int agreed = terms.agreement ? terms.agreement->lead_days : 0;
    const auto item = terms.items.find(sku);
    const int wanted = item != terms.items.end() ? item->second.lead_days.value_or(0) : 0;
    const int usual_road = terms.agreement ? std::max(terms.agreement->transport_days, 0) : 0;
    const int road = transport_days_of(terms, ship_to_id);
    // The agreement's lead time holds its own road; a longer or shorter one changes it.
    return std::max(std::max({agreed, wanted, 0}) - usual_road + road, road);
}

Date first_feasible_delivery(const Terms& terms, const std::string& ship_to_id, Instant received_at,
                             const std::string& sku) {
    const Date ready = add_working_days(terms.seller, counting_day(terms, received_at),
                                        lead_days_of(terms, ship_to_id, sku));
    return next_delivery_day(terms, ship_to_id, ready);
}

Date first_feasible_delivery(const Terms& terms, const std::string& ship_to_id,
                             Instant received_at) {
    return first_feasible_delivery(terms, ship_to_id, received_at, {});
}

Date first_feasible_despatch(const Terms& terms, const std::string& ship_to_id, Instant received_at,
                             const std::string& sku) {
    const int at_home = lead_days_of(terms, ship_to_id, sku) - transport_days_of(terms, ship_to_id);
    return add_working_days(terms.seller, counting_day(terms, received_at), std::max(at_home, 0));
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

int late_days_allowed(const Terms& terms, Check check) {
    const int usual = terms.agreement ? std::max(terms.agreement->date_tolerance_days, 0) : 0;
    return own_days(terms, check, usual);
}

Date planned_day(const Terms& terms, const std::string& ship_to_id, const DateSpec* requested,
                 Instant received_at, const std::string& sku) {
    const bool delivered = requested == nullptr || requested->meaning == Meaning::delivery;
    const Date feasible = delivered ? first_feasible_delivery(terms, ship_to_id, received_at, sku)
                                    : first_feasible_despatch(terms, ship_to_id, received_at, sku);
    const DayRange range = requested != nullptr ? day_range(*requested) : DayRange{};
    const Date from = std::max(feasible, range.first.value_or(feasible));
    if (!delivered) {
        // Goods leave on our working days, whatever the ship-to's are.
        if (range.last && *range.last >= from && is_working_day(terms.seller, *range.last))
            return *range.last;
        return next_working_day(terms, from);
    }
    if (range.last) {
        if (const auto day = last_delivery_day(terms, ship_to_id, from, *range.last)) return *day;
    }
    const Date next = next_delivery_day(terms, ship_to_id, from);
    if (!range.last || *range.last < Zone(terms.seller.zone).date_of(received_at)) return next;
    const Check missed =
        *range.last < feasible ? Check::lead_time_too_short : Check::not_a_delivery_day;
    return next - *range.last <= days(late_days_allowed(terms, missed)) ? *range.last : next;
}

} // namespace besteld
