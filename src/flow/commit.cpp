// SPDX-License-Identifier: Apache-2.0
#include "flow/commit.hpp"

#include "base/log.hpp"
#include "base/zone.hpp"

namespace besteld {

namespace {

int year_of(const FlowSettings& settings, Instant now) {
    const std::chrono::year_month_day day{Zone(settings.seller.zone).date_of(now)};
    return static_cast<int>(day.year());
}

void take_over(Case& the_case, const Judgement& judgement, const Decision& decision) {
    the_case.state = decision.state;
    the_case.order = judgement.order;
    the_case.findings = judgement.findings;
    the_case.net = decision.net;
    the_case.at_stake = decision.at_stake;
}

void queue_answers(Store& store, const FlowSettings& settings, const Case& the_case,
                   const Decision& decision, Instant now) {
    for (Answer answer : decision.answers) {
        answer.case_no = the_case.case_no;
        answer.official_no = the_case.official_no;
        answer.revision = the_case.revision;
        OutboxRow row{.case_id = the_case.id, .message_id = the_case.message_id};
        row.channel =
            answer.channel == AnswerChannel::edi ? OutboxChannel::edi_folder : OutboxChannel::mail;
        row.recipient = row.channel == OutboxChannel::mail ? answer.recipient : answer.customer_no;
        row.answer = std::move(answer);
        store.add_outbox(row, settings.mail_domain, now);
    }
}

} // namespace

bool commit_decision(Store& store, const FlowSettings& settings, Case& the_case,
                     const Judgement& judgement, const Decision& decision, Instant now) {
    bool saved = true;
    store.in_transaction([&] {
        take_over(the_case, judgement, decision);
        if (the_case.id == 0) store.add_case(the_case, year_of(settings, now));
        if (decision.give_number && the_case.official_no.empty())
            the_case.official_no = store.give_official_number(the_case.id, year_of(settings, now));
        if (decision.give_number) {
            ++the_case.revision;
            store.record_release(the_case.id, the_case.revision, decision.released_by,
                                 decision.second_by, now);
        }
        saved = store.save_case(the_case);
        if (!saved) return;
        store.add_events(the_case.id, the_case.message_id, decision.steps, now);
        store.reserve(the_case.id, decision.promised_skus, decision.promises);
        queue_answers(store, settings, the_case, decision, now);
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

} // namespace besteld
