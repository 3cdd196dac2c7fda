// SPDX-License-Identifier: Apache-2.0
#include "flow/take_reports.hpp"

#include "flow/commit.hpp"
#include "flow/fulfil.hpp"

#include "base/log.hpp"
#include "base/text.hpp"

namespace besteld {

namespace {

Problem problem_of(const Feedback& said, const FeedbackFate& fate) {
    return {.severity = Severity::error,
            .place = {.where = cat(name_of(said.kind), " ", said.key)},
            .code = "feedback.contradiction",
            .text = fate.text,
            .hint = fate.hint};
}

std::string words_of(FeedbackFate::Kind kind) {
    switch (kind) {
    case FeedbackFate::Kind::applied:
        return "applied";
    case FeedbackFate::Kind::known:
        return "known";
    case FeedbackFate::Kind::waiting:
        return "waiting";
    case FeedbackFate::Kind::refused:
        return "refused";
    }
    return "";
}

} // namespace

std::int64_t open_exception(Store& store, const FlowSettings& settings, const ExceptionCase& about,
                            const std::vector<Problem>& problems, Instant now) {
    const auto message = store.message(about.message_id, false);
    if (!message) throw StoreFault(cat("there is no message ", about.message_id));
    Reading reading;
    reading.format = about.format;
    reading.problems = problems;
    OrderDraft draft = stand_in_for(reading);
    draft.envelope = about.envelope;
    Submission submission{.draft = draft,
                          .answer_context = answer_context_of(settings, reading, draft, *message),
                          .origins = origins_of(settings, *message, reading)};
    submission.answer_context.no_answer_because = "it comes from our own house";
    submission.answer_context.first_of_message = false; // no receipt for what nobody sent
    const Judgement judgement = judge(store, settings, submission, Command{}, now);
    if (!judgement.decision)
        throw StoreFault(cat("a first judgement was refused: ", judgement.decision.error().text));
    Case the_case{.message_id = about.message_id,
                  .document = about.document,
                  .draft = draft,
                  .received_at = message->received_at};
    commit_decision(store, settings, the_case, judgement, *judgement.decision, now);
    return the_case.id;
}

MessageOutcome take_reports(Store& store, const FlowSettings& settings,
                            const StoredMessage& message, const Reading& reading, Instant now) {
    MessageOutcome outcome;
    auto problems = reading.problems;
    const auto reports = reading.parts.empty()
                             ? std::vector<Feedback>{}
                             : feedback_list_from_json(reading.parts.front().text);
    for (std::uint32_t i = 0; i < reports.size(); ++i) {
        const auto& said = reports[i];
        const auto fate = take_feedback(
            store, settings, said,
            {.channel = message.channel, .message_id = message.id, .position = i}, now);
        if (fate.kind == FeedbackFate::Kind::refused) problems.push_back(problem_of(said, fate));
        for (const auto& follower : fate.followers)
            problems.push_back(problem_of(said, follower));
        log::info("feedback.taken", {{"message", message.id},
                                     {"kind", name_of(said.kind)},
                                     {"key", said.key},
                                     {"order", said.order},
                                     {"fate", words_of(fate.kind)},
                                     {"reason", fate.text}});
    }
    if (!problems.empty())
        outcome.cases.push_back(
            open_exception(store, settings, {.message_id = message.id}, problems, now));
    outcome.note = cat(reports.size(), " reports, ", problems.size(), " for a person");
    return outcome;
}

} // namespace besteld
