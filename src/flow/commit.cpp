// SPDX-License-Identifier: Apache-2.0
#include "flow/commit.hpp"

#include "flow/due.hpp"
#include "flow/etiquette.hpp"
#include "flow/fulfil.hpp"
#include "flow/hand_off.hpp"
#include "flow/learn.hpp"
#include "flow/today.hpp"
#include "flow/way_back.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "check/answer_time.hpp"
#include "store/deliveries.hpp"

#include <algorithm>

namespace besteld {

namespace {

void take_over(Case& the_case, const Judgement& judgement, const Decision& decision) {
    the_case.state = decision.state;
    the_case.escalated = false;
    the_case.order = judgement.order;
    the_case.findings = decision.findings;
    the_case.net = decision.net;
    the_case.at_stake = decision.at_stake;
}

// The last answer that the first document got in the partner's own format goes out again as it was,
// in a new interchange.
void repeat_edi_answer(Store& store, const FlowSettings& settings, const Answer& answer,
                       const Case& repeat, Instant now) {
    std::optional<OutboxRow> last;
    for (auto& before : store.outbox_of_case(answer.repeats_order))
        if (before.channel == OutboxChannel::edi_folder &&
            before.answer.kind != AnswerKind::contrl && before.answer.kind != AnswerKind::receipt &&
            before.answer.kind != AnswerKind::despatch && !stays_inside(before.answer.kind))
            last = std::move(before);
    if (!last) return;
    OutboxRow row{
        .case_id = last->case_id, .message_id = repeat.message_id, .channel = last->channel};
    row.answer = last->answer;
    row.recipient = last->recipient;
    row.key = cat("repeat/", last->id, "/", repeat.message_id, "/", repeat.document);
    store.add_outbox(row, settings.mail_domain, now);
}

void queue_answers(Store& store, const FlowSettings& settings, const Case& the_case,
                   const Decision& decision, Instant now) {
    for (Answer answer : decision.answers) {
        const bool edi = answer.channel == AnswerChannel::edi;
        if (edi && answer.kind == AnswerKind::repeat_of_answer) {
            repeat_edi_answer(store, settings, answer, the_case, now);
            continue;
        }
        auto row = row_for(store, settings, the_case, std::move(answer));
        store.add_outbox(row, settings.mail_domain, now);
    }
}

} // namespace

bool commit_decision(Store& store, const FlowSettings& settings, Case& the_case,
                     const Judgement& judgement, const Decision& decision, Instant now) {
    bool saved = true;
    store.in_transaction([&] {
        take_over(the_case, judgement, decision);
        const bool released = !decision.releases.empty();
        if (released) ++the_case.revision; // each is a revision of its own
        // First of all: when somebody else was quicker, nothing else may be written.
        if (the_case.id == 0)
            store.add_case(the_case, year_at(settings, now));
        else
            saved = store.save_case(the_case);
        if (!saved) return;
        if (decision.give_number && the_case.official_no.empty())
            the_case.official_no = store.give_official_number(the_case.id, year_at(settings, now));
        if (released)
            store.record_release(the_case.id, the_case.revision, decision.released_by,
                                 decision.second_by, now, decision.releases);
        if (released && the_case.revision == 1 && decision.releases == "acceptance")
            learn_from(store, the_case, judgement.terms, now);
        store.add_events(the_case.id, the_case.message_id, decision.steps, now);
        store.reserve(the_case.id, decision.promised_skus, decision.promises);
        if (decision.confirmed)
            Deliveries(store).record_confirmed(the_case.id, the_case.revision,
                                               lines_to_deliver(*decision.confirmed),
                                               decision.came_from);
        if (released) settle_rest(store, settings, the_case, decision.steps.back(), now);
        if (is_a_persons_deed(decision)) store.earn_mails(the_case.message_id, mails_for_a_deed);
        queue_answers(store, settings, the_case, decision, now);
        queue_hand_off(store, settings, the_case, decision, now);
        arrange_duties(store, settings, the_case, decision, now);
    });
    if (!saved) return false;
    for (const auto& step : decision.steps)
        log::info(step.event, {{"message", the_case.message_id},
                               {"case", the_case.case_no},
                               {"order", the_case.official_no},
                               {"from", name_of(step.from)},
                               {"to", name_of(step.to)},
                               {"actor", step.actor}});
    return true;
}

Judgement commit_first_verdict(Store& store, const FlowSettings& settings, Case& the_case,
                               const Submission& submission, Instant now) {
    auto judgement = judge(store, settings, submission, Command{}, now);
    if (!judgement.decision)
        throw StoreFault(cat("a first judgement was refused: ", judgement.decision.error().text));
    the_case.due_at = answer_time(the_case.draft, submission.origins, judgement.terms, now).due;
    commit_decision(store, settings, the_case, judgement, *judgement.decision, now);
    return judgement;
}

} // namespace besteld
