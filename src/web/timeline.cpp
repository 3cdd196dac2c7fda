// SPDX-License-Identifier: Apache-2.0
#include "web/timeline.hpp"

#include "base/text.hpp"
#include "web/event_words.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"
#include "web/orders_page.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::string_view name_of_state(HandOffState state) {
    switch (state) {
    case HandOffState::pending:
        return "pending";
    case HandOffState::sent:
        return "sent";
    case HandOffState::retry:
        return "retry";
    case HandOffState::failed:
        return "failed";
    }
    return "failed";
}

std::string_view name_of_state(FeedbackState state) {
    switch (state) {
    case FeedbackState::applied:
        return "applied";
    case FeedbackState::known:
        return "known";
    case FeedbackState::waiting:
        return "waiting";
    case FeedbackState::refused:
        return "refused";
    }
    return "refused";
}

std::string moment_of(Instant at, const Viewer& viewer) {
    return format_moment(at, viewer.zone, viewer.words);
}

TimelineEntry of_message(const StoredMessage& message, const OrderLife& life,
                         const Viewer& viewer) {
    return {.at = message.received_at,
            .what = viewer.words.at("ui.message_received"),
            .who = message.channel,
            .why = message.file_name,
            .link = cat(order_address(life.the_case.id), "/message/", message.id),
            .link_words = viewer.words.at("ui.original")};
}

TimelineEntry of_answer(const OutboxRow& row, const OrderLife& life, const Viewer& viewer) {
    const auto& words = viewer.words;
    const auto times = life.answer_times.find(row.id);
    TimelineEntry moment{
        .what = cat(kind_words(row.answer.kind, words), ": ", outbox_words(row.state, words)),
        .who = row.answer.channel == AnswerChannel::edi ? words.at("ui.by_edi") : row.recipient,
        .link = cat(order_address(life.the_case.id), "/answer/", row.id),
        .link_words = words.at("ui.look")};
    if (times != life.answer_times.end()) {
        moment.at = times->second.created_at;
        if (times->second.sent_at) moment.why = moment_of(*times->second.sent_at, viewer);
    }
    return moment;
}

TimelineEntry of_version(const OrderVersion& version, const Viewer& viewer) {
    return {.at = version.replaced_at,
            .what = viewer.words.fill("ui.revision_replaced",
                                      {{"n", std::to_string(version.revision)}}),
            .link = order_address(version.replaced_by),
            .link_words = viewer.words.at("tie.changed_by")};
}

TimelineEntry of_hand_off(const HandOffRow& row, const Viewer& viewer) {
    const auto& words = viewer.words;
    TimelineEntry moment{.at = row.created_at,
                         .what = cat(words.at(cat("target.", name_of(row.target))), ": ",
                                     words.at(cat("hand_off.", name_of(row.what.kind))), ", ",
                                     words.at(cat("outbox.", name_of_state(row.state)))),
                         .why = row.what.question};
    if (row.answered_at)
        moment.why = cat(moment.why, moment.why.empty() ? "" : " · ",
                         words.at_or(cat("said.", row.said), row.said),
                         row.number.empty() ? "" : cat(" ", row.number), " ",
                         moment_of(*row.answered_at, viewer),
                         row.remark.empty() ? "" : cat(" ", row.remark));
    return moment;
}

TimelineEntry of_feedback(const FeedbackRow& row, const Viewer& viewer) {
    const auto& words = viewer.words;
    return {.at = row.received_at,
            .what = cat(words.at(cat("feedback.", name_of(row.said.kind))), ": ",
                        words.at(cat("feedback_state.", name_of_state(row.state)))),
            .who = row.channel,
            .why = row.remark.empty() ? row.said.note : row.remark};
}

} // namespace

std::vector<TimelineEntry> timeline_of(const OrderLife& life, const Viewer& viewer) {
    std::vector<TimelineEntry> moments;
    // What happened in the same moment stays in the order in which it is told here.
    const auto add = [&](TimelineEntry moment) {
        const auto after = std::ranges::upper_bound(moments, moment.at, {}, &TimelineEntry::at);
        moments.insert(after, std::move(moment));
    };
    for (const auto& message : life.messages)
        add(of_message(message, life, viewer));
    for (const auto& event : life.events)
        add({.at = event.at,
             .what = event_words(event.step, viewer.words),
             .who = event.step.actor,
             .why = reason_words(event.step, viewer.words),
             .link = {},
             .link_words = {}});
    for (const auto& row : life.answers)
        add(of_answer(row, life, viewer));
    for (const auto& version : life.versions)
        add(of_version(version, viewer));
    for (const auto& row : life.hand_offs)
        add(of_hand_off(row, viewer));
    for (const auto& row : life.feedback)
        add(of_feedback(row, viewer));
    for (const auto& package : life.packages)
        add({.at = package.archived_at,
             .what = viewer.words.at("ui.packed"),
             .who = {},
             .why = package.file,
             .link = {},
             .link_words = {}});
    return moments;
}

void fill_timeline(Dictionary& page, const OrderLife& life, const Viewer& viewer) {
    for (const auto& moment : timeline_of(life, viewer)) {
        auto& one = *page.AddSectionDictionary("MOMENT");
        put(one, "AT", moment_of(moment.at, viewer));
        put(one, "WORDS", moment.what);
        put_if(one, "WHO", moment.who);
        put_if(one, "WHY", moment.why);
        if (moment.link.empty()) continue;
        auto& link = *one.AddSectionDictionary("LINK");
        put(link, "URL", moment.link);
        put(link, "LINK_WORDS", moment.link_words);
    }
}

} // namespace besteld
