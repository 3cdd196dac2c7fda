// SPDX-License-Identifier: Apache-2.0
#include "flow/due.hpp"

#include "flow/commit.hpp"
#include "flow/house_papers.hpp"
#include "flow/resume.hpp"
#include "flow/way_back.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/due.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int at_a_time = 100;
constexpr std::string_view answer_duty = "answer";

void log_step(const Case& the_case, const Step& step) {
    log::info(step.event, {{"message", the_case.message_id},
                           {"case", the_case.case_no},
                           {"order", the_case.official_no},
                           {"from", name_of(step.from)},
                           {"to", name_of(step.to)},
                           {"actor", step.actor}});
}

// Steps that leave the order in its state.
void add_step(Store& store, const Case& the_case, Step step, Instant now) {
    step.from = the_case.state;
    step.to = the_case.state;
    store.add_events(the_case.id, the_case.message_id, {step}, now);
    log_step(the_case, step);
}

// ── answers that are awaited ─────────────────────────────────────────────────────────────────────

// What the customer is to answer: the last question, or the proposal of the present revision.
struct Open {
    Answer answer; // as it first went out
    Awaited awaited;
    bool sent = false; // has left us, and no server refused it
};

bool is_awaited(const Case& the_case, const Answer& answer) {
    if (the_case.state == OrderState::awaiting_customer) return answer.kind == AnswerKind::question;
    return answer.kind == AnswerKind::proposal && answer.revision == the_case.revision;
}

std::optional<Open> open_of(Store& store, const Case& the_case) {
    std::optional<Open> open;
    int reminders = 0;
    for (const auto& row : store.outbox_of_case(the_case.id)) {
        const Answer& answer = row.answer;
        if (!is_awaited(the_case, answer) || !answer.answer_by) continue;
        if (answer.reminder > 0) {
            reminders = std::max(reminders, answer.reminder);
            continue;
        }
        const bool mail = row.channel == OutboxChannel::mail;
        const bool sent = row.state == OutboxState::sent;
        const bool newer = open && answer.question_no > open->answer.question_no;
        if (!open || newer) {
            open =
                Open{.answer = answer, .awaited = {.answer_by = *answer.answer_by}, .sent = sent};
            reminders = 0;
        } else {
            open->sent |= sent;
            if (mail) open->answer = answer; // of the two, the mail is what can be repeated
        }
    }
    if (!open) return std::nullopt;
    open->awaited.reminders = reminders;
    for (const auto& event : store.events(the_case.id))
        if (event.step.number == "T11" || event.step.number == "T22")
            open->awaited.asked_at = event.at;
    return open;
}

// The same once more, under its own number; the customer's mail program threads it.
void remind(Store& store, const FlowSettings& settings, const Case& the_case, const Open& open,
            int number, Instant now) {
    const bool by_mail = open.answer.channel == AnswerChannel::mail;
    if (!by_mail || open.answer.recipient.empty()) return;
    OutboxRow row{.case_id = the_case.id, .message_id = the_case.message_id};
    row.answer = open.answer;
    row.answer.reminder = number;
    row.recipient = open.answer.recipient;
    store.add_outbox(row, settings.mail_domain, now);
    const std::string reason =
        cat("reminder ", number, ", answer wanted by ", to_iso(open.awaited.answer_by));
    if (the_case.state == OrderState::proposed)
        return add_step(store, the_case,
                        {.number = "T36", .event = "proposal.reminded", .reason = reason}, now);
    const auto step = next(the_case.state, OrderEvent::question_reminded, {});
    if (step)
        add_step(store, the_case,
                 {.number = std::string(step->number),
                  .event = std::string(step->event),
                  .reason = reason},
                 now);
}

// T14 is a lead's to decide: the case comes to the queue and waits there for him.
void escalate(Store& store, Case& the_case, const Open& open, Instant now) {
    the_case.escalated = true;
    if (!store.save_case(the_case)) return;
    add_step(store, the_case,
             {.number = "T36",
              .event = "question.lapsed",
              .reason = cat("no answer by ", to_iso(open.awaited.answer_by),
                            "; a lead gives it up, or a clerk notes what the customer said")},
             now);
}

// Silence is consent only where the agreement says so, and only to a proposal that has left us.
bool consents_by_silence(const Open& open) {
    return open.answer.silence_consents && open.sent;
}

