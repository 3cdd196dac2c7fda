// SPDX-License-Identifier: Apache-2.0
// J01 stock on the day of delivery, J02 waiting for production, J03 a shortage against "complete
// only".

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/families.hpp"
#include "check/own_limits.hpp"
#include "check/stock.hpp"
#include "check/stock_demand.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

// "30@2026-03-05;18@2026-03-17": quantities in the ordered unit like the finding's own words, each
// with its day of delivery.
std::string parts_text(const Demand& demand, const Service& service) {
    if (!service.whole) return {};
    const Decimal rest = demand.line.quantity->value - service.now;
    return cat(service.now.to_string(), "@", to_iso(demand.day), ";", rest.to_string(), "@",
               to_iso(*service.whole));
}

std::string trace_of(const Inquiry& inquiry, const Demand& demand, const Service& service) {
    const OrderLine& line = demand.line;
    const Decimal atp = available_on(inquiry.terms, line.sku, demand.day);
    const Decimal promisable = promisable_on(inquiry.terms, line.sku, demand.day);
    return cat(
        "free on ", to_iso(demand.day), ": ", demand.free.to_string(), " ", line.stock_unit,
        demand.before.is_zero() ? ""
                                : cat(" after ", demand.before.to_string(), " of earlier lines"),
        promisable < atp ? cat(", ", (atp - promisable).to_string(), " more are promised later")
                         : "",
        ", wanted ", demand.wanted.to_string(),
        service.by_lead_time ? "; lead time of the item" : "",
        service.from_production ? "; with planned production" : "", "; ",
        age_of_figure(inquiry, line.sku));
}

// Another article in its place: offered only where a rule of base data names one and neither the
// customer nor the order forbids it (L16).
void word_substitute(const Inquiry& inquiry, const Demand& demand, Finding& finding) {
    const auto& lines = inquiry.draft.lines;
    const bool forbidden =
        demand.line.index < lines.size() && lines[demand.line.index].substitution_forbidden;
    const auto other = forbidden ? std::nullopt : substitute_for(inquiry.terms, demand.line.sku);
    if (!other) {
        std::erase_if(finding.ways_out,
                      [](const WayOut& way) { return way.resolution == Resolution::substitute; });
        return;
    }
    const auto needed = times(demand.wanted, other->ratio);
    const bool known = inquiry.terms.stock.contains(other->sku);
    const Decimal free = promisable_on(inquiry.terms, other->sku, demand.day);
    set_consequence(
        finding, Resolution::substitute,
        cat(needed ? needed->to_string() : std::string("?"), " of ", other->sku,
            other->ratio == Decimal{1} ? "" : cat(" (", other->ratio.to_string(), " for one)"),
            known ? cat(", of which ", free.to_string(), " are free on ", to_iso(demand.day))
                  : std::string(", whose stock is not known"),
            other->keep_price ? ", at the price of the old one" : ", at its own price",
            other->needs_consent ? "; the customer is asked first" : "; allowed by the agreement"));
    finding.trace += cat("; ", other->rule);
}

std::string whole_text(const Service& service) {
    if (!service.whole) return ", no receipt planned that would do";
    return cat(", all from ", to_iso(*service.whole));
}

void suggest_service(const Inquiry& inquiry, const Demand& demand, const Service& service,
                     Finding& finding) {
    const bool later = service.whole && *service.whole > demand.day;
    if (service.may_be_split && service.now > Decimal{} && later)
        suggest(finding, Resolution::split, parts_text(demand, service));
    else if (service.whole)
        suggest(finding, Resolution::accept_agreed, to_iso(*service.whole));
    const std::string subject = subject_of(inquiry, demand.line.index);
    if (service.whole)
        set_consequence(finding, Resolution::accept_agreed,
                        cat(subject, " is delivered whole on ", to_iso(*service.whole),
                            "; the customer is told"));
    set_consequence(finding, Resolution::reduce,
                    cat("only ", service.now.to_string(), " ", demand.line.unit,
                        " are confirmed; the rest is dropped"));
    // The order's own word about parts may be stricter or milder than the agreement's.
    if (!inquiry.draft.partial_allowed) return;
    for (WayOut& way : finding.ways_out)
        if (way.resolution == Resolution::split || way.resolution == Resolution::backorder)
            way.lead_only = !allows_parts(inquiry);
}

// At most so much, in stock units, may be missing (the customer's own tolerance).
bool is_within_tolerance(const Inquiry& inquiry, const Demand& demand) {
    const auto allowed = own_limit(inquiry.terms, Check::not_enough_stock);
    return allowed && demand.wanted - demand.free <= *allowed;
}

Finding shortage(const Inquiry& inquiry, const Demand& demand, const Service& service) {
    const OrderLine& line = demand.line;
    Finding finding =
        new_finding(inquiry, Check::not_enough_stock, line.index,
                    cat(quantity_text(line), " on ", to_iso(demand.day)),
                    cat(service.now.to_string(), " ", line.unit, " free", whole_text(service)));
    finding.difference = signed_text(service.now - line.quantity->value, 0);
    finding.clause = cat("stock of ", line.sku);
    finding.trace = trace_of(inquiry, demand, service);
    finding.passes_if = cat("at least ", quantity_text(line), " are free on ", to_iso(demand.day));
    quote(finding, line.quantity->place, cat(quantity_text(line), " ", line.item_text));
    suggest_service(inquiry, demand, service, finding);
    word_substitute(inquiry, demand, finding);
    return is_within_tolerance(inquiry, demand) ? as_info(std::move(finding)) : finding;
}

