// SPDX-License-Identifier: Apache-2.0
#include "store/hand_offs.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/blobs.hpp"
#include "store/names.hpp"
#include "store/session.hpp"

namespace besteld {

namespace {

constexpr std::array<std::string_view, 4> hand_off_states{"pending", "sent", "retry", "failed"};

std::string_view name_of(HandOffState state) {
    return hand_off_states.at(static_cast<std::size_t>(state));
}

constexpr std::string_view hand_off_columns =
    "id, way, target, case_id, state, attempts, created_at, sent_at, answer_by, answered_at, said, "
    "number, remark, last_reply, fence, sha256, body";

template <typename T>
T known_word(std::optional<T> found, const std::string& name) {
    if (!found) throw StoreFault(cat("the database holds an unknown word: ", name));
    return *found;
}

HandOffRow row_of(Session& session, const Row& cells) {
    HandOffRow row{.id = cells.integer(0),
                   .way = known_word(hand_off_way_by_name(cells.text(1)), cells.text(1)),
                   .target = known_word(hand_off_target_by_name(cells.text(2)), cells.text(2)),
                   .case_id = cells.integer(3),
                   .what = hand_off_from_json(cells.text(16)),
                   .state = enum_named<HandOffState>(hand_off_states, cells.text(4)),
                   .attempts = static_cast<int>(cells.integer(5)),
                   .created_at = cells.instant(6),
                   .sent_at = cells.maybe_instant(7),
                   .answer_by = cells.maybe_instant(8),
                   .answered_at = cells.maybe_instant(9),
                   .said = cells.text(10),
                   .number = cells.text(11),
                   .remark = cells.text(12),
                   .last_reply = cells.text(13),
                   .fence = cells.integer(14)};
    if (!cells.is_null(15)) row.bytes = get_blob(session, cells.text(15));
    return row;
}

std::vector<HandOffRow> rows_of(Session& session, const Result& found) {
    std::vector<HandOffRow> rows;
    for (const auto& cells : found.rows)
        rows.push_back(row_of(session, cells));
    return rows;
}

} // namespace

HandOffs::HandOffs(Store& store) : session_(*store.session_) {}

bool HandOffs::add(HandOffRow& row, Instant now) {
    const auto added = session_.execute(
        "INSERT INTO hand_off (key, way, target, kind, case_id, revision, state, ready_at, "
        "created_at, answer_by, said, number, remark, last_reply, body) "
        "VALUES ($1, $2, $3, $4, $5, $6, 'pending', 0, $7, $8, '', '', '', '', $9) "
        "ON CONFLICT (key, way) DO NOTHING RETURNING id",
        {value(row.what.key), value(besteld::name_of(row.way)), value(besteld::name_of(row.target)),
         value(besteld::name_of(row.what.kind)), row.case_id, std::int64_t{row.what.revision},
         value(now), value(row.answer_by), value(to_json_text(row.what))});
    if (added.rows.empty()) return false;
    row.id = added.rows.front().integer(0);
    row.created_at = now;
    return true;
}

std::vector<HandOffRow> HandOffs::lease(const std::string& daemon, Instant now, Instant until,
                                        int limit) {
    std::vector<HandOffRow> leased;
    Transaction transaction(session_);
    const auto ready =
        session_.execute("SELECT id FROM hand_off WHERE ready_at IS NOT NULL AND ready_at <= $1 "
                         "AND NOT EXISTS (SELECT 1 FROM hand_off AS earlier WHERE earlier.case_id "
                         "= hand_off.case_id "
                         "AND earlier.id < hand_off.id AND earlier.target = hand_off.target "
                         "AND earlier.way = hand_off.way AND earlier.state <> 'sent') "
                         "ORDER BY ready_at, id LIMIT $2 {skip locked}",
                         {value(now), std::int64_t{limit}});
    for (const auto& row : ready.rows) {
        const auto taken = session_.execute(
            cat("UPDATE hand_off SET attempts = attempts + 1, fence = fence + 1, lease_owner = $2, "
                "ready_at = $3 WHERE id = $1 RETURNING ",
                hand_off_columns),
            {row.integer(0), value(daemon), value(until)});
        leased.push_back(row_of(session_, taken.rows.at(0)));
    }
    transaction.commit();
    return leased;
}

void HandOffs::release_leases(const std::string& daemon) {
    session_.execute("UPDATE hand_off SET ready_at = 0, lease_owner = NULL WHERE lease_owner = $1 "
                     "AND ready_at IS NOT NULL",
                     {value(daemon)});
}

void HandOffs::store_rendered(std::int64_t id, const std::string& bytes) {
    Transaction transaction(session_);
    const auto found =
        session_.execute("SELECT sha256 FROM hand_off WHERE id = $1 {for update}", {id});
    const auto sha256 = sha256_hex(bytes);
    if (found.rows.empty()) throw StoreFault(cat("there is no hand-off ", id));
    if (!found.rows.front().is_null(0) && found.rows.front().text(0) != sha256)
        throw StoreFault(cat("hand-off ", id, " is rendered already, and otherwise"));
    put_blob(session_, bytes);
    session_.execute("UPDATE hand_off SET sha256 = $2 WHERE id = $1", {id, value(sha256)});
    transaction.commit();
}

void HandOffs::mark(std::int64_t id, HandOffState state, const std::string& reply,
                    std::optional<Instant> next_attempt, Instant now, std::int64_t fence) {
    const bool again = state == HandOffState::retry || state == HandOffState::pending;
    const auto marked = session_.execute(
        "UPDATE hand_off SET state = $2, last_reply = $3, ready_at = $4, lease_owner = NULL, "
        "sent_at = $5 WHERE id = $1 AND fence = $6",
        {id, value(name_of(state)), value(reply),
         again ? Value{next_attempt ? to_millis(*next_attempt) : 0} : Value{},
         state == HandOffState::sent ? value(now) : Value{}, fence});
    if (marked.changed == 0) throw LeaseLost(cat("hand-off ", id, " was leased by another daemon"));
}

bool HandOffs::resend(const std::string& key) {
    return session_
               .execute("UPDATE hand_off SET state = 'pending', ready_at = 0, attempts = 0 "
                        "WHERE key = $1 AND state = 'failed'",
                        {value(key)})
               .changed > 0;
}

std::vector<HandOffRow> HandOffs::with_key(const std::string& key) {
    return rows_of(session_, session_.execute(cat("SELECT ", hand_off_columns,
                                                  " FROM hand_off WHERE key = $1 ORDER BY id"),
                                              {value(key)}));
}

std::vector<HandOffRow> HandOffs::of_case(std::int64_t case_id) {
    return rows_of(session_, session_.execute(cat("SELECT ", hand_off_columns,
                                                  " FROM hand_off WHERE case_id = $1 ORDER BY id"),
                                              {case_id}));
}

void HandOffs::record_answer(const std::string& key, const std::string& said,
                             const std::string& number, const std::string& remark, Instant at) {
    session_.execute("UPDATE hand_off SET answered_at = $2, said = $3, number = $4, remark = $5 "
                     "WHERE key = $1 AND answered_at IS NULL",
                     {value(key), value(at), value(said), value(number), value(remark)});
}

std::vector<HandOffRow> HandOffs::overdue(Instant now, int limit) {
    return rows_of(
        session_,
        session_.execute(cat("SELECT ", hand_off_columns,
                             " FROM hand_off WHERE answer_by IS NOT NULL AND answered_at IS NULL "
                             "AND answer_by <= $1 AND alarmed_at IS NULL ORDER BY answer_by, id "
                             "LIMIT $2"),
                         {value(now), std::int64_t{limit}}));
}

void HandOffs::mark_alarmed(std::int64_t id, Instant at) {
    session_.execute("UPDATE hand_off SET alarmed_at = $2 WHERE id = $1", {id, value(at)});
}

HandOffs::Counts HandOffs::counts(Instant now) {
    Counts counts;
    for (const auto& row :
         session_
             .execute("SELECT state, count(*) FROM hand_off WHERE state <> 'sent' GROUP BY state")
             .rows)
        (row.text(0) == "failed" ? counts.failed : counts.pending) += row.integer(1);
    counts.unanswered = session_
                            .execute("SELECT count(*) FROM hand_off WHERE answer_by IS NOT NULL "
                                     "AND answered_at IS NULL AND answer_by <= $1",
                                     {value(now)})
                            .rows.front()
                            .integer(0);
    return counts;
}

std::vector<HandOffs::Reconciled> HandOffs::accepted_orders(Instant since, std::int64_t after_case,
                                                            int limit) {
    std::vector<Reconciled> orders;
    const auto found = session_.execute(
        "SELECT order_case.id, official_no, order_case.revision, order_case.state, hand_off.key, "
        "hand_off.state, hand_off.created_at, hand_off.answered_at, hand_off.number "
        "FROM order_case LEFT JOIN hand_off ON hand_off.id = (SELECT max(last.id) FROM hand_off "
        "AS last WHERE last.case_id = order_case.id AND last.target = 'erp') "
        "WHERE order_case.id > $1 AND official_no IS NOT NULL AND order_case.received_at >= $2 "
        "ORDER BY order_case.id LIMIT $3",
        {after_case, value(since), std::int64_t{limit}});
    for (const auto& row : found.rows) {
        const auto state = state_by_name(row.text(3));
        Reconciled order{.case_id = row.integer(0),
                         .order = row.text(1),
                         .revision = static_cast<int>(row.integer(2)),
                         .state = state.value_or(OrderState::accepted),
                         .key = row.text(4)};
        if (!order.key.empty()) {
            order.sent = enum_named<HandOffState>(hand_off_states, row.text(5));
            order.created_at = row.instant(6);
            order.answered_at = row.maybe_instant(7);
            order.number = row.text(8);
        }
        orders.push_back(std::move(order));
    }
    return orders;
}

} // namespace besteld
