// SPDX-License-Identifier: Apache-2.0
#include "app/metrics.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

void family(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out += cat("# HELP ", name, " ", help, "\n# TYPE ", name, " ", type, "\n");
}

void sample(std::string& out, std::string_view name, std::string_view label, std::string_view value,
            std::int64_t number) {
    std::string escaped;
    for (const char c : value) {
        if (c == '"' || c == '\\') escaped += '\\';
        escaped += c == '\n' ? ' ' : c;
    }
    out += cat(name, "{", label, "=\"", escaped, "\"} ", number, "\n");
}

} // namespace

std::string metrics_text(const Store::Counts& c, const std::map<std::string, ChannelRow>& channels,
                         const HandOffs::Counts& hand_offs) {
    std::string out;
    family(out, "besteld_messages", "gauge", "messages held, by disposition");
    sample(out, "besteld_messages", "state", "stored", c.stored);
    sample(out, "besteld_messages", "state", "done", c.done);
    sample(out, "besteld_messages", "state", "duplicate", c.duplicate);
    sample(out, "besteld_messages", "state", "quarantined", c.quarantined);
    sample(out, "besteld_messages", "state", "ignored", c.ignored);
    family(out, "besteld_cases", "gauge", "cases, waiting for a person and accepted");
    sample(out, "besteld_cases", "state", "waiting", c.open_cases);
    sample(out, "besteld_cases", "state", "accepted", c.accepted);
    family(out, "besteld_answers", "gauge", "answers to customers, by state");
    sample(out, "besteld_answers", "state", "waiting", c.outbox_pending);
    sample(out, "besteld_answers", "state", "sent", c.outbox_sent);
    sample(out, "besteld_answers", "state", "failed", c.outbox_failed);
    sample(out, "besteld_answers", "state", "unknown", c.outbox_ambiguous);
    family(out, "besteld_hand_offs", "gauge",
           "hand-offs to other systems: not gone yet, failed, not answered in time");
    sample(out, "besteld_hand_offs", "state", "waiting", hand_offs.pending);
    sample(out, "besteld_hand_offs", "state", "failed", hand_offs.failed);
    sample(out, "besteld_hand_offs", "state", "unanswered", hand_offs.unanswered);
    family(out, "besteld_interchanges_missing", "gauge",
           "interchanges that partners' numbers show were sent and that have not come");
    out += cat("besteld_interchanges_missing ", c.interchanges_missing, "\n");
    family(out, "besteld_channel_exists", "gauge", "what the server or folder says it holds");
    for (const auto& [channel, row] : channels)
        sample(out, "besteld_channel_exists", "channel", channel, row.present);
    family(out, "besteld_channel_missed", "gauge",
           "messages that the last balance found on the server and not in the store");
    for (const auto& [channel, row] : channels)
        sample(out, "besteld_channel_missed", "channel", channel, row.missed);
    family(out, "besteld_channel_up", "gauge", "1 working, 0 retrying or in need of a person");
    for (const auto& [channel, row] : channels)
        sample(out, "besteld_channel_up", "channel", channel,
               row.condition == ChannelRow::Condition::working ? 1 : 0);
    return out;
}

std::string trouble_text(const std::map<std::string, ChannelRow>& channels) {
    std::string out;
    for (const auto& [channel, row] : channels)
        if (row.condition == ChannelRow::Condition::alert)
            out += cat(channel, ": ", row.reason, "\n");
    return out;
}

} // namespace besteld
