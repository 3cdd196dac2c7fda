// SPDX-License-Identifier: Apache-2.0
// G01 date present, G02 in the past, G03 lead time and cut-off, G04 delivery day.

#include "base/text.hpp"
#include "check/calendar.hpp"
#include "check/families.hpp"

#include <algorithm>

namespace besteld {

namespace {

using std::chrono::days;

std::string range_text(const DateSpec& spec) {
    const DayRange range = day_range(spec);
    switch (spec.kind) {
    case DateKind::by:
        return cat("by ", to_iso(*range.last));
    case DateKind::window:
    case DateKind::week:
        return cat(range.first ? to_iso(*range.first) : std::string{}, " to ", to_iso(*range.last));
    case DateKind::on:
    case DateKind::not_before:
    case DateKind::none:
    case DateKind::asap:
        break;
    }
    return range.last ? to_iso(*range.last) : std::string{};
}

std::string days_late(Date wanted, Date possible) {
    const auto count = (possible - wanted).count();
    return cat("+", count, count == 1 ? " day" : " days");
}

Finding date_finding(const Inquiry& inquiry, Check check, LineIndex line,
                     const Sourced<DateSpec>& requested, std::string agreed) {
    Finding finding =
        new_finding(inquiry, check, line, range_text(requested.value), std::move(agreed));
    quote(finding, requested.place,
          requested.value.raw.empty() ? finding.ordered : requested.value.raw);
    return finding;
}

void offer_day(const Inquiry& inquiry, Finding& finding, Date day) {
    suggest(finding, Resolution::accept_agreed, to_iso(day));
    set_consequence(finding, Resolution::accept_agreed,
                    cat(subject_of(inquiry, finding.line), " is confirmed for ", to_iso(day),
                        "; the customer is told"));
}

std::string lead_time_trace(const Inquiry& inquiry) {
    const auto& agreement = inquiry.terms.agreement;
    const std::string cut_off =
        agreement && !agreement->cut_off.empty() ? cat("cut-off ", agreement->cut_off, ", ") : "";
    return cat(cut_off, "counts as received on ",
               to_iso(counting_day(inquiry.terms, inquiry.origins.received_at)), ", lead time ",
               agreement ? agreement->lead_days : 0, " working days");
}

// The day of the first hand-over: with a despatch or pick-up date that is when the goods leave.
Date first_possible(const Inquiry& inquiry, const DateSpec& spec) {
    if (spec.meaning == Meaning::delivery)
        return first_feasible_delivery(inquiry.terms, inquiry.order.ship_to_id,
                                       inquiry.origins.received_at);
    // Transport is part of the lead time and not known apart: the earliest is the day that counts.
    return counting_day(inquiry.terms, inquiry.origins.received_at);
}

void check_one(const Inquiry& inquiry, Findings& findings, LineIndex line,
               const Sourced<DateSpec>& requested) {
    const DateSpec& spec = requested.value;
    const DayRange range = day_range(spec);
    if (!range.last) return; // asap and not_before can always be met
    const Terms& terms = inquiry.terms;
    const std::string& ship_to = inquiry.order.ship_to_id;
    const Date possible = first_possible(inquiry, spec);
    if (*range.last < inquiry.today) {
        Finding finding = date_finding(inquiry, Check::date_in_past, line, requested,
                                       cat("from ", to_iso(inquiry.today)));
        finding.trace = cat("today is ", to_iso(inquiry.today));
        finding.passes_if = "the date is today or later";
        offer_day(inquiry, finding, possible);
        findings.push_back(std::move(finding));
        return;
    }
    if (*range.last < possible) {
        Finding finding =
            date_finding(inquiry, Check::lead_time_too_short, line, requested, to_iso(possible));
        finding.difference = days_late(*range.last, possible);
        finding.trace = lead_time_trace(inquiry);
        finding.passes_if = cat("the date is ", to_iso(possible), " or later");
        offer_day(inquiry, finding, possible);
        findings.push_back(std::move(finding));
    }
    if (spec.meaning != Meaning::delivery) return;
    // "By" is met by any earlier delivery day from the first possible one on.
    const Date from = range.first.value_or(std::min(possible, *range.last));
    if (last_delivery_day(terms, ship_to, from, *range.last)) return;
    const Date next = next_delivery_day(terms, ship_to, std::max(possible, *range.last));
    Finding finding =
        date_finding(inquiry, Check::not_a_delivery_day, line, requested, to_iso(next));
    finding.difference = days_late(*range.last, next);
    finding.trace = cat("weekday ", iso_weekday(*range.last),
                        " of 7 or a holiday; next delivery day ", to_iso(next));
    finding.passes_if = "the date is a delivery day of the ship-to and no holiday of ours";
    offer_day(inquiry, finding, next);
    findings.push_back(std::move(finding));
}

bool names_a_date(const std::optional<Sourced<DateSpec>>& requested) {
    return requested && requested->value.kind != DateKind::none;
}

// A date that is stated but that nobody can make a day of.
bool is_unreadable(const Sourced<DateSpec>& requested) {
    const DateSpec& spec = requested.value;
    if (spec.kind == DateKind::asap || spec.kind == DateKind::none) return false;
    const DayRange range = day_range(spec);
    return spec.kind == DateKind::not_before ? !range.first : !range.last;
}

void date_missing(const Inquiry& inquiry, Findings& findings, LineIndex line,
                  const std::string& written, const Place& place) {
    Finding finding =
        new_finding(inquiry, Check::delivery_date_missing, line, written, "a delivery date");
    finding.passes_if = "the order names a delivery date";
    finding.trace = lead_time_trace(inquiry);
    quote(finding, place, written);
    offer_day(inquiry, finding,
              first_feasible_delivery(inquiry.terms, inquiry.order.ship_to_id,
                                      inquiry.origins.received_at));
    findings.push_back(std::move(finding));
}

void check_stated(const Inquiry& inquiry, Findings& findings, LineIndex line,
                  const Sourced<DateSpec>& requested) {
    if (is_unreadable(requested))
        date_missing(inquiry, findings, line, requested.value.raw, requested.place);
    else
        check_one(inquiry, findings, line, requested);
}

} // namespace

void check_dates(const Inquiry& inquiry, Findings& findings) {
    const auto& of_order = inquiry.order.requested;
    // One date for the whole order is one finding, however many lines it holds for.
    if (names_a_date(of_order)) check_stated(inquiry, findings, header, *of_order);
    bool missing = false;
    for (const OrderLine& line : inquiry.order.lines) {
        if (!names_a_date(line.requested))
            missing = true;
        else if (!of_order || line.requested->value != of_order->value)
            check_stated(inquiry, findings, line.index, *line.requested);
    }
    if (missing) date_missing(inquiry, findings, header, "none", {});
}

} // namespace besteld
