// SPDX-License-Identifier: Apache-2.0
// G05 unloading hours, G06 horizon, G07 despatch taken for delivery, and the weeks that people
// number differently.

#include "base/text.hpp"
#include "check/date_words.hpp"
#include "check/delivery_terms.hpp"
#include "check/families.hpp"

#include <algorithm>

namespace besteld {

namespace {

using std::chrono::days;
using std::chrono::minutes;

// 00:00 and the last minute of a day are what systems fill in when nobody named a time (EDIFACT
// 2379 code 203, xs:dateTime).
std::optional<minutes> stated_time(const DateSpec& spec) {
    const auto time = spec.time ? time_of_day(*spec.time) : std::nullopt;
    const bool filled_in = time && (*time == minutes{0} || *time >= minutes{24 * 60 - 1});
    return filled_in ? std::nullopt : time;
}

// Hours may run past midnight. An end that is missing is open.
bool is_within(minutes time, std::optional<minutes> from, std::optional<minutes> to) {
    const bool after = !from || time >= *from;
    const bool before = !to || time <= *to;
    return from && to && *from > *to ? after || before : after && before;
}

// "By 09:00" can be met when the gate opens earlier, "from 14:00" when it closes later.
bool can_unload(const DateSpec& spec, minutes time, std::optional<minutes> from,
                std::optional<minutes> to) {
    if (spec.kind == DateKind::by) return is_within(time, from, std::nullopt);
    if (spec.kind == DateKind::not_before) return is_within(time, std::nullopt, to);
    return is_within(time, from, to);
}

void check_unloading(const Inquiry& inquiry, Findings& findings, LineIndex line,
                     const Sourced<DateSpec>& requested) {
    const ShipTo* ship_to = find_ship_to(inquiry.terms, inquiry.order.ship_to_id);
    const auto time = stated_time(requested.value);
    if (ship_to == nullptr || !time || requested.value.meaning != Meaning::delivery) return;
    const auto from = time_of_day(ship_to->unloading_from);
    const auto to = time_of_day(ship_to->unloading_to);
    if ((!from && !to) || can_unload(requested.value, *time, from, to)) return;
    const std::string hours =
        cat(from ? ship_to->unloading_from : "00:00", " to ", to ? ship_to->unloading_to : "24:00");
    Finding finding = date_finding(inquiry, Check::outside_unloading_hours, line, requested, hours);
    finding.ordered += cat(" ", *requested.value.time);
    const bool early = from && *time < *from;
    const auto gap = early ? *from - *time : *time - to.value_or(*time);
    finding.difference =
        cat(gap.count() / 60, " h ", gap.count() % 60, " min ", early ? "too early" : "too late");
    finding.clause = cat("ship-to ", ship_to->id, ", unloading ", hours);
    finding.trace = "hours on the wall of the ship-to";
    finding.passes_if = cat("the time is within ", hours);
    set_consequence(finding, Resolution::accept_agreed,
                    cat("delivery on the day asked, within ", hours, "; the customer is told"));
    findings.push_back(std::move(finding));
}

void check_horizon(const Inquiry& inquiry, Findings& findings, LineIndex line,
                   const Sourced<DateSpec>& requested) {
    constexpr int usual = 180; // domain.md 4.3
    const DayRange range = day_range(requested.value);
    const auto first = range.first ? range.first : range.last;
    const auto& agreement = inquiry.terms.agreement;
    const int horizon =
        own_days(inquiry.terms, Check::too_far_ahead, agreement ? agreement->horizon_days : usual);
    const Date furthest = inquiry.today + days(horizon);
    if (!first || *first <= furthest) return;
    Finding finding = date_finding(inquiry, Check::too_far_ahead, line, requested,
                                   cat("at most ", to_iso(furthest)));
    finding.difference = days_apart(furthest, *first);
    finding.clause += cat(", ", horizon, " days ahead");
    finding.trace = cat("today is ", to_iso(inquiry.today), ", ", (*first - inquiry.today).count(),
                        " days before the date");
    finding.passes_if = cat("the date is ", to_iso(furthest), " or earlier");
    suggest(finding, Resolution::ask, "");
    set_consequence(finding, Resolution::dismiss,
                    cat("the order is taken for ", to_iso(*first), "; your reason is recorded"));
    findings.push_back(std::move(finding));
}

std::string_view words_of(Meaning meaning) {
    return meaning == Meaning::pickup ? "pick-up" : "despatch";
}

// A despatch date goes with terms under which the buyer fetches or takes over at our door (O17).
// Under a D-term we deliver to his: then the buyer may have meant the delivery.
void check_meaning(const Inquiry& inquiry, Findings& findings, LineIndex line,
                   const Sourced<DateSpec>& requested) {
    const DateSpec& spec = requested.value;
    const DayRange range = day_range(spec);
    const auto day = range.last ? range.last : range.first;
    if (spec.meaning == Meaning::delivery || !day) return;
    const DeliveryTerms stated = stated_delivery_terms(inquiry.draft);
    const DeliveryTerms terms = !stated.incoterm.empty() || !inquiry.terms.agreement
                                    ? stated
                                    : read_delivery_terms(inquiry.terms.agreement->delivery_terms);
    if (!terms.incoterm.starts_with('D')) return;
    const int road = transport_days_of(inquiry.terms, inquiry.order.ship_to_id);
    const Date arrival = next_delivery_day(inquiry.terms, inquiry.order.ship_to_id,
                                           add_working_days(inquiry.terms.seller, *day, road));
    Finding finding =
        date_finding(inquiry, Check::despatch_date_given, line, requested, "a delivery date");
    finding.ordered = cat(words_of(spec.meaning), " ", finding.ordered);
    finding.clause += cat(", ", terms.incoterm, " ", terms.place);
    finding.trace = cat("under ", terms.incoterm, " we bring the goods to the ship-to; leaving on ",
                        to_iso(*day), " they arrive on ", to_iso(arrival));
    finding.passes_if = "the order names a delivery date, or terms under which the buyer fetches";
    suggest(finding, Resolution::correct, to_iso(arrival));
    set_consequence(finding, Resolution::dismiss,
                    cat("it is meant so: the goods leave on ", to_iso(*day)));
    findings.push_back(std::move(finding));
}

struct NumberedWeek {
    int year = 0;
    unsigned number = 0;
};

// The ISO week of a day is that of its Thursday.
NumberedWeek iso_week_of(Date date) {
    const Date thursday = date + days(4) - days(iso_weekday(date));
    const int year = static_cast<int>(std::chrono::year_month_day(thursday).year());
    const auto day_of_year = (thursday - make_date(year, 1, 1)).count();
    return {.year = year, .number = static_cast<unsigned>(day_of_year / 7 + 1)};
}

// Week 1 of a buyer who counts from 1 January begins on that day, whatever weekday it is; week 53
// is what is left (domain.md 2.3).
std::string week_from_january(const NumberedWeek& week) {
    const Date first = make_date(week.year, 1, 1) + days(7 * (static_cast<int>(week.number) - 1));
    return cat(to_iso(first), " to ",
               to_iso(std::min(first + days(6), make_date(week.year, 12, 31))));
}

void check_week(const Inquiry& inquiry, Findings& findings, LineIndex line,
                const Sourced<DateSpec>& requested) {
    const DateSpec& spec = requested.value;
    const DayRange range = day_range(spec);
    const bool numbered =
        std::ranges::any_of(spec.raw, [](char c) { return c >= '0' && c <= '9'; });
    if (spec.kind != DateKind::week || !range.first || !numbered) return;
    const NumberedWeek week = iso_week_of(*range.first);
    if (week.number != 1 && week.number != 53) return;
    const std::string iso = range_text(spec);
    const std::string other = week_from_january(week);
    Finding finding = date_finding(inquiry, Check::delivery_date_missing, line, requested,
                                   cat(iso, " (ISO 8601), or ", other, " (from 1 January)"));
    finding.ordered = cat("week ", week.number, " of ", week.year);
    finding.trace = "at the turn of the year weeks are numbered in two ways";
    finding.passes_if = "the order names a day, or another week";
    suggest(finding, Resolution::accept_agreed, to_iso(*range.last));
    set_consequence(finding, Resolution::accept_agreed,
                    cat("the week is taken as ", iso, "; the customer is told the day"));
    findings.push_back(std::move(finding));
}

void check_limits(const Inquiry& inquiry, Findings& findings, LineIndex line,
                  const Sourced<DateSpec>& requested) {
    if (is_unreadable(requested)) return;
    check_unloading(inquiry, findings, line, requested);
    check_horizon(inquiry, findings, line, requested);
    check_meaning(inquiry, findings, line, requested);
    check_week(inquiry, findings, line, requested);
}

} // namespace

void check_date_limits(const Inquiry& inquiry, Findings& findings) {
    const auto& of_order = inquiry.order.requested;
    if (names_a_date(of_order)) check_limits(inquiry, findings, header, *of_order);
    for (const OrderLine& line : inquiry.order.lines) {
        for (const auto& requested : stated_dates(inquiry, line)) {
            if (!of_order || requested.value != of_order->value)
                check_limits(inquiry, findings, line.index, requested);
        }
    }
}

} // namespace besteld
