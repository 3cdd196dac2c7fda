// SPDX-License-Identifier: Apache-2.0
#include "flow/typed_orders.hpp"

#include "base/text.hpp"
#include "flow/commit.hpp"
#include "flow/etiquette.hpp"
#include "flow/resume.hpp"
#include "order/noted.hpp"
#include "parsers/read.hpp"

namespace besteld {

namespace {

Reading read_back(const std::string& bytes) {
    return parsers::read(bytes, {.content_type = std::string(typed_content_type)});
}

Case case_of(const TypedOrder& typed, const StoredMessage& message, const Reading& reading) {
    Case the_case{.message_id = message.id,
                  .draft = reading.documents.at(0),
                  .received_at = message.received_at};
    the_case.editors = {typed.login};
    const auto chosen = [&](std::string field, const std::string& value) {
        if (!value.empty())
            the_case.corrections.push_back({.field = std::move(field),
                                            .line = {},
                                            .value = value,
                                            .actor = typed.login,
                                            .reason = std::string(name_of(typed.by))});
    };
    chosen("customer", typed.customer_no);
    chosen("ship_to", typed.ship_to);
    return the_case;
}

Submission submission_by_hand(const FlowSettings& settings, const Case& the_case,
                              const StoredMessage& message, const Reading& reading) {
    auto submission = submission_as_it_came(settings, the_case, message, reading);
    submission.history.editors = the_case.editors;
    return submission;
}

std::int64_t open_case(Store& store, const FlowSettings& settings, const TypedOrder& typed,
                       const StoredMessage& message, Role role) {
    const auto now = message.received_at;
    const Reading reading = read_back(message.bytes);
    store.store_reading(message.id, reading);
    Case the_case = case_of(typed, message, reading);
    store.earn_mails(message.id, mails_for_a_deed);
    commit_first_verdict(store, settings, the_case,
                         submission_by_hand(settings, the_case, message, reading), now);
    store.add_events(
        the_case.id, message.id,
        {noted(the_case.state, {.event = "order.typed",
                                .role = role,
                                .actor = typed.login,
                                .reason = cat(name_of(typed.by), ": ", typed.caller)})},
        now);
    store.finish_message(message.id, MessageState::done, "");
    return the_case.id;
}

} // namespace

Judgement judge_typed(Store& store, const FlowSettings& settings, const TypedOrder& typed,
                      Instant now) {
    const StoredMessage message{.channel = std::string(typed_channel), .received_at = now};
    const Reading reading = read_back(to_json_text(typed));
    const Case the_case = case_of(typed, message, reading);
    return judge(store, settings, submission_by_hand(settings, the_case, message, reading),
                 Command{}, now);
}

std::expected<std::int64_t, CommandRefused> take_typed(Store& store, const FlowSettings& settings,
                                                       const TypedOrder& typed, Role role,
                                                       Instant now) {
    std::int64_t case_id = 0;
    store.in_transaction([&] {
        const NewMessage arrived{.channel = std::string(typed_channel),
                                 .source_key = typed.once,
                                 .file_name = cat(name_of(typed.by), ".json"),
                                 .received_at = now,
                                 .bytes = to_json_text(typed)};
        const auto added = store.add_messages({arrived}).front();
        if (added.added == Added::stored) {
            const auto message = store.message(added.id, true);
            case_id = open_case(store, settings, typed, *message, role);
        } else if (const auto cases = store.cases_of_message(added.id); !cases.empty()) {
            case_id = cases.front();
        }
    });
    if (case_id == 0)
        return std::unexpected(CommandRefused{"changed_meanwhile", "this form was sent before"});
    return case_id;
}

} // namespace besteld
