// SPDX-License-Identifier: Apache-2.0
#include "order/preagreed.hpp"

#include "base/text.hpp"
#include "order/finding_values.hpp"
#include "order/totals.hpp"

namespace besteld {

namespace {

// Rounding up to whole packs by at most the agreed percentage; the limit is inclusive.
bool is_small_rounding(const Finding& finding, const Agreement& agreement) {
    if (finding.check != Check::not_a_multiple || agreement.rounding != Rounding::up) return false;
    const auto ordered = leading_decimal(finding.ordered);
    const auto rounded = leading_decimal(agreed_text(finding));
    if (!ordered || !rounded || *ordered <= Decimal{} || *rounded < *ordered) return false;
    const auto percent = in_range(*rounded - *ordered, Decimal{100}, *ordered, Decimal::places);
    return percent && *percent <= agreement.rounding_auto_percent;
}

} // namespace

std::vector<Finding> resolve_by_agreement(const Order& order, std::vector<Finding> findings,
                                          const Terms& terms, Instant now) {
    // What the customer picked when he was asked is agreed with him.
    for (auto& finding : findings)
        if (finding.resolved && finding.resolved->actor == order.customer_no)
            finding.preagreed = true;
    if (!terms.agreement || order.customer_no.empty()) return findings;
    for (auto& finding : findings) {
        if (!is_open(finding) || finding.severity == FindingSeverity::block) continue;
        const bool suggested = finding.suggested == Resolution::accept_agreed;
        if (suggested && is_small_rounding(finding, *terms.agreement)) finding.preagreed = true;
        if (!finding.preagreed || !suggested) continue;
        finding.resolved = Resolved{.resolution = Resolution::accept_agreed,
                                    .actor = "besteld",
                                    .reason = cat("pre-agreed in ", terms.agreement->number),
                                    .at = to_iso(now)};
    }
    return findings;
}

} // namespace besteld
