// SPDX-License-Identifier: Apache-2.0
#include "flow/tell_again.hpp"

#include "flow/etiquette.hpp"
#include "flow/refused.hpp"
#include "flow/resume.hpp"
#include "flow/status_answer.hpp"
#include "flow/way_back.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"

#include <algorithm>
#include <ranges>

namespace besteld {

namespace {

// Nobody takes back in the last moment what the sender may take at the same time.
constexpr auto before_it_leaves = std::chrono::seconds{2};
constexpr std::string_view again = "again/";

bool stands(const Answer& answer) {
    return answer.kind == AnswerKind::confirmation || answer.kind == AnswerKind::proposal ||
           answer.kind == AnswerKind::question || answer.kind == AnswerKind::rejection;
}

bool is_on_its_way(const OutboxRow& row) {
    return row.state == OutboxState::pending || row.state == OutboxState::retry ||
           row.state == OutboxState::talking;
}

void say(Store& store, const Case& the_case, Step step, const Teller& teller) {
    step.role = teller.role;
    step.actor = teller.actor;
    step = noted(the_case.state, std::move(step));
    store.add_events(the_case.id, the_case.message_id, {step}, teller.now);
    log::info(step.event, {{"case", the_case.case_no},
                           {"order", the_case.official_no},
                           {"actor", step.actor},
                           {"reason", step.reason}});
}

// The last on each way of what was said at the same time as the standing one.
std::vector<const OutboxRow*> ways_of(const std::vector<OutboxRow>& answers,
                                      const OutboxRow& standing) {
    std::vector<const OutboxRow*> ways;
    for (const auto& row : std::views::reverse(answers)) {
        const bool same = row.answer.kind == standing.answer.kind &&
                          row.answer.revision == standing.answer.revision &&
                          row.answer.question_no == standing.answer.question_no;
        const auto on_this_way = [&](const OutboxRow* one) { return one->channel == row.channel; };
        if (same && std::ranges::none_of(ways, on_this_way)) ways.push_back(&row);
    }
    return ways;
}

void send_later(Store& store, const FlowSettings& settings, OutboxRow row, const Teller& teller) {
    row.next_attempt_at = teller.now + settings.hold;
    store.add_outbox(row, settings.mail_domain, teller.now);
}

} // namespace

std::optional<OutboxRow> standing_answer(const std::vector<OutboxRow>& answers) {
    for (const auto& row : std::views::reverse(answers))
        if (stands(row.answer)) return row;
    return std::nullopt;
}

std::optional<CommandRefused> resend_answer(Store& store, const FlowSettings& settings,
                                            const Case& the_case, const Teller& teller) {
    std::optional<CommandRefused> outcome;
    store.in_transaction([&] {
        const auto answers = store.outbox_of_case(the_case.id);
        const auto standing = standing_answer(answers);
        if (!standing) {
            outcome = refused("nothing_told", "the customer was told nothing that could go again");
            return;
        }
        const auto ways = ways_of(answers, *standing);
        if (std::ranges::any_of(ways, [](const OutboxRow* one) { return is_on_its_way(*one); })) {
            outcome = refused("not_left_yet", "it has not left yet; nothing needs to go again");
            return;
        }
        store.earn_mails(the_case.message_id, mails_for_a_deed);
        for (const auto* one : ways) {
            OutboxRow row{.case_id = one->case_id,
                          .message_id = one->message_id,
                          .channel = one->channel,
                          .answer = one->answer,
                          .recipient = one->recipient,
                          .key = cat(again, one->id)};
            send_later(store, settings, std::move(row), teller);
            say(store, the_case, {.event = "document.resent", .reason = one->recipient}, teller);
        }
    });
    return outcome;
}

std::optional<CommandRefused> tell_status(Store& store, const FlowSettings& settings,
                                          const Case& the_case, const Teller& teller) {
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading) return refused("not_found", "the message of this order is gone");
    const auto submission = submission_of(store, settings, the_case, *message, *reading);
    const Judgement judgement = judge(store, settings, submission, Command{}, teller.now);
    if (judgement.order.customer_no.empty())
        return refused("customer_unknown", "first say whose order it is: set customer");
    const AnswerFrame frame{judgement.order, judgement.terms, submission.answer_context,
                            submission.history, teller.now};
    auto answers = status_answers(store, frame, {the_case}, Cause::person);
    if (answers.empty()) return refused("no_address", "there is no address on file to answer to");
    std::optional<CommandRefused> outcome;
    store.in_transaction([&] {
        const auto told = store.outbox_of_case(the_case.id);
        if (std::ranges::any_of(told, [&](const OutboxRow& row) {
                return row.answer.kind == AnswerKind::status && is_on_its_way(row);
            })) {
            outcome = refused("not_left_yet", "it has not left yet; nothing needs to go again");
            return;
        }
        store.earn_mails(the_case.message_id, mails_for_a_deed);
        for (auto& answer : answers) {
            const bool edi = answer.channel == AnswerChannel::edi;
            auto row = row_for(store, settings, the_case, std::move(answer));
            // The same words may be told on another day.
            row.key = cat(again, "status/", the_case.id, "/", to_iso(teller.now), "/",
                          edi ? "edi" : "mail");
            const std::string recipient = row.recipient;
            send_later(store, settings, std::move(row), teller);
            say(store, the_case, {.event = "status.answered", .reason = recipient}, teller);
        }
    });
    return outcome;
}

bool can_take_back(const OutboxRow& row, Instant now) {
    return row.key.starts_with(again) && row.state == OutboxState::pending && row.attempts == 0 &&
           row.next_attempt_at && *row.next_attempt_at > now + before_it_leaves;
}

std::optional<CommandRefused> take_back(Store& store, const Case& the_case, std::int64_t answer_id,
                                        const Teller& teller) {
    std::optional<CommandRefused> outcome = refused("not_found", "there is no such answer");
    store.in_transaction([&] {
        const auto rows = store.outbox_of_case(the_case.id);
        const auto meant = std::ranges::find(rows, answer_id, &OutboxRow::id);
        if (meant == rows.end()) return;
        if (!can_take_back(*meant, teller.now)) {
            outcome = refused("has_left", "it has left, or is about to");
            return;
        }
        outcome.reset();
        for (const auto& row : rows) {
            if (row.answer.kind != meant->answer.kind || !can_take_back(row, teller.now)) continue;
            store.mark_outbox(row.id, OutboxState::held, cat("taken back by ", teller.actor),
                              std::nullopt);
            say(store, the_case, {.event = "document.taken_back", .reason = row.recipient}, teller);
        }
    });
    return outcome;
}

std::optional<CommandRefused> add_note(Store& store, const Case& the_case, const std::string& text,
                                       const Teller& teller) {
    const std::string words(trim(text));
    if (words.empty()) return refused("reason_missing", "what is to be noted?");
    say(store, the_case, {.event = "note.added", .reason = words}, teller);
    return std::nullopt;
}

} // namespace besteld