std::string production_text(const Inquiry& inquiry, const Demand& demand) {
    std::vector<std::string> runs;
    for (const Receipt& receipt : inquiry.terms.stock.at(demand.line.sku).receipts)
        if (receipt.kind == "production")
            runs.push_back(cat(receipt.quantity.to_string(), " ", demand.line.stock_unit,
                               " produced by ", to_iso(receipt.date), ", deliverable from ",
                               to_iso(deliverable_from(inquiry.terms.seller, receipt))));
    return join(runs, "; ");
}

// The day can be kept only if production keeps its own.
Finding production(const Inquiry& inquiry, const Demand& demand, Date day) {
    const OrderLine& line = demand.line;
    Finding finding = new_finding(
        inquiry, Check::waits_for_production, line.index,
        cat(demand.wanted.to_string(), " ", line.stock_unit, " on ", to_iso(demand.day)),
        cat(demand.without_production.to_string(), " ", line.stock_unit,
            " without production, all from ", to_iso(day)));
    finding.difference = signed_text(demand.without_production - demand.wanted, 0);
    finding.clause = cat("stock and production of ", line.sku);
    finding.trace = cat(production_text(inquiry, demand), "; ", age_of_figure(inquiry, line.sku));
    finding.passes_if =
        cat("at least ", demand.wanted.to_string(), " ", line.stock_unit, " are free without it");
    quote(finding, line.quantity->place, cat(quantity_text(line), " ", line.item_text));
    suggest(finding, Resolution::accept_agreed, to_iso(day));
    set_consequence(finding, Resolution::accept_agreed,
                    cat(subject_of(inquiry, line.index), " is promised for ", to_iso(day),
                        ", counting on production"));
    set_consequence(finding, Resolution::ask,
                    "production, or the customer, is asked first; the order waits");
    return finding;
}

// The whole order together: the latest of the days on which each line is complete (domain.md S05).
Finding against_complete(const Inquiry& inquiry, const std::optional<Date>& whole_day,
                         const std::string& short_lines) {
    Finding finding =
        new_finding(inquiry, Check::split_against_complete_delivery, header,
                    cat("all lines together, short: ", short_lines),
                    whole_day ? cat("all on ", to_iso(*whole_day)) : std::string("no day known"));
    const auto& stated = inquiry.draft.partial_allowed;
    finding.clause +=
        stated ? ", complete delivery wanted by the order" : ", complete delivery only";
    if (stated) quote(finding, stated->place, stated->value);
    finding.trace = "the latest day on which every line is there";
    finding.passes_if = "every line is free on the requested day";
    if (whole_day) {
        suggest(finding, Resolution::accept_agreed, to_iso(*whole_day));
        set_consequence(
            finding, Resolution::accept_agreed,
            cat("the whole order is delivered on ", to_iso(*whole_day), "; the customer is told"));
    }
    return finding;
}

struct Tally {
    std::vector<std::string> short_lines;
    std::optional<Date> whole_day = Date{};
};

void check_line(const Inquiry& inquiry, Findings& findings, const Demand& demand, Tally& tally) {
    const bool is_short = demand.is_short();
    std::optional<Date> day = demand.day;
    bool produced = demand.without_production < demand.wanted;
    if (is_short) {
        const Service service = service_of(inquiry, demand);
        Finding finding = shortage(inquiry, demand, service);
        if (finding.severity != FindingSeverity::info)
            tally.short_lines.push_back(demand.line.buyer_line);
        findings.push_back(std::move(finding));
        day = service.whole;
        produced = service.from_production;
    }
    if (produced && day) findings.push_back(production(inquiry, demand, *day));
    if (tally.whole_day)
        tally.whole_day = day ? std::optional(std::max(*tally.whole_day, *day)) : std::nullopt;
}

} // namespace

void check_stock(const Inquiry& inquiry, Findings& findings) {
    std::map<std::string, Decimal> taken;
    std::vector<std::string> unknown;
    Tally tally;
    for (const OrderLine& line : inquiry.order.lines) {
        const auto demand = demand_of(inquiry, line, taken);
        if (!demand) continue;
        if (inquiry.terms.stock.contains(line.sku))
            check_line(inquiry, findings, *demand, tally);
        else
            unknown.push_back(line.sku);
    }
    if (!unknown.empty())
        findings.push_back(not_evaluated(inquiry, Check::not_enough_stock, header,
                                         inquiry.terms.stock.empty()
                                             ? std::string("any stock figure")
                                             : cat("stock figures of ", join(unknown, ", "))));
    if (wants_all_at_once(inquiry) && !tally.short_lines.empty())
        findings.push_back(
            against_complete(inquiry, tally.whole_day, join(tally.short_lines, ", ")));
}

} // namespace besteld
