// SPDX-License-Identifier: Apache-2.0
#include "store/taught_headings.hpp"

#include "base/text.hpp"
#include "order/taught_heading.hpp"
#include "order/typed_order.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <array>

namespace besteld {

namespace {

constexpr std::array<std::string_view, 4> heading_states = {"trying", "tried", "used", "ended"};

HeadingState heading_state(std::string_view name) {
    for (std::size_t i = 0; i < heading_states.size(); ++i)
        if (heading_states[i] == name) return static_cast<HeadingState>(i);
    throw StoreFault(cat("taught_heading.state is '", name, "'"));
}

constexpr std::string_view select_taught =
    "SELECT id, customer_no, heading, field, state, case_id, made_at, made_by, trial, used_at, "
    "used_by, ended_at, ended_by FROM taught_heading WHERE ";

TaughtHeading taught_of(const Row& row) {
    return {.id = row.integer(0),
            .customer_no = row.text(1),
            .heading = row.text(2),
            .field = row.text(3),
            .state = heading_state(row.text(4)),
            .case_id = row.integer(5),
            .made_at = row.instant(6),
            .made_by = row.text(7),
            .trial = row.text(8),
            .used_at = row.maybe_instant(9),
            .used_by = row.text(10),
            .ended_at = row.maybe_instant(11),
            .ended_by = row.text(12)};
}

std::vector<TaughtHeading> all_of(Session& session, std::string_view rest,
                                  const std::vector<Value>& values) {
    std::vector<TaughtHeading> all;
    for (const auto& row : session.execute(cat(select_taught, rest), values).rows)
        all.push_back(taught_of(row));
    return all;
}

} // namespace

std::string_view name_of(HeadingState state) {
    return heading_states[static_cast<std::size_t>(state)];
}

TaughtHeadings::TaughtHeadings(Store& store) : session_(session_of(store)) {}

std::int64_t TaughtHeadings::add(const TaughtHeading& taught) {
    const auto added = session_.execute(
        "INSERT INTO taught_heading (customer_no, heading, heading_key, field, state, case_id, "
        "made_at, made_by, trial) VALUES ($1, $2, $3, $4, 'trying', $5, $6, $7, '') RETURNING id",
        {value(taught.customer_no), value(taught.heading), value(heading_key(taught.heading)),
         value(taught.field), value_or_null(taught.case_id), value(taught.made_at),
         value(taught.made_by)});
    return added.rows.at(0).integer(0);
}

std::optional<TaughtHeading> TaughtHeadings::find(std::int64_t id) {
    auto found = all_of(session_, "id = $1", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<TaughtHeading> TaughtHeadings::of(const std::string& customer_no, int limit) {
    return all_of(session_, "customer_no = $1 ORDER BY id DESC LIMIT $2",
                  {value(customer_no), std::int64_t{limit}});
}

bool TaughtHeadings::any_used() {
    return !session_.execute("SELECT 1 FROM taught_heading WHERE state = 'used' LIMIT 1")
                .rows.empty();
}

std::vector<TaughtHeading> TaughtHeadings::used_for(const std::string& customer_no) {
    return all_of(session_, "customer_no = $1 AND state = 'used' ORDER BY id",
                  {value(customer_no)});
}

std::optional<TaughtHeading> TaughtHeadings::next_to_try() {
    auto found = all_of(session_, "state = 'trying' ORDER BY id LIMIT 1", {});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void TaughtHeadings::tried(std::int64_t id, const std::string& trial) {
    session_.execute("UPDATE taught_heading SET state = 'tried', trial = $2 "
                     "WHERE id = $1 AND state = 'trying'",
                     {id, value(trial)});
}

bool TaughtHeadings::use(std::int64_t id, const std::string& login, Instant now) {
    Transaction transaction(session_);
    const bool free =
        session_
            .execute("SELECT 1 FROM taught_heading AS mine JOIN taught_heading AS other ON "
                     "other.customer_no = mine.customer_no AND other.heading_key = "
                     "mine.heading_key AND other.state = 'used' WHERE mine.id = $1",
                     {id})
            .rows.empty();
    if (!free) return false;
    const auto changed = session_
                             .execute("UPDATE taught_heading SET state = 'used', used_at = $2, "
                                      "used_by = $3 WHERE id = $1 AND state = 'tried'",
                                      {id, value(now), value(login)})
                             .changed;
    transaction.commit();
    return changed > 0;
}

bool TaughtHeadings::end(std::int64_t id, const std::string& login, Instant now) {
    return session_
               .execute("UPDATE taught_heading SET state = 'ended', ended_at = $2, ended_by = $3 "
                        "WHERE id = $1 AND state <> 'ended'",
                        {id, value(now), value(login)})
               .changed > 0;
}

std::vector<TaughtHeadings::Earlier>
TaughtHeadings::earlier_messages(const std::string& customer_no, int limit) {
    std::vector<Earlier> earlier;
    for (const auto& row :
         session_
             .execute("SELECT message_id, min(case_no) FROM order_case WHERE customer_no = $1 AND "
                      "channel <> $2 GROUP BY message_id ORDER BY message_id DESC LIMIT $3",
                      {value(customer_no), value(typed_channel), std::int64_t{limit}})
             .rows)
        earlier.push_back({.message_id = row.integer(0), .case_no = row.text(1)});
    return earlier;
}

} // namespace besteld
