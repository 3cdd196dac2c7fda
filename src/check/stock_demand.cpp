// SPDX-License-Identifier: Apache-2.0
#include "check/stock_demand.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/stock.hpp"
#include "check/units.hpp"

#include <algorithm>

namespace besteld {

namespace {

Decimal rest_of(Decimal all, Decimal before) {
    return std::max(minus(all, before).value_or(Decimal{}), Decimal{});
}

// What is sold in multiples is delivered in multiples, and things one counts whole.
Decimal in_whole_packs(const Inquiry& inquiry, const Demand& demand) {
    std::optional<Decimal> multiple = demand.item.multiple;
    for (const QuantityRule& rule : inquiry.terms.quantity_rules)
        if (rule.sku == demand.item.sku && rule.multiple) multiple = rule.multiple;
    const bool stepped = multiple && *multiple > Decimal{};
    const Decimal free =
        stepped ? round_down_to(demand.free, *multiple).value_or(Decimal{}) : demand.free;
    const auto factor = factor_of(demand.item, demand.line.unit);
    const auto ordered = factor ? over(free, *factor) : std::nullopt;
    if (!ordered) return Decimal{};
    if (!is_countable(demand.line.unit)) return *ordered;
    return round_down_to(*ordered, Decimal{1}).value_or(Decimal{});
}

bool needs_production(const Inquiry& inquiry, const Demand& demand, Date day, Decimal together) {
    return promisable_on(inquiry.terms, demand.line.sku, day, Supply::without_production) <
           together;
}

} // namespace

std::optional<Demand> demand_of(const Inquiry& inquiry, const OrderLine& line,
                                std::map<std::string, Decimal>& taken) {
    const Item* item = item_of(inquiry, line);
    if (item == nullptr || !line.quantity_stock || *line.quantity_stock <= Decimal{})
        return std::nullopt;
    const DateSpec* requested = line.requested ? &line.requested->value : nullptr;
    Demand demand{.line = line, .item = *item};
    demand.day = planned_day(inquiry.terms, inquiry.order.ship_to_id, requested,
                             inquiry.origins.received_at, line.sku);
    demand.wanted = *line.quantity_stock;
    Decimal& before = taken[line.sku];
    demand.before = before;
    demand.free = rest_of(promisable_on(inquiry.terms, line.sku, demand.day), before);
    demand.without_production = rest_of(
        promisable_on(inquiry.terms, line.sku, demand.day, Supply::without_production), before);
    before = plus(before, demand.wanted).value_or(before);
    return demand;
}

Service service_of(const Inquiry& inquiry, const Demand& demand) {
    const Terms& terms = inquiry.terms;
    const std::string& sku = demand.line.sku;
    const std::string& ship_to = inquiry.order.ship_to_id;
    Service service{.now = in_whole_packs(inquiry, demand)};
    const auto together = plus(demand.wanted, demand.before);
    auto day = together ? available_from(terms, sku, *together, demand.day) : std::nullopt;
    if (day && needs_production(inquiry, demand, *day, *together)) service.from_production = true;
    // Nothing planned would do: it can be got within the item's own lead time.
    if (!day && demand.item.lead_days) {
        day = first_feasible_delivery(terms, ship_to, inquiry.origins.received_at, sku);
        service.by_lead_time = true;
    }
    if (day) service.whole = next_delivery_day(terms, ship_to, std::max(*day, demand.day));
    const int most = terms.agreement ? terms.agreement->maximum_parts : 0;
    service.may_be_split = allows_parts(inquiry) && (most == 0 || most >= 2);
    return service;
}

bool wants_all_at_once(const Inquiry& inquiry) {
    const auto& stated = inquiry.draft.partial_allowed;
    if (stated && stated->value == "no") return true;
    if (stated && stated->value == "yes") return false;
    return inquiry.terms.agreement && inquiry.terms.agreement->complete_only;
}

bool allows_parts(const Inquiry& inquiry) {
    const auto& stated = inquiry.draft.partial_allowed;
    if (stated && stated->value == "yes") return true;
    const auto& agreement = inquiry.terms.agreement;
    return agreement && agreement->partial_allowed && !wants_all_at_once(inquiry);
}

std::string age_of_figure(const Inquiry& inquiry, const std::string& sku) {
    const auto found = inquiry.terms.stock.find(sku);
    if (found == inquiry.terms.stock.end() || !found->second.as_of) return "figure of unknown age";
    const Instant as_of = *found->second.as_of;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(inquiry.now - as_of).count();
    const std::string age = hours < 0    ? std::string("from the future")
                            : hours < 48 ? cat(hours, " h old")
                                         : cat(hours / 24, " days old");
    return cat("figure of ", to_iso(as_of), ", ", age);
}

} // namespace besteld