bool consent_by_silence(Store& store, const FlowSettings& settings, Case& the_case,
                        const Open& open, Instant now) {
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading) return false;
    auto submission = submission_of(store, settings, the_case, *message, *reading);
    submission.history.revision = the_case.revision;
    const Command consent{.kind = CommandKind::consent,
                          .reason = cat("nothing heard by ", to_iso(open.awaited.answer_by),
                                        ": consent, as the agreement says")};
    const Judgement judgement = judge(store, settings, submission, consent, now);
    return judgement.decision &&
           commit_decision(store, settings, the_case, judgement, *judgement.decision, now);
}

// T23b
void lapse(Store& store, Case& the_case, const Open& open, Instant now) {
    const auto lapsed = next(the_case.state, OrderEvent::proposal_lapsed,
                             {.has_official_number = !the_case.official_no.empty()});
    if (!lapsed) return;
    const Step step{.number = std::string(lapsed->number),
                    .from = the_case.state,
                    .to = lapsed->to,
                    .event = std::string(lapsed->event),
                    .reason = cat("no answer by ", to_iso(open.awaited.answer_by))};
    the_case.state = lapsed->to;
    if (!store.save_case(the_case)) return;
    store.add_events(the_case.id, the_case.message_id, {step}, now);
    log_step(the_case, step);
}

void answer_is_due(Store& store, const FlowSettings& settings, Case& the_case, Instant now) {
    const bool question = the_case.state == OrderState::awaiting_customer;
    if (!question && the_case.state != OrderState::proposed) return;
    const auto open = open_of(store, the_case);
    if (!open) return;
    const DueStep step = due_step(open->awaited, settings.seller, now);
    if (step.next) store.set_duty({the_case.id, std::string(answer_duty), *step.next});
    switch (step.deed) {
    case DueDeed::nothing:
        return;
    case DueDeed::remind:
        return remind(store, settings, the_case, *open, step.reminder, now);
    case DueDeed::lapse:
        break;
    }
    if (question) return escalate(store, the_case, *open, now);
    if (consents_by_silence(*open) && consent_by_silence(store, settings, the_case, *open, now))
        return;
    lapse(store, the_case, *open, now);
}

void arrange_answer(Store& store, const FlowSettings& settings, const Case& the_case, Instant now) {
    const bool awaited =
        the_case.state == OrderState::awaiting_customer || the_case.state == OrderState::proposed;
    const auto open = awaited ? open_of(store, the_case) : std::nullopt;
    if (!open) return store.end_duty(the_case.id, std::string(answer_duty));
    const DueStep first = due_step(open->awaited, settings.seller, now);
    store.set_duty({the_case.id, std::string(answer_duty), first.next.value_or(now)});
}

// ── the list ─────────────────────────────────────────────────────────────────────────────────────
// `due`: called once when the time has come, the duty already taken away; it puts up the next one.
struct DutyKind {
    std::string_view name;
    void (*due)(Store& store, const FlowSettings& settings, Case& the_case, Instant now);
};
const DutyKind duty_kinds[] = {
    {answer_duty, answer_is_due},
    {proof_duty, chase_proof},
};

bool do_one(Store& store, const FlowSettings& settings, const Duty& duty, Instant now) {
    const auto kind = std::ranges::find(duty_kinds, std::string_view(duty.name), &DutyKind::name);
    if (kind == std::end(duty_kinds)) {
        log::warning("duty.unknown", {{"case", duty.case_id}, {"name", duty.name}});
        return store.take_duty(duty);
    }
    if (!store.take_duty(duty)) return false; // another daemon was quicker
    if (auto the_case = store.find_case(duty.case_id)) kind->due(store, settings, *the_case, now);
    return true;
}

bool touches_waiting(const Decision& decision) {
    const auto waits = [](OrderState state) {
        return state == OrderState::awaiting_customer || state == OrderState::proposed;
    };
    return std::ranges::any_of(
        decision.steps, [&](const Step& step) { return waits(step.from) || waits(step.to); });
}

} // namespace

int do_due(Store& store, const FlowSettings& settings, Instant now) {
    int done = 0;
    for (const auto& duty : store.due_duties(now, at_a_time)) {
        bool mine = false;
        store.in_transaction([&] { mine = do_one(store, settings, duty, now); });
        if (mine) ++done;
    }
    return done;
}

void arrange_duties(Store& store, const FlowSettings& settings, const Case& the_case,
                    const Decision& decision, Instant now) {
    if (touches_waiting(decision)) arrange_answer(store, settings, the_case, now);
}

} // namespace besteld
