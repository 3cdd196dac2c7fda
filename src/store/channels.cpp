// SPDX-License-Identifier: Apache-2.0
#include "store/channels.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view channel_columns =
    "channel, daemon, condition, looked_at, since, present, listed, stored, gone, balanced_at, "
    "on_server, held, marked, missed, reason";

ChannelRow::Condition condition_named(std::string_view name) {
    if (name == "working") return ChannelRow::Condition::working;
    return name == "retrying" ? ChannelRow::Condition::retrying : ChannelRow::Condition::alert;
}

} // namespace

std::string_view name_of(ChannelRow::Condition condition) {
    switch (condition) {
    case ChannelRow::Condition::working:
        return "working";
    case ChannelRow::Condition::retrying:
        return "retrying";
    case ChannelRow::Condition::alert:
        break;
    }
    return "alert";
}

Channels::Channels(Store& store) : session_(session_of(store)) {}

void Channels::save(std::span<const ChannelRow> rows) {
    Transaction transaction(session_);
    for (const auto& one : rows)
        session_.execute(
            cat("INSERT INTO channel_state (", channel_columns, ") VALUES ",
                parameter_rows(1, 1, 15),
                " ON CONFLICT (channel) DO UPDATE SET daemon = excluded.daemon, "
                "since = CASE WHEN channel_state.condition = excluded.condition "
                "THEN channel_state.since ELSE excluded.since END, "
                "condition = excluded.condition, looked_at = excluded.looked_at, "
                "present = excluded.present, listed = excluded.listed, stored = excluded.stored, "
                "gone = excluded.gone, balanced_at = excluded.balanced_at, "
                "on_server = excluded.on_server, held = excluded.held, marked = excluded.marked, "
                "missed = excluded.missed, reason = excluded.reason"),
            {value(one.channel), value(one.daemon), value(name_of(one.condition)),
             value(one.looked_at), value(one.looked_at), one.present, one.listed, one.stored,
             one.gone, value(one.balanced_at), one.on_server, one.held, one.marked, one.missed,
             value(one.reason)});
    transaction.commit();
}

std::vector<ChannelRow> Channels::all() {
    std::vector<ChannelRow> rows;
    for (const auto& row :
         session_.execute(cat("SELECT ", channel_columns, " FROM channel_state ORDER BY channel"))
             .rows)
        rows.push_back({.channel = row.text(0),
                        .daemon = row.text(1),
                        .condition = condition_named(row.text(2)),
                        .reason = row.text(14),
                        .looked_at = row.instant(3),
                        .since = row.instant(4),
                        .present = row.integer(5),
                        .listed = row.integer(6),
                        .stored = row.integer(7),
                        .gone = row.integer(8),
                        .balanced_at = row.maybe_instant(9),
                        .on_server = row.integer(10),
                        .held = row.integer(11),
                        .marked = row.integer(12),
                        .missed = row.integer(13)});
    return rows;
}

void Channels::keep_only(const std::string& daemon, const std::vector<std::string>& channels) {
    Transaction transaction(session_);
    for (const auto& row :
         session_.execute("SELECT channel FROM channel_state WHERE daemon = $1", {value(daemon)})
             .rows)
        if (std::ranges::find(channels, row.text(0)) == channels.end())
            session_.execute("DELETE FROM channel_state WHERE channel = $1", {row.cell(0)});
    transaction.commit();
}

} // namespace besteld
