// SPDX-License-Identifier: Apache-2.0
#include "check/line_value.hpp"

#include "check/arithmetic.hpp"
#include "check/prices.hpp"
#include "check/units.hpp"
#include "order/totals.hpp"

namespace besteld {

namespace {

std::optional<Decimal> in_range(const std::expected<Decimal, DecimalFault>& result) {
    return result ? std::optional(*result) : std::nullopt;
}

// The agreed price of this line, by the rules of its own day.
std::optional<AgreedLinePrice> agreed_of(const Inquiry& inquiry, const OrderLine& line) {
    return agreed_line_price(inquiry.terms, inquiry.order, line, inquiry.received_on);
}

// Discounts do not come off twice: a promotion that goes with no other, or a price from which the
// buyer has taken them himself.
bool are_discounts_spent(const Inquiry& inquiry, const OrderLine& line,
                         const ChargedLine& charged) {
    const auto agreed = agreed_of(inquiry, line);
    if (!agreed) return false;
    if (agreed->exclusive) return true;
    return line.price && !states_allowance(inquiry.draft.lines[line.index].charges) &&
           is_net_of_discounts(inquiry.terms, charged, charge_setting(inquiry), line.price->value,
                               agreed->per_basis);
}

} // namespace

std::optional<Decimal> ordered_value(const Inquiry& inquiry, const OrderLine& line) {
    if (!line.price || !line.quantity) return std::nullopt;
    const std::string& price_unit = line.price_unit.empty() ? line.unit : line.price_unit;
    if (price_unit == line.unit)
        return in_range(multiply_divide(line.quantity->value, line.price->value, line.price_base,
                                        inquiry.digits));
    const Item* item = item_of(inquiry, line);
    const auto base = item != nullptr ? to_stock(*item, price_unit, line.price_base) : std::nullopt;
    if (!base || !line.quantity_stock) return std::nullopt;
    return in_range(
        multiply_divide(*line.quantity_stock, line.price->value, *base, inquiry.digits));
}

std::optional<Decimal> expected_value(const Inquiry& inquiry, const OrderLine& line) {
    if (line.price) return ordered_value(inquiry, line);
    const auto agreed = agreed_of(inquiry, line);
    if (!agreed || !line.quantity_stock) return std::nullopt;
    const Item* item = item_of(inquiry, line);
    const auto basis =
        item != nullptr ? to_stock(*item, agreed->unit, agreed->basis) : std::nullopt;
    if (!basis) return std::nullopt;
    return in_range(
        multiply_divide(*line.quantity_stock, agreed->per_basis, *basis, inquiry.digits));
}

ChargeSetting charge_setting(const Inquiry& inquiry) {
    return {.currency = inquiry.order.currency,
            .date = inquiry.received_on,
            .digits = inquiry.digits,
            .rush = inquiry.order.kind == OrderKind::rush};
}

std::optional<ChargedLine> charged_line(const Inquiry& inquiry, const OrderLine& line) {
    const auto amount = expected_value(inquiry, line);
    if (!amount || amount->abs() > largest_price) return std::nullopt;
    ChargedLine charged{.index = line.index,
                        .sku = line.sku,
                        .quantity_stock = line.quantity_stock.value_or(Decimal{}),
                        .amount = *amount};
    if (!inquiry.terms.charges.empty())
        charged.discounts_spent = are_discounts_spent(inquiry, line, charged);
    return charged;
}

OrderValue expected_value(const Inquiry& inquiry) {
    OrderValue value;
    std::vector<ChargedLine> lines;
    for (const OrderLine& line : inquiry.order.lines) {
        auto charged = charged_line(inquiry, line);
        const auto next = charged ? plus(value.goods, charged->amount) : std::nullopt;
        value.complete = value.complete && next;
        if (!next) continue;
        value.goods = *next;
        lines.push_back(std::move(*charged));
    }
    value.net = value.goods;
    for (const ChargeDue& due : charges_due(inquiry.terms, lines, charge_setting(inquiry)))
        value.net = (due.is_allowance ? minus(value.net, due.amount) : plus(value.net, due.amount))
                        .value_or(value.net);
    const Decimal percent =
        inquiry.terms.agreement ? inquiry.terms.agreement->tax_percent : Decimal{};
    const auto tax = multiply_divide(value.net, percent, Decimal{100}, inquiry.digits);
    const auto gross = tax ? plus(value.net, *tax) : std::nullopt;
    value.gross = gross.value_or(value.net);
    value.complete = value.complete && gross;
    return value;
}

} // namespace besteld
