// SPDX-License-Identifier: Apache-2.0
#include "deliver/hand_off_sender.hpp"

#include "base/durable_file.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"

#include <algorithm>
#include <system_error>

namespace besteld {

namespace {

constexpr auto hand_off_lease = std::chrono::minutes{30};

std::string_view content_type_of(HandOffFormat format) {
    switch (format) {
    case HandOffFormat::json:
        return "application/json";
    case HandOffFormat::csv:
        return "text/csv; charset=utf-8";
    case HandOffFormat::idoc:
        return "application/xml";
    }
    return "";
}

} // namespace

HandOffSender::HandOffSender(HandOffSettings settings, Store& store)
    : settings_(std::move(settings)), store_(store), hand_offs_(store) {}

void HandOffSender::release_leases() {
    hand_offs_.release_leases(settings_.daemon);
}

int HandOffSender::send_due(Instant now, const std::function<bool()>& stop) {
    auto rows = hand_offs_.lease(settings_.daemon, now, now + hand_off_lease, settings_.batch);
    for (auto& row : rows) {
        if (stop())
            hand_offs_.mark(row.id, HandOffState::pending, row.last_reply, std::nullopt, now,
                            row.fence);
        else
            send(row, now);
    }
    return static_cast<int>(rows.size());
}

void HandOffSender::send(HandOffRow& row, Instant now) {
    Outcome outcome;
    try {
        if (row.bytes.empty()) {
            auto bytes = render_hand_off(row.what, format_of(row),
                                         {.number = std::to_string(row.id),
                                          .sender = settings_.idoc_sender,
                                          .receiver = settings_.idoc_receiver,
                                          .zone = settings_.zone});
            if (!bytes) {
                record(row, {HandOffState::failed, cat("not sent: ", bytes.error()), {}, {}}, now);
                return;
            }
            row.bytes = std::move(*bytes);
            hand_offs_.store_rendered(row.id, row.bytes);
        }
        outcome = row.way == HandOffWay::folder ? write_file(row) : call(row, now);
    } catch (const std::system_error& fault) {
        outcome = {HandOffState::retry, fault.what(), std::nullopt, {}};
    }
    if (outcome.state == HandOffState::retry && !outcome.next_attempt)
        outcome.next_attempt = later(row, now, std::chrono::seconds{0});
    try {
        record(row, outcome, now);
    } catch (const LeaseLost& lost) {
        log::warning("hand_off.lease_lost", {{"row", row.id}, {"reason", lost.what()}});
    }
}

// The receipt that an answer brings is recorded in the commit that says it was sent.
void HandOffSender::record(const HandOffRow& row, const Outcome& outcome, Instant now) {
    store_.in_transaction([&] {
        hand_offs_.mark(row.id, outcome.state, outcome.reply, outcome.next_attempt, now, row.fence);
        if (outcome.number.empty() || row.answered_at) return;
        const auto the_case = store_.find_case(row.case_id);
        if (!the_case) return;
        hand_offs_.record_answer(row.what.key, "received", outcome.number, "", now);
        store_.add_events(
            row.case_id, the_case->message_id,
            {noted(the_case->state, {.event = "hand_off.received",
                                     .reason = cat(row.what.key, ": received ", outcome.number)})},
            now);
    });
    const bool sent = outcome.state == HandOffState::sent;
    log::write(sent ? log::Level::info : log::Level::warning,
               sent                                    ? "hand_off.sent"
               : outcome.state == HandOffState::failed ? "hand_off.failed"
                                                       : "hand_off.waits",
               {{"key", row.what.key},
                {"target", name_of(row.target)},
                {"way", name_of(row.way)},
                {"order", row.what.order},
                {"reply", outcome.reply}});
}

HandOffFormat HandOffSender::format_of(const HandOffRow& row) const {
    if (row.way == HandOffWay::webhook) return HandOffFormat::json;
    const bool erp = row.target == HandOffTarget::erp;
    // A question has no form in an IDoc.
    if (erp && row.what.kind == HandOffKind::question) return settings_.notice_format;
    return erp ? settings_.format : settings_.notice_format;
}

std::filesystem::path HandOffSender::folder_of(const HandOffRow& row) const {
    switch (row.target) {
    case HandOffTarget::erp:
        return settings_.erp_folder;
    case HandOffTarget::warehouse:
        return settings_.warehouse_folder;
    case HandOffTarget::production:
        return settings_.production_folder;
    }
    return {};
}

// The manifest comes last: whoever waits for it never reads half a file. What lies there already
// under this name must be the same thing.
HandOffSender::Outcome HandOffSender::write_file(const HandOffRow& row) const {
    const auto folder = folder_of(row);
    if (folder.empty())
        return {HandOffState::failed,
                cat("no folder is set for ", name_of(row.target), " in [hand_off]"),
                {},
                {}};
    const auto stem = file_stem_of(row.what);
    const std::string name = stem + std::string(file_ending_of(format_of(row)));
    std::filesystem::create_directories(folder);
    const auto path = folder / name;
    if (std::filesystem::exists(path) && read_file(path) != row.bytes)
        return {HandOffState::failed, cat("another file is called ", name), {}, {}};
    write_durably(path, row.bytes);
    write_durably(folder / (stem + ".manifest.json"), manifest_of(row.what, name, row.bytes));
    return {HandOffState::sent, cat("written as ", name), {}, {}};
}

HandOffSender::Outcome HandOffSender::call(const HandOffRow& row, Instant now) const {
    if (settings_.webhook.url.empty())
        return {HandOffState::failed, "no webhook is set in [hand_off]", {}, {}};
    const auto answered = call_webhook(
        settings_.webhook,
        {.key = row.what.key,
         .kind = std::string(name_of(row.what.kind)),
         .content_type = std::string(content_type_of(HandOffFormat::json)),
         .body = row.bytes,
         .at = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count()});
    switch (answered.kind) {
    case WebhookOutcome::Kind::taken:
        return {HandOffState::sent, answered.text, {}, answered.number};
    case WebhookOutcome::Kind::failed:
        return {HandOffState::failed, answered.text, {}, {}};
    case WebhookOutcome::Kind::retry:
        break;
    }
    return {HandOffState::retry, answered.text, later(row, now, answered.retry_after), {}};
}

// A hand-off is never given up by itself: the order stands, and the other system must hear of it.
Instant HandOffSender::later(const HandOffRow& row, Instant now, std::chrono::seconds asked) const {
    auto pause = settings_.first_retry;
    for (int i = 1; i < row.attempts && pause < settings_.longest_retry; ++i)
        pause *= 2;
    pause = std::min(std::max(pause, std::chrono::milliseconds{asked}), settings_.longest_retry);
    return now + pause;
}

} // namespace besteld
