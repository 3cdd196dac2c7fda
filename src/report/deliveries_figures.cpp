// SPDX-License-Identifier: Apache-2.0
#include "report/deliveries_figures.hpp"

#include "order/currency.hpp"

#include <algorithm>

namespace besteld {

namespace {

Decimal share_of(const FactLine& line, Decimal quantity, std::string_view currency) {
    if (line.confirmed.is_zero()) return {};
    return multiply_divide(line.amount, quantity, line.confirmed, currency_digits(currency))
        .value_or(Decimal{});
}

const std::string& currency_of(const OrderFacts& facts) {
    for (const auto& answer : facts.answers)
        if (!answer.lines.empty() && !answer.currency.empty()) return answer.currency;
    return facts.currency;
}

Decimal value_of(const OrderFacts& facts, const FactShipment& shipment) {
    Decimal sum;
    for (const auto& line : facts.lines())
        if (const auto found = shipment.quantities.find(line.index);
            found != shipment.quantities.end())
            sum += share_of(line, found->second, currency_of(facts));
    return sum;
}

Decimal asked_value(const OrderFacts& facts, const FactRequest& request) {
    Decimal sum;
    for (const auto& shipment : facts.fulfilment->shipments)
        if (request.shipment.empty() || request.shipment == shipment.number)
            sum += value_of(facts, shipment);
    return sum;
}

Cell cell_of(const std::optional<Decimal>& value, const std::string& currency) {
    if (!value) return NoData{"why.no_deliveries"};
    return Amount{*value, currency};
}

void add_to(std::optional<Decimal>& sum, Decimal value) {
    sum = sum.value_or(Decimal{}) + value;
}

} // namespace

std::vector<MovedValue> delivered_values(const std::vector<OrderFacts>& facts) {
    std::vector<MovedValue> values;
    for (const auto& one : facts) {
        if (!is_order(one) || !one.fulfilment) continue;
        const auto& currency = currency_of(one);
        for (const auto& shipment : one.fulfilment->shipments)
            values.push_back(
                {Moved::delivered, shipment.posted_at, currency, value_of(one, shipment), &one});
        for (const auto& request : one.fulfilment->requests)
            values.push_back(
                {Moved::requested, request.at, currency, asked_value(one, request), &one});
    }
    return values;
}

void DeliveredValue::add(const MovedValue& one) {
    add_to(one.what == Moved::delivered ? delivered : requested, one.value);
}

Cell DeliveredValue::delivered_cell(const std::string& currency) const {
    return cell_of(delivered, currency);
}

Cell DeliveredValue::requested_cell(const std::string& currency) const {
    return cell_of(requested, currency);
}

Decimal open_quantity(const OrderFacts& facts, const FactLine& line) {
    if (!facts.fulfilment) return line.confirmed;
    if (facts.fulfilment->rest_closed_at) return {};
    auto open = line.confirmed;
    for (const auto& shipment : facts.fulfilment->shipments)
        if (const auto found = shipment.quantities.find(line.index);
            found != shipment.quantities.end())
            open -= found->second;
    return std::max(open, Decimal{});
}

Decimal open_value(const OrderFacts& facts, const FactLine& line) {
    return share_of(line, open_quantity(facts, line), currency_of(facts));
}

std::optional<Instant> complete_at(const OrderFacts& facts, const FactLine& line) {
    if (!facts.fulfilment || line.confirmed.is_zero()) return std::nullopt;
    auto open = line.confirmed;
    for (const auto& shipment : facts.fulfilment->shipments) {
        const auto found = shipment.quantities.find(line.index);
        if (found == shipment.quantities.end()) continue;
        open -= found->second;
        if (open <= Decimal{}) return shipment.posted_at;
    }
    return std::nullopt;
}

} // namespace besteld
