// SPDX-License-Identifier: Apache-2.0
#include "check/line_value.hpp"

#include "check/arithmetic.hpp"
#include "check/prices.hpp"
#include "check/units.hpp"

namespace besteld {

namespace {

std::optional<Decimal> in_range(const std::expected<Decimal, DecimalFault>& result) {
    return result ? std::optional(*result) : std::nullopt;
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
    const auto agreed = agreed_line_price(inquiry.terms, inquiry.order, line, inquiry.received_on);
    if (!agreed || !line.quantity_stock) return std::nullopt;
    return in_range(multiply_divide(*line.quantity_stock, agreed->agreed.per_stock_unit, Decimal{1},
                                    inquiry.digits));
}

OrderValue expected_value(const Inquiry& inquiry) {
    OrderValue value;
    for (const OrderLine& line : inquiry.order.lines) {
        const auto amount = expected_value(inquiry, line);
        const auto next = amount ? plus(value.net, *amount) : std::nullopt;
        if (next)
            value.net = *next;
        else
            value.complete = false;
    }
    const Decimal percent =
        inquiry.terms.agreement ? inquiry.terms.agreement->tax_percent : Decimal{};
    const auto tax = multiply_divide(value.net, percent, Decimal{100}, inquiry.digits);
    const auto gross = tax ? plus(value.net, *tax) : std::nullopt;
    value.gross = gross.value_or(value.net);
    value.complete = value.complete && gross;
    return value;
}

} // namespace besteld
