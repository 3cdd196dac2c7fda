// SPDX-License-Identifier: Apache-2.0
// G01 date present, G02 in the past, G03 lead time and cut-off, G04 delivery day.

#include "base/text.hpp"
#include "base/zone.hpp"
#include "check/arithmetic.hpp"
#include "check/date_words.hpp"
#include "check/families.hpp"
#include "check/ship_to_zone.hpp"
#include "order/working_days.hpp"

#include <algorithm>

namespace besteld {

namespace {

using std::chrono::days;

std::string lead_time_trace(const Inquiry& inquiry, const std::string& sku) {
    const auto& terms = inquiry.terms;
    const auto& agreement = terms.agreement;
    const std::string& ship_to = inquiry.order.ship_to_id;
    const std::string cut_off =
        agreement && !agreement->cut_off.empty() ? cat("cut-off ", agreement->cut_off, ", ") : "";
    const int road = transport_days_of(terms, ship_to);
    return cat(cut_off, "counts as received on ",
               to_iso(counting_day(terms, inquiry.origins.received_at)), ", lead time ",
               lead_days_of(terms, ship_to, sku), " working days",
               sku.empty() ? "" : cat(" for ", sku),
               road > 0 ? cat(", of these ", road, " on the road") : "");
}

std::string lead_time_clause(const Inquiry& inquiry, const std::string& clause) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement) return clause;
    return cat(clause, ", lead time ", agreement->lead_days, " working days",
               agreement->cut_off.empty() ? "" : cat(", cut-off ", agreement->cut_off));
}

// With a despatch or pick-up date it is the day on which the goods leave that must be possible.
Date first_possible(const Inquiry& inquiry, const DateSpec& spec, const std::string& sku) {
    const auto& order = inquiry.order;
    const Instant received_at = inquiry.origins.received_at;
    return spec.meaning == Meaning::delivery
               ? first_feasible_delivery(inquiry.terms, order.ship_to_id, received_at, sku)
               : first_feasible_despatch(inquiry.terms, order.ship_to_id, received_at, sku);
}

// A calendar date is read where the goods are to arrive: there it may still be today, or already
// tomorrow. Zones differ by a day at most.
Date today_at_ship_to(const Inquiry& inquiry, Date date) {
    const ShipTo* ship_to = find_ship_to(inquiry.terms, inquiry.order.ship_to_id);
    const bool close = date >= inquiry.today - days(1) && date <= inquiry.today;
    const auto zone =
        ship_to != nullptr && close ? zone_of_country(ship_to->country) : std::string_view{};
    return zone.empty() ? inquiry.today : Zone(zone).date_of(inquiry.now);
}

bool check_past(const Inquiry& inquiry, Findings& findings, LineIndex line,
                const Sourced<DateSpec>& requested, Date last) {
    const Date today = today_at_ship_to(inquiry, last);
    if (last + days(own_days(inquiry.terms, Check::date_in_past, 0)) >= today) return false;
    Finding finding =
        date_finding(inquiry, Check::date_in_past, line, requested, cat("from ", to_iso(today)));
    finding.difference = days_apart(last, today);
    finding.trace = cat("today is ", to_iso(today), " at the ship-to");
    finding.passes_if = "the date is today or later";
    offer_day(inquiry, finding, first_possible(inquiry, requested.value, {}));
    findings.push_back(std::move(finding));
    return true;
}

// To deliver earlier than agreed costs what the agreement says; where it says nothing a lead
// decides.
void offer_rush(const Inquiry& inquiry, Finding& finding, Date wanted) {
    const auto& agreement = inquiry.terms.agreement;
    const Seller& seller = inquiry.terms.seller;
    const Date release = working_days_after(seller, wanted, -std::max(seller.release_lead_days, 0));
    const std::string leave =
        release < inquiry.today
            ? cat("; it should have been released to the warehouse on ", to_iso(release))
            : cat("; it has to be released to the warehouse on ", to_iso(release));
    const bool priced = agreement && agreement->rush_fee;
    for (WayOut& way : finding.ways_out) {
        if (way.resolution == Resolution::accept_ordered) way.lead_only = !priced;
    }
    const std::string fee =
        priced ? cat(money_text(*agreement->rush_fee, inquiry.digits), " ", agreement->currency)
               : std::string{};
    if (priced) {
        finding.money = agreement->rush_fee;
        finding.clause += cat(", rush fee ", fee);
    }
    set_consequence(finding, Resolution::accept_ordered,
                    cat(subject_of(inquiry, finding.line), " is confirmed for ", to_iso(wanted),
                        priced
                            ? cat(" as a rush order, for which the agreement names a fee of ", fee)
                            : std::string(" although the agreement names no rush fee"),
                        leave));
}

void check_lead_time(const Inquiry& inquiry, Findings& findings, LineIndex line,
                     const Sourced<DateSpec>& requested, Date last, const std::string& sku) {
    const Date possible = first_possible(inquiry, requested.value, sku);
    if (last >= possible) return;
    Finding finding =
        date_finding(inquiry, Check::lead_time_too_short, line, requested, to_iso(possible));
    finding.difference = days_apart(last, possible);
    finding.trace = lead_time_trace(inquiry, sku);
    finding.clause = lead_time_clause(inquiry, finding.clause);
    finding.passes_if = cat("the date is ", to_iso(possible), " or later");
    const int allowed = late_days_allowed(inquiry.terms, Check::lead_time_too_short);
    if (possible - last <= days(allowed)) {
        finding.trace += cat("; tolerance ", allowed, " days: confirmed as ordered");
        findings.push_back(as_info(std::move(finding)));
        return;
    }
    offer_day(inquiry, finding, possible);
    offer_rush(inquiry, finding, last);
    findings.push_back(std::move(finding));
}

