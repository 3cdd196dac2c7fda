// SPDX-License-Identifier: Apache-2.0

// What is to leave the house: each row is one effect, made in the commit that decided it.
#include "base/hash.hpp"
#include "base/text.hpp"
#include "order/answer.hpp"
#include "store/acceptances.hpp"
#include "store/blobs.hpp"
#include "store/names.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

bool needs_release(AnswerKind kind) {
    return kind == AnswerKind::confirmation || kind == AnswerKind::proposal;
}

// The same words to the same recipient about the same revision are one effect.
std::string key_of(const OutboxRow& row, const std::string& answer) {
    return cat(name_of(row.answer.kind), "/", name_of(row.channel), "/", row.case_id, "/",
               row.message_id, "/", row.answer.revision, "/",
               sha256_hex(cat(row.recipient, "\n", answer)).substr(0, 16));
}

// Unlike any other database's, the same each time: a resent mail is the same mail.
std::string mail_id_of(const std::string& secret, std::int64_t id, const std::string& key,
                       const std::string& domain) {
    const auto hash = sha256_hex(cat(secret, "/", id, "/", key));
    return cat("besteld.", id, ".", hash.substr(0, 16), "@", domain);
}

constexpr std::string_view outbox_columns = "id, case_id, message_id, channel, mail_id, recipient, "
                                            "state, attempts, next_attempt_at, last_reply, "
                                            "idempotency_key, fence, sha256, answer";

OutboxRow outbox_row_of(Session& session, const Row& cells) {
    OutboxRow row;
    row.id = cells.integer(0);
    row.case_id = cells.integer(1);
    row.message_id = cells.integer(2);
    row.channel = enum_named<OutboxChannel>(outbox_channel_names, cells.text(3));
    row.mail_id = cells.text(4);
    row.recipient = cells.text(5);
    row.state = enum_named<OutboxState>(outbox_state_names, cells.text(6));
    row.attempts = static_cast<int>(cells.integer(7));
    row.next_attempt_at = cells.maybe_instant(8);
    row.last_reply = cells.text(9);
    row.key = cells.text(10);
    row.fence = cells.integer(11);
    if (!cells.is_null(12)) row.bytes = get_blob(session, cells.text(12));
    row.answer = answer_from_json(cells.text(13));
    return row;
}

// Whoever gets this many receipts writes faster than people do. They promise nothing and can be
// spared; what was decided about orders is never held for their number. A customer may well send a
// pile of orders; mails in which no order line was found are few from a person.
struct ReceiptLimit {
    std::chrono::hours within;
    std::int64_t about_nothing;
    std::int64_t about_anything;
};
constexpr std::array receipt_limits{ReceiptLimit{std::chrono::hours{1}, 5, 60},
                                    ReceiptLimit{std::chrono::hours{24}, 20, 300}};

bool has_many_receipts(Session& session, const std::string& recipient, Instant now) {
    return std::ranges::any_of(receipt_limits, [&](const ReceiptLimit& limit) {
        const auto made =
            session.execute("SELECT count(*), coalesce(sum(CASE WHEN coalesce(c.content_key, '') = "
                            "'' THEN 1 ELSE 0 END), 0) "
                            "FROM outbox o LEFT JOIN order_case c ON c.id = o.case_id "
                            "WHERE o.kind = 'receipt' AND o.recipient = $1 AND o.created_at > $2 "
                            "AND o.state <> 'held'",
                            {value(recipient), value(now - limit.within)});
        // The row in hand is among them.
        const auto& counts = made.rows.at(0);
        return counts.integer(0) > limit.about_anything || counts.integer(1) > limit.about_nothing;
    });
}

// When the row may be taken next; NULL: never by itself.
Value ready_at(OutboxState state, std::optional<Instant> next_attempt) {
    switch (state) {
    case OutboxState::pending:
    case OutboxState::retry:
        return next_attempt ? value(*next_attempt) : Value{std::int64_t{0}};
    case OutboxState::ambiguous:
        return value(next_attempt);
    case OutboxState::talking:
    case OutboxState::sent:
    case OutboxState::failed:
    case OutboxState::held:
        break;
    }
    return {};
}

} // namespace

std::int64_t Store::add_outbox(OutboxRow& row, const std::string& mail_domain, Instant now) {
    const auto answer = to_json_text(row.answer);
    if (row.key.empty()) row.key = key_of(row, answer);
    Transaction transaction(*session_);
    const auto added = session_->execute(
        "INSERT INTO outbox (idempotency_key, case_id, message_id, release_revision, channel, "
        "kind, recipient, "
        "state, next_attempt_at, ready_at, created_at, last_reply, answer) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12) "
        "ON CONFLICT (idempotency_key) DO NOTHING RETURNING id",
        {value(row.key), value_or_null(row.case_id), value_or_null(row.message_id),
         needs_release(row.answer.kind) ? Value{std::int64_t{row.answer.revision}} : Value{},
         value(name_of(row.channel)), value(name_of(row.answer.kind)), value(row.recipient),
         value(name_of(row.state)), value(row.next_attempt_at),
         ready_at(row.state, row.next_attempt_at), value(now), value(answer)});
    if (added.rows.empty()) {
        const auto known = session_->execute(
            "SELECT id, mail_id FROM outbox WHERE idempotency_key = $1", {value(row.key)});
        row.id = known.rows.at(0).integer(0);
        row.mail_id = known.rows.front().text(1);
        return row.id;
    }
    row.id = added.rows.front().integer(0);
    hold_without_credit(row, now);
    row.mail_id = mail_id_of(secret(), row.id, row.key, mail_domain);
    session_->execute("UPDATE outbox SET mail_id = $2 WHERE id = $1", {row.id, value(row.mail_id)});
    session_->count(cat("outbox.", name_of(row.state)), 1);
    if (needs_release(row.answer.kind)) record_confirmed(*session_, row.case_id, row.answer);
    transaction.commit();
    return row.id;
}

