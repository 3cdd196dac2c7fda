// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/price_checks.hpp"
#include "check/units.hpp"

namespace besteld {

std::string price_text(const Inquiry& inquiry, Decimal price, Decimal basis,
                       const std::string& unit) {
    const std::string per =
        basis == Decimal{1} ? std::string{} : cat(" per ", basis.to_string(), " ", unit);
    return cat(money_text(price, inquiry.digits), " ", inquiry.order.currency, per);
}

std::string ordered_price_text(const Inquiry& inquiry, const OrderLine& line) {
    if (!line.price) return "no price";
    return price_text(inquiry, line.price->value, line.price_base,
                      line.price_unit.empty() ? line.unit : line.price_unit);
}

std::string price_quote(const OrderLine& line) {
    return cat(line.price ? line.price->value.to_string() : std::string("no price"), " for ",
               quantity_text(line), " ", line.item_text);
}

std::optional<Decimal> over_line(const Inquiry& inquiry, const OrderLine& line,
                                 const AgreedLinePrice& agreed, Decimal difference) {
    const Item* item = item_of(inquiry, line);
    const auto basis = item != nullptr ? to_stock(*item, agreed.unit, agreed.basis) : std::nullopt;
    if (!basis || !line.quantity_stock) return std::nullopt;
    const auto money = multiply_divide(*line.quantity_stock, difference, *basis, inquiry.digits);
    return money ? std::optional(*money) : std::nullopt;
}

std::string per_ordered_unit(const Inquiry& inquiry, const OrderLine& line,
                             Decimal per_stock_unit) {
    const Item* item = item_of(inquiry, line);
    const auto unit = item != nullptr ? factor_of(*item, line.unit) : std::nullopt;
    const auto value = unit ? times(per_stock_unit, *unit) : std::nullopt;
    return value ? value->to_string() : std::string{};
}

bool is_free_order(const Order& order) {
    return order.kind == OrderKind::free_of_charge || order.kind == OrderKind::sample;
}

} // namespace besteld
