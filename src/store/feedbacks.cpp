// SPDX-License-Identifier: Apache-2.0
#include "store/feedbacks.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/names.hpp"
#include "store/session.hpp"

namespace besteld {

namespace {

constexpr std::array<std::string_view, 4> feedback_states{"applied", "known", "waiting", "refused"};

constexpr std::string_view feedback_columns =
    "id, channel, message_id, position, case_id, received_at, state, remark, body";

std::string_view name_of(FeedbackState state) {
    return feedback_states.at(static_cast<std::size_t>(state));
}

std::vector<FeedbackRow> rows_of(const Result& found) {
    std::vector<FeedbackRow> rows;
    for (const auto& cells : found.rows)
        rows.push_back({.id = cells.integer(0),
                        .said = feedback_from_json(cells.text(8)),
                        .channel = cells.text(1),
                        .message_id = cells.integer(2),
                        .position = static_cast<std::uint32_t>(cells.integer(3)),
                        .case_id = cells.integer(4),
                        .received_at = cells.instant(5),
                        .state = enum_named<FeedbackState>(feedback_states, cells.text(6)),
                        .remark = cells.text(7)});
    return rows;
}

} // namespace

Feedbacks::Feedbacks(Store& store) : session_(*store.session_) {}

Feedbacks::Seen Feedbacks::add(FeedbackRow& row) {
    const auto body = to_json_text(row.said);
    const auto sha256 = sha256_hex(body);
    const auto added = session_.execute(
        "INSERT INTO feedback (kind, key, sha256, channel, message_id, position, received_at, "
        "state, remark, body) VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', '', $8) "
        "ON CONFLICT (kind, key) DO NOTHING RETURNING id",
        {value(besteld::name_of(row.said.kind)), value(row.said.key), value(sha256),
         value(row.channel), row.message_id, std::int64_t{row.position}, value(row.received_at),
         value(body)});
    if (!added.rows.empty()) {
        row.id = added.rows.front().integer(0);
        return Seen::new_one;
    }
    const auto before =
        session_.execute("SELECT sha256 FROM feedback WHERE kind = $1 AND key = $2",
                         {value(besteld::name_of(row.said.kind)), value(row.said.key)});
    return before.rows.at(0).text(0) == sha256 ? Seen::repeat : Seen::key_used_again;
}

void Feedbacks::mark(std::int64_t id, FeedbackState state, std::int64_t case_id,
                     const std::string& remark) {
    session_.execute("UPDATE feedback SET state = $2, case_id = $3, remark = $4 WHERE id = $1",
                     {id, value(name_of(state)), value_or_null(case_id), value(remark)});
}

std::vector<FeedbackRow> Feedbacks::waiting_for(std::int64_t case_id) {
    return rows_of(
        session_.execute(cat("SELECT ", feedback_columns,
                             " FROM feedback WHERE case_id = $1 AND state = 'waiting' ORDER BY id"),
                         {case_id}));
}

std::vector<FeedbackRow> Feedbacks::waiting_since(Instant before, int limit) {
    return rows_of(
        session_.execute(cat("SELECT ", feedback_columns,
                             " FROM feedback WHERE state = 'waiting' AND received_at <= $1 "
                             "ORDER BY received_at, id LIMIT $2"),
                         {value(before), std::int64_t{limit}}));
}

std::vector<FeedbackRow> Feedbacks::of_case(std::int64_t case_id) {
    return rows_of(session_.execute(
        cat("SELECT ", feedback_columns, " FROM feedback WHERE case_id = $1 ORDER BY id"),
        {case_id}));
}

std::vector<FeedbackRow> Feedbacks::receipts_without_order(Instant since, int limit) {
    return rows_of(session_.execute(
        cat("SELECT ", feedback_columns,
            " FROM feedback WHERE kind = 'receipt' AND state = 'refused' AND received_at >= $1 "
            "ORDER BY id LIMIT $2"),
        {value(since), std::int64_t{limit}}));
}

} // namespace besteld