// Robots that answer each other end here, whatever they say of themselves (RFC 3834 4): only what
// people do pays for mails. What hangs on no message of anybody's answers nobody.
void Store::hold_without_credit(OutboxRow& row, Instant now) {
    const bool sends = row.state == OutboxState::pending || row.state == OutboxState::retry;
    if (row.channel != OutboxChannel::mail || row.message_id == 0 || !sends) return;
    if (stays_inside(row.answer.kind)) return; // no customer's robot answers it
    const bool flood =
        row.answer.kind == AnswerKind::receipt && has_many_receipts(*session_, row.recipient, now);
    if (!flood && pay_for_mail(row.id, row.message_id)) return;
    row.state = OutboxState::held;
    row.last_reply =
        flood ? "held: this correspondent has had so many receipts that he may be a robot"
              : "held: no person has done anything about this message since the last mail";
    session_->execute("UPDATE outbox SET state = $2, last_reply = $3, ready_at = NULL, "
                      "next_attempt_at = NULL WHERE id = $1",
                      {row.id, value(name_of(row.state)), value(row.last_reply)});
}

std::vector<OutboxRow> Store::lease_outbox(const std::string& daemon, Instant now, Instant until,
                                           int limit) {
    std::vector<OutboxRow> leased;
    Transaction transaction(*session_);
    const auto ready =
        session_->execute("SELECT id FROM outbox WHERE ready_at IS NOT NULL AND ready_at <= $1 "
                          "ORDER BY ready_at, id LIMIT $2 {skip locked}",
                          {value(now), std::int64_t{limit}});
    for (const auto& row : ready.rows) {
        const auto taken = session_->execute(cat("UPDATE outbox SET attempts = attempts + 1, fence "
                                                 "= fence + 1, lease_owner = $2, ready_at = $3 "
                                                 "WHERE id = $1 RETURNING ",
                                                 outbox_columns),
                                             {row.integer(0), value(daemon), value(until)});
        leased.push_back(outbox_row_of(*session_, taken.rows.at(0)));
    }
    transaction.commit();
    return leased;
}

void Store::store_rendered(std::int64_t id, const std::string& bytes) {
    Transaction transaction(*session_);
    const auto found =
        session_->execute("SELECT sha256 FROM outbox WHERE id = $1 {for update}", {id});
    if (found.rows.empty()) throw StoreFault(cat("there is no outbox row ", id));
    const auto sha256 = sha256_hex(bytes);
    if (!found.rows.front().is_null(0) && found.rows.front().text(0) != sha256)
        throw StoreFault(cat("outbox row ", id, " is rendered already, and otherwise: SHA-256 ",
                             found.rows.front().text(0), ", now ", sha256));
    put_blob(*session_, bytes);
    session_->execute("UPDATE outbox SET sha256 = $2 WHERE id = $1", {id, value(sha256)});
    transaction.commit();
}

void Store::mark_outbox(std::int64_t id, OutboxState state, const std::string& reply,
                        std::optional<Instant> next_attempt, std::int64_t fence) {
    Transaction transaction(*session_);
    const auto found = session_->execute(
        "SELECT state, fence, ready_at, lease_owner FROM outbox WHERE id = $1 {for update}", {id});
    if (found.rows.empty()) throw StoreFault(cat("there is no outbox row ", id));
    const auto& before = found.rows.front();
    if (fence != 0 && before.integer(1) != fence)
        throw LeaseLost(cat("outbox row ", id, " was leased by another daemon"));
    const auto ready =
        state == OutboxState::talking ? before.cell(2) : ready_at(state, next_attempt);
    const auto owner = state == OutboxState::talking ? before.cell(3) : Value{};
    session_->execute(
        "UPDATE outbox SET state = $2, last_reply = $3, next_attempt_at = $4, ready_at = $5, "
        "lease_owner = $6 WHERE id = $1",
        {id, value(name_of(state)), value(reply), value(next_attempt), ready, owner});
    session_->count(cat("outbox.", before.text(0)), -1);
    session_->count(cat("outbox.", name_of(state)), 1);
    transaction.commit();
}

std::vector<OutboxRow> Store::outbox_of_case(std::int64_t case_id) {
    std::vector<OutboxRow> rows;
    const auto found = session_->execute(
        cat("SELECT ", outbox_columns, " FROM outbox WHERE case_id = $1 ORDER BY id"), {case_id});
    for (const auto& row : found.rows)
        rows.push_back(outbox_row_of(*session_, row));
    return rows;
}

std::optional<OutboxRow> Store::outbox_by_mail_id(const std::string& mail_id) {
    const auto found = session_->execute(
        cat("SELECT ", outbox_columns, " FROM outbox WHERE mail_id = $1"), {value(mail_id)});
    if (found.rows.empty()) return std::nullopt;
    return outbox_row_of(*session_, found.rows.front());
}

const std::string& Store::secret() {
    if (secret_.empty())
        secret_ =
            session_->execute("SELECT content FROM meta WHERE name = 'secret'").rows.at(0).text(0);
    return secret_;
}

std::vector<OutboxRow> Store::outbox_in_state(OutboxState state, int limit) {
    std::vector<OutboxRow> rows;
    const auto found = session_->execute(
        cat("SELECT ", outbox_columns, " FROM outbox WHERE state = $1 ORDER BY id LIMIT $2"),
        {value(name_of(state)), std::int64_t{limit}});
    for (const auto& row : found.rows)
        rows.push_back(outbox_row_of(*session_, row));
    return rows;
}

} // namespace besteld
