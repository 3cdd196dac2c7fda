// SPDX-License-Identifier: Apache-2.0
#include "flow/what_if.hpp"

#include "base/text.hpp"
#include "flow/resume.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int batch = 200;

std::string words_of(const Finding& finding) {
    return cat(name_of(finding.check),
               finding.line ? cat(" line ", *finding.line + 1) : std::string{}, ": ",
               finding.ordered, finding.agreed.empty() ? "" : ", agreed ", finding.agreed);
}

Verdict verdict_of(Store& store, const FlowSettings& settings, const Submission& submission,
                   Instant at) {
    const Judgement judgement = judge(store, settings, submission, Command{}, at);
    Verdict verdict;
    for (const auto& finding : judgement.findings)
        if (is_open(finding)) verdict.open.push_back(words_of(finding));
    std::ranges::sort(verdict.open);
    if (!judgement.decision) {
        verdict.state = judgement.decision.error().code;
        return verdict;
    }
    verdict.state = name_of(judgement.decision->state);
    verdict.net = judgement.decision->net;
    verdict.at_stake = judgement.decision->at_stake;
    return verdict;
}

} // namespace

WhatIf what_if(Store& as_is, Store& as_would_be, const FlowSettings& settings, Instant since,
               const std::function<void(const OtherVerdict&)>& tell) {
    WhatIf result;
    std::int64_t after = 0;
    for (auto ids = as_is.orders_since(since, after, batch); !ids.empty();
         ids = as_is.orders_since(since, after, batch)) {
        for (const auto id : ids) {
            after = id;
            const auto the_case = as_is.find_case(id);
            if (the_case->draft.document_class != DocumentClass::order) continue;
            const auto message = as_is.message(the_case->message_id, false);
            const auto reading = as_is.reading(the_case->message_id);
            if (!message || !reading) continue;
            const auto submission = submission_as_it_came(settings, *the_case, *message, *reading);
            const auto at = the_case->received_at;
            OtherVerdict both{.case_no = the_case->case_no,
                              .official_no = the_case->official_no,
                              .buyer_order_no = the_case->order.buyer_order_no,
                              .customer_no = the_case->order.customer_no,
                              .currency = the_case->order.currency,
                              .before = verdict_of(as_is, settings, submission, at),
                              .after = verdict_of(as_would_be, settings, submission, at)};
            ++result.orders;
            if (both.before == both.after) continue;
            ++result.differ;
            result.net_difference[both.currency] += both.after.net - both.before.net;
            result.stake_difference[both.currency] += both.after.at_stake - both.before.at_stake;
            tell(both);
        }
    }
    return result;
}

} // namespace besteld
