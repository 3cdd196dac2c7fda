// SPDX-License-Identifier: Apache-2.0

// What came in: raw bytes, who works on them, what became of them.
#include "base/text.hpp"
#include "order/reading_json.hpp"
#include "store/arrivals.hpp"
#include "store/blobs.hpp"
#include "store/names.hpp"
#include "store/row_lists.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <set>

namespace besteld {

namespace {

// The first message of the channel with these bytes whose fate also answers for a second one.
// Nothing was read from an empty one (too large), and what was quarantined deserves to be read
// again.
std::optional<std::int64_t> same_content(Session& session, const NewMessage& message,
                                         const std::string& sha256) {
    if (message.bytes.empty()) return std::nullopt;
    const auto found = session.execute("SELECT id FROM message WHERE sha256 = $1 AND channel = $2 "
                                       "AND state IN ('stored', 'done') ORDER BY id LIMIT 1",
                                       {value(sha256), value(message.channel)});
    if (found.rows.empty()) return std::nullopt;
    return found.rows.front().integer(0);
}

AddResult add_one(Session& session, const NewMessage& message) {
    const auto known =
        session.execute("SELECT id FROM message WHERE channel = $1 AND source_key = $2",
                        {value(message.channel), value(message.source_key)});
    if (!known.rows.empty()) return {known.rows.front().integer(0), Added::known_source};
    const auto sha256 = put_blob(session, message.bytes);
    const auto first = same_content(session, message, sha256);
    const auto state = first ? MessageState::duplicate : MessageState::stored;
    const auto note = first ? cat("same bytes as message ", *first) : message.note;
    const auto added = session.execute("INSERT INTO message (channel, source_key, file_name, "
                                       "received_at, sha256, state, note, ready_at) "
                                       "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT "
                                       "(channel, source_key) DO NOTHING RETURNING id",
                                       {value(message.channel), value(message.source_key),
                                        value(message.file_name), value(message.received_at),
                                        value(sha256), value(name_of(state)), value(note),
                                        first ? Value{} : Value{std::int64_t{0}}});
    if (added.rows.empty()) { // another daemon was faster by a moment
        const auto theirs =
            session.execute("SELECT id FROM message WHERE channel = $1 AND source_key = $2",
                            {value(message.channel), value(message.source_key)});
        return {theirs.rows.at(0).integer(0), Added::known_source};
    }
    note_arrival(session, {}, message.channel, message.received_at, 1);
    session.count("message", 1);
    session.count(cat("message.", name_of(state)), 1);
    if (first) return {*first, Added::known_content};
    return {added.rows.front().integer(0), Added::stored};
}

constexpr std::string_view message_columns =
    "id, channel, source_key, file_name, received_at, sha256, state, attempts, note, fence";

StoredMessage message_of(const Row& row) {
    StoredMessage message;
    message.id = row.integer(0);
    message.channel = row.text(1);
    message.source_key = row.text(2);
    message.file_name = row.text(3);
    message.received_at = row.instant(4);
    message.sha256 = row.text(5);
    message.state = enum_named<MessageState>(message_state_names, row.text(6));
    message.attempts = static_cast<int>(row.integer(7));
    message.note = row.text(8);
    message.fence = row.integer(9);
    return message;
}

} // namespace

std::vector<AddResult> Store::add_messages(const std::vector<NewMessage>& messages) {
    std::vector<AddResult> results;
    Transaction transaction(*session_);
    for (const auto& message : messages)
        results.push_back(add_one(*session_, message));
    transaction.commit();
    return results;
}

std::vector<std::string> Store::unknown_sources(const std::string& channel,
                                                const std::vector<std::string>& keys) {
    std::set<std::string> unknown(keys.begin(), keys.end());
    const auto known =
        rows_in(*session_, "SELECT source_key FROM message WHERE channel = $1 AND source_key IN",
                keys, {value(channel)});
    for (const auto& row : known.rows)
        unknown.erase(row.text(0));
    return {unknown.begin(), unknown.end()};
}

std::vector<StoredMessage> Store::claim_messages(const std::string& daemon, Instant now,
                                                 Instant until, int limit) {
    std::vector<StoredMessage> claimed;
    Transaction transaction(*session_);
    const auto ready =
        session_->execute("SELECT id FROM message WHERE ready_at IS NOT NULL AND ready_at <= $1 "
                          "ORDER BY id LIMIT $2 {skip locked}",
                          {value(now), std::int64_t{limit}});
    for (const auto& row : ready.rows) {
        const auto taken = session_->execute(
            cat("UPDATE message SET attempts = attempts + 1, fence = fence + 1, lease_owner = $2, "
                "ready_at = $3 WHERE id = $1 RETURNING ",
                message_columns),
            {row.integer(0), value(daemon), value(until)});
        claimed.push_back(message_of(taken.rows.at(0)));
        claimed.back().bytes = get_blob(*session_, claimed.back().sha256);
    }
    transaction.commit();
    return claimed;
}

std::optional<StoredMessage> Store::message(std::int64_t id, bool with_bytes) {
    const auto found =
        session_->execute(cat("SELECT ", message_columns, " FROM message WHERE id = $1"), {id});
    if (found.rows.empty()) return std::nullopt;
    auto message = message_of(found.rows.front());
    if (with_bytes) message.bytes = get_blob(*session_, message.sha256);
    return message;
}

void Store::finish_message(std::int64_t id, MessageState state, const std::string& note,
                           std::int64_t fence) {
    Transaction transaction(*session_);
    const auto found =
        session_->execute("SELECT state, fence FROM message WHERE id = $1 {for update}", {id});
    if (found.rows.empty()) throw StoreFault(cat("there is no message ", id));
    if (fence != 0 && found.rows.front().integer(1) != fence)
        throw LeaseLost(cat("message ", id, " was claimed by another daemon"));
    session_->execute(
        "UPDATE message SET state = $2, note = $3, ready_at = $4, lease_owner = NULL WHERE id = $1",
        {id, value(name_of(state)), value(note),
         state == MessageState::stored ? Value{std::int64_t{0}} : Value{}});
    session_->count(cat("message.", found.rows.front().text(0)), -1);
    session_->count(cat("message.", name_of(state)), 1);
    transaction.commit();
}

void Store::store_reading(std::int64_t message_id, const Reading& reading) {
    session_->execute("INSERT INTO reading (message_id, packed) VALUES ($1, $2) "
                      "ON CONFLICT (message_id) DO UPDATE SET packed = excluded.packed",
                      {message_id, pack(to_json_text(reading))});
}

std::optional<Reading> Store::reading(std::int64_t message_id) {
    const auto found =
        session_->execute("SELECT packed FROM reading WHERE message_id = $1", {message_id});
    if (found.rows.empty()) return std::nullopt;
    return reading_from_json(unpack(found.rows.front().bytes(0)));
}

std::optional<std::int64_t> Store::claim_identity(const std::string& kind, const std::string& key,
                                                  std::int64_t message_id) {
    const auto added = session_->execute("INSERT INTO message_identity (kind, key, message_id) "
                                         "VALUES ($1, $2, $3) ON CONFLICT (kind, key) DO NOTHING",
                                         {value(kind), value(key), message_id});
    if (added.changed == 1) return std::nullopt;
    const auto first =
        session_->execute("SELECT message_id FROM message_identity WHERE kind = $1 AND key = $2",
                          {value(kind), value(key)});
    // Its own claim, from an attempt before: still the first.
    if (first.rows.at(0).integer(0) == message_id) return std::nullopt;
    return first.rows.front().integer(0);
}

std::optional<MailboxCursor> Store::cursor(const std::string& channel) {
    const auto found = session_->execute(
        "SELECT uid_validity, last_uid FROM mailbox_cursor WHERE channel = $1", {value(channel)});
    if (found.rows.empty()) return std::nullopt;
    return MailboxCursor{static_cast<std::uint32_t>(found.rows.front().integer(0)),
                         static_cast<std::uint32_t>(found.rows.front().integer(1))};
}

void Store::save_cursor(const std::string& channel, MailboxCursor cursor) {
    session_->execute(
        "INSERT INTO mailbox_cursor (channel, uid_validity, last_uid) VALUES ($1, $2, $3) "
        "ON CONFLICT (channel) DO UPDATE SET uid_validity = excluded.uid_validity, "
        "last_uid = excluded.last_uid",
        {value(channel), std::int64_t{cursor.uid_validity}, std::int64_t{cursor.last_uid}});
}

std::vector<std::int64_t> Store::cases_of_message(std::int64_t message_id) {
    std::vector<std::int64_t> ids;
    const auto found = session_->execute(
        "SELECT id FROM order_case WHERE message_id = $1 ORDER BY document", {message_id});
    for (const auto& row : found.rows)
        ids.push_back(row.integer(0));
    return ids;
}

} // namespace besteld
