// SPDX-License-Identifier: Apache-2.0
#include "order/totals.hpp"

#include <algorithm>

namespace besteld {

Decimal line_amount(Decimal quantity, Decimal price, Decimal price_base, int digits) {
    const Decimal base = price_base > Decimal{} ? price_base : Decimal{1};
    return multiply_divide(quantity, price, base, digits).value();
}

Totals add_up(const std::vector<TaxedAmount>& amounts, int digits) {
    Totals totals;
    for (const auto& [amount, category, percent] : amounts) {
        const auto same = [&](const TaxGroup& group) {
            return group.category == category && group.percent == percent;
        };
        auto group = std::ranges::find_if(totals.groups, same);
        if (group == totals.groups.end())
            group = totals.groups.insert(group, {.category = category, .percent = percent});
        group->taxable += amount;
        totals.net += amount;
    }
    for (auto& group : totals.groups) {
        group.tax = multiply_divide(group.taxable, group.percent, Decimal{100}, digits).value();
        totals.tax += group.tax;
    }
    totals.gross = totals.net + totals.tax;
    return totals;
}

} // namespace besteld
