// SPDX-License-Identifier: Apache-2.0
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/prices.hpp"
#include "check/units.hpp"

namespace besteld {

namespace {

const Promotion* promotion_of(const Terms& terms, const Order& order, const OrderLine& line,
                              Date ordered) {
    const Promotion* promotion =
        valid_promotion(terms, line.sku, ordered, delivery_asked(line, ordered));
    return promotion != nullptr && is_claimed(order, line, *promotion) ? promotion : nullptr;
}

std::optional<Decimal> less_percent(Decimal price, Decimal percent) {
    const auto rest = multiply_divide(price, Decimal{100} - percent, Decimal{100}, Decimal::places);
    return rest ? std::optional(*rest) : std::nullopt;
}

// The rule's amount for `stock_units`, in one division so that 47.52 per carton stays 47.52.
std::optional<Decimal> amount_for(const Item& item, const PriceRule& rule, Decimal stock_units) {
    const auto factor = factor_of(item, rule.unit.empty() ? item.stock_unit : rule.unit);
    const auto rule_units = factor ? times(*factor, rule.base_quantity) : std::nullopt;
    if (!rule_units) return std::nullopt;
    const auto amount = multiply_divide(rule.amount, stock_units, *rule_units, Decimal::places);
    return amount ? std::optional(*amount) : std::nullopt;
}

} // namespace

Date delivery_asked(const OrderLine& line, Date ordered) {
    const DayRange range = line.requested ? day_range(line.requested->value) : DayRange{};
    return range.last.value_or(range.first.value_or(ordered));
}

std::optional<AgreedLinePrice> agreed_line_price(const Terms& terms, const Order& order,
                                                 const OrderLine& line, Date price_date) {
    const auto found = terms.items.find(line.sku);
    if (found == terms.items.end() || !line.quantity_stock) return std::nullopt;
    const Item& item = found->second;
    auto agreed = agreed_price(terms, line.sku, *line.quantity_stock, order.currency, price_date);
    if (!agreed) return std::nullopt;
    AgreedLinePrice result{.agreed = std::move(*agreed),
                           .basis = line.price_base,
                           .unit = line.price_unit.empty() ? line.unit : line.price_unit};
    const auto stock_units = to_stock(item, result.unit, line.price_base);
    auto amount = stock_units ? amount_for(item, result.agreed.rule, *stock_units) : std::nullopt;
    if (!amount) return std::nullopt;
    result.per_basis = *amount;
    result.promotion = promotion_of(terms, order, line, price_date);
    if (result.promotion == nullptr) return result;
    const auto reduced = less_percent(*amount, result.promotion->percent_off);
    const auto reduced_stock =
        less_percent(result.agreed.per_stock_unit, result.promotion->percent_off);
    if (!reduced || !reduced_stock) return std::nullopt;
    result.per_basis = *reduced;
    result.agreed.per_stock_unit = *reduced_stock;
    result.agreed.trace += "; promotion " + result.promotion->code;
    result.agreed.clause += ", promotion " + result.promotion->code;
    return result;
}

} // namespace besteld
