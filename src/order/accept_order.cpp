// SPDX-License-Identifier: Apache-2.0
#include "order/accept_order.hpp"

#include "base/zone.hpp"
#include "order/deviation_scope.hpp"
#include "order/totals.hpp"

#include <algorithm>

namespace besteld {

OrderEvent kind_of_confirmation(const Confirmed& confirmed) {
    if (confirmed.deviations.empty()) return OrderEvent::confirmed_as_ordered;
    const bool all = std::ranges::all_of(confirmed.deviations, &Deviation::preagreed);
    return all ? OrderEvent::confirmed_preagreed : OrderEvent::proposed;
}

bool silence_consents(const std::vector<Deviation>& deviations, const Terms& terms) {
    if (!terms.agreement || terms.agreement->deviation_policy != DeviationPolicy::silent_after)
        return false;
    return std::ranges::all_of(deviations, [&](const Deviation& d) {
        return d.preagreed || is_in_scope(d, terms.agreement->deviation_scope);
    });
}

void reserve(const std::vector<AnswerLine>& lines, const Terms& terms, Instant now,
             Decision& decision) {
    const Date today = Zone(terms.seller.zone).date_of(now);
    for (const auto& line : lines) {
        auto parts = line.parts;
        if (parts.empty()) parts.push_back({.quantity = line.quantity, .date = line.promised});
        // Inconvertible units were refused by the checks; a sample of an unlisted unit reserves by
        // the piece.
        const auto factor = stock_factor(terms, line.sku, line.unit).value_or(Decimal{1});
        for (const auto& part : parts) {
            const auto quantity = in_range(part.quantity, factor, Decimal{1}, Decimal::places);
            if (!quantity || *quantity <= Decimal{}) continue;
            decision.promises.push_back({.date = part.date.value_or(today), .quantity = *quantity});
            decision.promised_skus.push_back(line.sku);
        }
    }
}

} // namespace besteld
