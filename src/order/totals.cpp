// SPDX-License-Identifier: Apache-2.0
#include "order/totals.hpp"

#include <algorithm>
#include <limits>

namespace besteld {

std::optional<Decimal> in_range(Decimal a, Decimal b, Decimal c, int digits) {
    __extension__ using Wide = __int128;
    if (c.is_zero()) return std::nullopt;
    const Wide result = static_cast<Wide>(a.units()) * b.units() / c.units();
    // one whole below the range, so that rounding cannot leave it
    constexpr Wide most = std::numeric_limits<std::int64_t>::max() - Decimal::scale;
    if (result > most || result < -most) return std::nullopt;
    return multiply_divide(a, b, c, digits).value();
}

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
