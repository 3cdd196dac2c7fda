// SPDX-License-Identifier: Apache-2.0
#include "flow/judge.hpp"

#include "flow/judge_change.hpp"
#include "flow/look_up.hpp"

namespace besteld {

Judgement judge(Store& store, const FlowSettings& settings, const Submission& submission,
                const Command& command, Instant now) {
    const OrderDraft& draft = submission.draft;
    const Origins& origins = submission.origins;

    // A change is read with nobody's corrections: they speak of the order as it would become.
    const std::vector<Correction> none;
    const auto& corrections = submission.changes ? none : submission.corrections;
    LookedUp known =
        look_up(store, settings, submission, draft, corrections, submission.history.case_id, now);

    // check: from here on every line has an article of ours or a finding that says why not
    auto findings = check_order(draft, known.order, origins, known.who, known.terms, now);
    if (submission.changes)
        return judge_change(store, settings, submission, command, known, std::move(findings), now);
    keep_resolutions(findings, submission.decided);

    // decide
    AnswerContext context = submission.answer_context;
    context.draft = &draft;
    context.offers = offers_for(known, origins.received_at);
    const ChangeContext standing{.state = submission.history.state,
                                 .standing = submission.standing};
    if (command.kind == CommandKind::break_promise) context.change = &standing;
    auto decision =
        decide(known.order, findings, known.terms, submission.history, command, context, now);
    return {.who = std::move(known.who),
            .terms = std::move(known.terms),
            .order = std::move(known.order),
            .findings = std::move(findings),
            .decision = std::move(decision)};
}

} // namespace besteld
