// SPDX-License-Identifier: Apache-2.0
#include "check/tolerance.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/units.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Half a unit of the rule's last decimal, brought from the rule's basis to the ordered one. It may
// shrink on the way (76.55 per 100 against a price for one) but never grows: a carton's price is
// rounded where it is written, not 36 times over.
Decimal rounding_of(const Inquiry& inquiry, const OrderLine& line, const AgreedLinePrice& agreed) {
    const PriceRule& rule = agreed.agreed.rule;
    const Decimal half = half_unit(std::max(inquiry.digits, places_of(rule.amount)));
    const Item* item = item_of(inquiry, line);
    if (item == nullptr) return half;
    const std::string& unit = rule.unit.empty() ? item->stock_unit : rule.unit;
    const auto agreed_base = to_stock(*item, unit, rule.base_quantity);
    const auto ordered_base = to_stock(*item, agreed.unit, agreed.basis);
    if (!agreed_base || !ordered_base || *agreed_base <= *ordered_base) return half;
    const auto smaller = multiply_divide(half, *ordered_base, *agreed_base, Decimal::places);
    return smaller ? *smaller : half;
}

} // namespace

Decimal half_unit(int places) {
    auto units = Decimal::scale / 2;
    for (int i = 0; i < places; ++i)
        units /= 10;
    return Decimal::from_units(units);
}

PriceTolerance price_tolerance(const Inquiry& inquiry, Check check, const OrderLine& line,
                               const AgreedLinePrice& agreed) {
    PriceTolerance tolerance{.rounding = rounding_of(inquiry, line, agreed), .words = "0"};
    if (!inquiry.terms.agreement) return tolerance;
    const Agreement& agreement = *inquiry.terms.agreement;
    const auto own = own_limit(inquiry.terms, check);
    const Decimal each = own.value_or(agreement.price_tolerance_amount);
    // The amount is meant per priced unit, so a base of 100 stretches it.
    tolerance.amount = times(each, agreed.basis).value_or(Decimal{});
    if (!own || !agreement.price_tolerance_percent.is_zero())
        tolerance.percent = agreement.price_tolerance_percent;
    const bool none =
        tolerance.amount->is_zero() || (tolerance.percent && tolerance.percent->is_zero());
    if (none) return tolerance;
    tolerance.words = tolerance.percent ? cat(tolerance.percent->to_string(), " % and ") : "";
    tolerance.words += each.to_string();
    return tolerance;
}

bool is_inside(const PriceTolerance& tolerance, Decimal difference, Decimal agreed) {
    const Decimal size = difference.abs();
    if (size <= tolerance.rounding) return true;
    if (!tolerance.amount && !tolerance.percent) return false;
    if (tolerance.amount && size > *tolerance.amount) return false;
    if (!tolerance.percent) return true;
    const auto limit = multiply_divide(agreed, *tolerance.percent, Decimal{100}, Decimal::places);
    return limit && size <= *limit;
}

} // namespace besteld