std::string closed_trace(const Inquiry& inquiry, Date day, Date next) {
    const ShipTo* ship_to = find_ship_to(inquiry.terms, inquiry.order.ship_to_id);
    const bool own = ship_to != nullptr && !ship_to->calendar.empty() &&
                     !lacks_calendar(inquiry.terms, ship_to->id);
    return cat("weekday ", iso_weekday(day), " of 7, or closed in ",
               own ? cat("calendar ", ship_to->calendar) : std::string("our calendar"),
               "; next delivery day ", to_iso(next));
}

void check_delivery_day(const Inquiry& inquiry, Findings& findings, LineIndex line,
                        const Sourced<DateSpec>& requested, const DayRange& range) {
    const Terms& terms = inquiry.terms;
    const std::string& ship_to = inquiry.order.ship_to_id;
    const Date possible = first_possible(inquiry, requested.value, {});
    // "By" is met by any earlier delivery day from the first possible one on.
    const Date from = range.first.value_or(std::min(possible, *range.last));
    if (last_delivery_day(terms, ship_to, from, *range.last)) return;
    const Date next = next_delivery_day(terms, ship_to, std::max(possible, *range.last));
    Finding finding =
        date_finding(inquiry, Check::not_a_delivery_day, line, requested, to_iso(next));
    finding.difference = days_apart(*range.last, next);
    finding.trace = closed_trace(inquiry, *range.last, next);
    finding.passes_if = "the date is a delivery day of the ship-to and no holiday";
    const auto late = next - *range.last;
    if (late <= days(late_days_allowed(terms, Check::not_a_delivery_day))) {
        findings.push_back(as_info(std::move(finding)));
        return;
    }
    offer_day(inquiry, finding, next);
    // domain.md 4.3 G04: the next open day, one day later at most, where deviations were agreed
    // beforehand.
    finding.preagreed = late <= days(1) && terms.agreement &&
                        terms.agreement->deviation_policy == DeviationPolicy::preagreed;
    findings.push_back(std::move(finding));
}

void check_one(const Inquiry& inquiry, Findings& findings, LineIndex line,
               const Sourced<DateSpec>& requested) {
    const DayRange range = day_range(requested.value);
    if (!range.last) return; // asap and not_before can always be met
    if (check_past(inquiry, findings, line, requested, *range.last)) return;
    check_lead_time(inquiry, findings, line, requested, *range.last, {});
    if (requested.value.meaning == Meaning::delivery)
        check_delivery_day(inquiry, findings, line, requested, range);
}

void date_missing(const Inquiry& inquiry, Findings& findings, LineIndex line,
                  const std::string& written, const Place& place) {
    Finding finding =
        new_finding(inquiry, Check::delivery_date_missing, line, written, "a delivery date");
    finding.passes_if = "the order names a delivery date";
    finding.trace = lead_time_trace(inquiry, {});
    quote(finding, place, written);
    offer_day(inquiry, finding,
              first_feasible_delivery(inquiry.terms, inquiry.order.ship_to_id,
                                      inquiry.origins.received_at));
    // The customer's completeness rule may have named the date already, and more gravely.
    const auto said = std::ranges::find_if(
        findings, [&](const Finding& earlier) { return same_finding(earlier, finding); });
    if (said != findings.end()) {
        finding.severity = std::max(finding.severity, said->severity);
        *said = std::move(finding);
        return;
    }
    findings.push_back(std::move(finding));
}

void check_stated(const Inquiry& inquiry, Findings& findings, LineIndex line,
                  const Sourced<DateSpec>& requested) {
    if (is_unreadable(requested))
        date_missing(inquiry, findings, line, requested.value.raw, requested.place);
    else
        check_one(inquiry, findings, line, requested);
}

// An item that needs longer than the agreement says is late by itself; the rest of the order need
// not wait for it.
void check_slow_item(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                     const Sourced<DateSpec>& requested) {
    if (is_unreadable(requested)) return;
    const DayRange range = day_range(requested.value);
    const std::string& ship_to = inquiry.order.ship_to_id;
    const bool slow =
        lead_days_of(inquiry.terms, ship_to, line.sku) > lead_days_of(inquiry.terms, ship_to, {});
    const bool late_anyway =
        range.last &&
        (*range.last < inquiry.today || *range.last < first_possible(inquiry, requested.value, {}));
    if (range.last && slow && !late_anyway)
        check_lead_time(inquiry, findings, line.index, requested, *range.last, line.sku);
}

void check_calendar_known(const Inquiry& inquiry, Findings& findings) {
    if (!lacks_calendar(inquiry.terms, inquiry.order.ship_to_id)) return;
    const ShipTo* ship_to = find_ship_to(inquiry.terms, inquiry.order.ship_to_id);
    findings.push_back(not_evaluated(inquiry, Check::not_a_delivery_day, header,
                                     cat("the closed days of calendar ", ship_to->calendar)));
}

} // namespace

void check_dates(const Inquiry& inquiry, Findings& findings) {
    const auto& of_order = inquiry.order.requested;
    check_calendar_known(inquiry, findings);
    // One date for the whole order is one finding, however many lines it holds for.
    if (names_a_date(of_order)) check_stated(inquiry, findings, header, *of_order);
    bool missing = false;
    for (const OrderLine& line : inquiry.order.lines) {
        for (const auto& requested : stated_dates(inquiry, line)) {
            if (!of_order || requested.value != of_order->value)
                check_stated(inquiry, findings, line.index, requested);
            check_slow_item(inquiry, findings, line, requested);
        }
        missing = missing || !names_a_date(line.requested);
    }
    if (missing) date_missing(inquiry, findings, header, "none", {});
}

} // namespace besteld
