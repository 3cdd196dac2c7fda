// SPDX-License-Identifier: Apache-2.0
// J01 stock on the day of delivery, J03 a shortage against "complete only".

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/families.hpp"
#include "check/units.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

// What a line wants and when, with what earlier lines of the same order take first.
struct Demand {
    const OrderLine& line;
    const Item& item;
    Date day{};
    Decimal wanted{};
    Decimal before{}; // wanted by earlier lines of the same article
    Decimal free{};   // on `day`, after them
};

std::optional<Date> whole_on(const Inquiry& inquiry, const Demand& demand) {
    const auto together = plus(demand.wanted, demand.before);
    const auto day = together
                         ? available_from(inquiry.terms, demand.line.sku, *together, demand.day)
                         : std::nullopt;
    if (!day) return std::nullopt;
    return next_delivery_day(inquiry.terms, inquiry.order.ship_to_id, *day);
}

// In the ordered unit; what is free only in whole ones where things are counted.
std::optional<Decimal> free_in_ordered_unit(const Demand& demand) {
    const auto factor = factor_of(demand.item, demand.line.unit);
    const auto free = factor ? over(demand.free, *factor) : std::nullopt;
    if (!free) return std::nullopt;
    return is_countable(demand.line.unit) ? round_down_to(*free, Decimal{1}) : free;
}

// "30@2026-03-05;18@2026-03-17": quantities in the ordered unit like the finding's own words, each
// with its day of delivery.
std::string parts_text(const Demand& demand, Decimal now, const std::optional<Date>& rest_day) {
    if (!rest_day) return {};
    const Decimal rest = demand.line.quantity->value - now;
    return cat(now.to_string(), "@", to_iso(demand.day), ";", rest.to_string(), "@",
               to_iso(*rest_day));
}

Finding shortage(const Inquiry& inquiry, const Demand& demand) {
    const OrderLine& line = demand.line;
    const std::string unit = " " + line.unit;
    const Decimal now = free_in_ordered_unit(demand).value_or(Decimal{});
    const auto day = whole_on(inquiry, demand);
    const std::string whole =
        day ? cat(", all from ", to_iso(*day)) : std::string(", no receipt planned that would do");
    Finding finding = new_finding(inquiry, Check::not_enough_stock, line.index,
                                  cat(quantity_text(line), " on ", to_iso(demand.day)),
                                  cat(now.to_string(), unit, " free", whole));
    finding.difference = signed_text(now - line.quantity->value, 0);
    finding.clause = cat("stock of ", line.sku);
    finding.trace = cat(
        "free on ", to_iso(demand.day), ": ", demand.free.to_string(), " ", line.stock_unit,
        demand.before.is_zero() ? ""
                                : cat(" after ", demand.before.to_string(), " of earlier lines"),
        ", wanted ", demand.wanted.to_string());
    finding.passes_if = cat("at least ", quantity_text(line), " are free on ", to_iso(demand.day));
    quote(finding, line.quantity->place, cat(quantity_text(line), " ", line.item_text));
    const auto& agreement = inquiry.terms.agreement;
    const bool in_parts = agreement && agreement->partial_allowed && !agreement->complete_only;
    if (in_parts && now > Decimal{} && day)
        suggest(finding, Resolution::split, parts_text(demand, now, day));
    else if (day)
        suggest(finding, Resolution::accept_agreed, to_iso(*day));
    if (day)
        set_consequence(finding, Resolution::accept_agreed,
                        cat(subject_of(inquiry, line.index), " is delivered whole on ",
                            to_iso(*day), "; the customer is told"));
    set_consequence(finding, Resolution::reduce,
                    cat("only ", now.to_string(), unit, " are confirmed; the rest is dropped"));
    return finding;
}

// The whole order together: the latest of the days on which each line is complete (domain.md S05).
Finding against_complete(const Inquiry& inquiry, const std::optional<Date>& whole_day,
                         const std::string& short_lines) {
    Finding finding =
        new_finding(inquiry, Check::split_against_complete_delivery, header,
                    cat("all lines together, short: ", short_lines),
                    whole_day ? cat("all on ", to_iso(*whole_day)) : std::string("no day known"));
    finding.clause += ", complete delivery only";
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

std::optional<Demand> demand_of(const Inquiry& inquiry, const OrderLine& line,
                                std::map<std::string, Decimal>& taken) {
    const Item* item = item_of(inquiry, line);
    if (item == nullptr || !line.quantity_stock || *line.quantity_stock <= Decimal{})
        return std::nullopt;
    const DateSpec* requested = line.requested ? &line.requested->value : nullptr;
    Demand demand{.line = line, .item = *item};
    demand.day = planned_day(inquiry.terms, inquiry.order.ship_to_id, requested,
                             inquiry.origins.received_at);
    demand.wanted = *line.quantity_stock;
    Decimal& before = taken[line.sku];
    demand.before = before;
    const Decimal all = available_on(inquiry.terms, line.sku, demand.day);
    demand.free = std::max(minus(all, before).value_or(Decimal{}), Decimal{});
    before = plus(before, demand.wanted).value_or(before);
    return demand;
}

} // namespace

void check_stock(const Inquiry& inquiry, Findings& findings) {
    std::map<std::string, Decimal> taken;
    std::vector<std::string> short_lines;
    std::vector<std::string> unknown;
    std::optional<Date> whole_day = Date{};
    for (const OrderLine& line : inquiry.order.lines) {
        const auto demand = demand_of(inquiry, line, taken);
        if (!demand) continue;
        if (!inquiry.terms.stock.contains(line.sku)) {
            unknown.push_back(line.sku);
            continue;
        }
        const bool is_short = demand->wanted > demand->free;
        const auto day = is_short ? whole_on(inquiry, *demand) : demand->day;
        if (whole_day) whole_day = day ? std::optional(std::max(*whole_day, *day)) : std::nullopt;
        if (!is_short) continue;
        findings.push_back(shortage(inquiry, *demand));
        short_lines.push_back(line.buyer_line);
    }
    if (!unknown.empty())
        findings.push_back(not_evaluated(inquiry, Check::not_enough_stock, header,
                                         cat("stock figures of ", join(unknown, ", "))));
    const bool complete_only = inquiry.terms.agreement && inquiry.terms.agreement->complete_only;
    if (complete_only && !short_lines.empty())
        findings.push_back(against_complete(inquiry, whole_day, join(short_lines, ", ")));
}

} // namespace besteld
