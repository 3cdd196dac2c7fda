// SPDX-License-Identifier: Apache-2.0

// The event log: append-only (triggers refuse anything else) and a chain: each row's hash covers
// its content and the hash before it, and the head of the chain is kept apart, so that a changed,
// removed or moved row shows.
#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/event_feed.hpp"
#include "store/event_rows.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"
#include "store/store.hpp"

#include <limits>

namespace besteld {

namespace {

// What the database would keep of a text, so that the hash is over what can be read back.
std::string storable(const std::string& text) {
    return replace_all(to_valid_utf8(text), std::string_view("\0", 1), "\xEF\xBF\xBD");
}

constexpr std::string_view event_columns =
    "id, case_id, message_id, at, number, from_state, to_state, event, "
    "role, actor, reason, previous_hash, hash";

EventRow event_of(const Row& row) {
    EventRow event{.id = row.integer(0), .case_id = row.integer(1), .message_id = row.integer(2)};
    event.at = row.instant(3);
    event.step.number = row.text(4);
    const auto from = state_by_name(row.text(5));
    const auto to = state_by_name(row.text(6));
    const auto role = role_by_name(row.text(8));
    if (!from || !to || !role)
        throw StoreFault(cat("event ", event.id, " holds an unknown word: ", row.text(5), ", ",
                             row.text(6), " or ", row.text(8)));
    event.step.from = *from;
    event.step.to = *to;
    event.step.event = row.text(7);
    event.step.role = *role;
    event.step.actor = row.text(9);
    event.step.reason = row.text(10);
    event.previous_hash = row.text(11);
    event.hash = row.text(12);
    return event;
}

std::vector<Value> columns_of(const EventRow& event) {
    return {event.id,
            event.case_id,
            event.message_id,
            value(event.at),
            value(event.step.number),
            value(name_of(event.step.from)),
            value(name_of(event.step.to)),
            value(event.step.event),
            value(name_of(event.step.role)),
            value(event.step.actor),
            value(event.step.reason),
            value(event.previous_hash)};
}

// Empty when the row follows on from what came before it. Of an erased row the words are gone and
// so is what its hash could be held against; what is left of it is proved by the event that erased
// it, which comes later and has a hash of its own.
std::string break_at(const Row& row, std::int64_t last_id, const std::string& hash,
                     ErasureProof& erased) {
    if (row.integer(0) != last_id + 1)
        return cat("event ", last_id + 1, " is missing: after ", last_id, " comes ",
                   row.integer(0));
    if (row.text(11) != hash)
        return cat("event ", row.integer(0), " does not follow event ", last_id,
                   ": its previous hash differs");
    std::vector<Value> columns;
    for (std::size_t i = 0; i < 12; ++i)
        columns.push_back(row.cell(i));
    if (!row.is_null(13)) {
        erased.add(row.integer(13), columns);
        return {};
    }
    if (sha256_hex(canonical(columns)) != row.text(12))
        return cat("event ", row.integer(0), " was changed: its content does not fit its hash");
    return erased.check(row.integer(0), row.text(7), row.text(10));
}

} // namespace

std::vector<EventRow> Store::add_events(std::int64_t case_id, std::int64_t message_id,
                                        const std::vector<Step>& steps, Instant now) {
    std::vector<EventRow> events;
    if (steps.empty()) return events;
    Transaction transaction(*session_);
    const auto head =
        session_->execute("SELECT last_id, hash FROM chain_head WHERE one = 1 {for update}");
    auto last_id = head.rows.at(0).integer(0);
    auto hash = head.rows.at(0).text(1);
    for (const auto& step : steps) {
        EventRow event{
            .id = ++last_id, .case_id = case_id, .message_id = message_id, .at = now, .step = step};
        for (auto* text :
             {&event.step.number, &event.step.event, &event.step.reason, &event.step.actor})
            *text = storable(*text);
        event.previous_hash = hash;
        auto columns = columns_of(event);
        event.hash = hash = sha256_hex(canonical(columns));
        columns.push_back(value(hash));
        session_->execute(
            cat("INSERT INTO event (", event_columns, ") VALUES ", parameter_rows(1, 1, 13)),
            columns);
        events.push_back(std::move(event));
    }
    session_->execute("UPDATE chain_head SET last_id = $1, hash = $2 WHERE one = 1",
                      {last_id, value(hash)});
    transaction.commit();
    return events;
}

std::vector<EventRow> Store::events(std::int64_t case_id) {
    std::vector<EventRow> events;
    const auto found = session_->execute(
        cat("SELECT ", event_columns, " FROM event WHERE case_id = $1 ORDER BY id"), {case_id});
    for (const auto& row : found.rows)
        events.push_back(event_of(row));
    return events;
}

std::vector<EventRow> events_after(Store& store, std::int64_t id, int limit) {
    std::vector<EventRow> events;
    for (const auto& row : session_of(store)
                               .execute(cat("SELECT ", event_columns,
                                            " FROM event WHERE id > $1 ORDER BY id LIMIT $2"),
                                        {id, std::int64_t{limit}})
                               .rows)
        events.push_back(event_of(row));
    return events;
}

std::int64_t last_event(Store& store) {
    const auto head = session_of(store).execute("SELECT last_id FROM chain_head WHERE one = $1",
                                                {std::int64_t{1}});
    return head.rows.at(0).integer(0);
}

std::string Store::audit_chain() {
    constexpr std::int64_t page = 1000;
    Transaction snapshot(*session_, Access::read);
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    std::int64_t last_id = 0;
    std::string hash;
    ErasureProof erased;
    while (true) {
        const auto found =
            session_->execute(cat("SELECT ", event_columns,
                                  ", erased_by FROM event WHERE id > $1 ORDER BY id LIMIT $2"),
                              {after, page});
        if (found.rows.empty()) break;
        for (const auto& row : found.rows) {
            if (auto problem = break_at(row, last_id, hash, erased); !problem.empty())
                return problem;
            after = last_id = row.integer(0);
            hash = row.text(12);
        }
    }
    const auto head = session_->execute("SELECT last_id, hash FROM chain_head WHERE one = 1");
    if (head.rows.empty()) return "the head of the event chain is missing";
    if (head.rows.front().integer(0) != last_id || head.rows.front().text(1) != hash)
        return cat("the last events are missing: the log ends at event ", last_id,
                   ", the chain's head is event ", head.rows.front().integer(0));
    return erased.rest();
}

} // namespace besteld
