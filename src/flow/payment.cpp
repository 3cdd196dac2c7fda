// SPDX-License-Identifier: Apache-2.0
#include "flow/payment.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"
#include "store/feedbacks.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Without the report in hand, whose row has no order yet.
Decimal paid_before(Store& store, std::int64_t case_id, std::string_view key_in_hand) {
    Decimal sum;
    for (const auto& row : Feedbacks(store).of_case(case_id))
        if (row.said.kind == FeedbackKind::paid && row.state == FeedbackState::applied &&
            row.said.key != key_in_hand)
            sum += row.said.amount;
    return sum;
}

Finding* open_prepayment(std::vector<Finding>& findings) {
    const auto due = std::ranges::find_if(findings, [](const Finding& finding) {
        return finding.check == Check::prepayment_due && !finding.resolved && finding.money;
    });
    return due == findings.end() ? nullptr : &*due;
}

} // namespace

void settle_prepayment(Store& store, std::int64_t case_id, std::vector<Finding>& findings,
                       Instant now) {
    Finding* due = open_prepayment(findings);
    if (due == nullptr) return;
    const Decimal paid = paid_before(store, case_id, {});
    if (paid >= due->money->abs())
        due->resolved = Resolved{Resolution::dismiss, "besteld",
                                 cat(paid.to_string(), " received in all"), to_iso(now)};
}

FeedbackFate take_payment(Store& store, Case& the_case, const Feedback& said,
                          const std::string& channel, Instant now) {
    if (said.currency != the_case.order.currency)
        return {.kind = FeedbackFate::Kind::refused,
                .text = cat("order ", said.order, " is in ", the_case.order.currency,
                            ", the payment in ", said.currency),
                .hint = "report what it is worth in the order's currency"};
    const Decimal paid = paid_before(store, the_case.id, said.key) + said.amount;
    std::string reason = cat(said.amount.to_string(), " ", said.currency, " received, ",
                             paid.to_string(), " in all");
    if (Finding* due = open_prepayment(the_case.findings)) {
        if (paid >= due->money->abs())
            due->resolved = Resolved{Resolution::dismiss, channel, reason, to_iso(now)};
        else
            reason += cat(", ", due->money->abs().to_string(), " due");
    }
    if (!store.save_case(the_case))
        throw StoreFault(cat("case ", the_case.case_no, " was changed by somebody else"));
    store.add_events(the_case.id, the_case.message_id,
                     {noted(the_case.state, {.event = "payment.received",
                                             .role = Role::finance,
                                             .actor = channel,
                                             .reason = reason})},
                     now);
    log::info("payment.received", {{"case", the_case.case_no},
                                   {"order", the_case.official_no},
                                   {"amount", said.amount.to_string()},
                                   {"actor", channel}});
    return {.kind = FeedbackFate::Kind::applied, .case_id = the_case.id};
}

} // namespace besteld
