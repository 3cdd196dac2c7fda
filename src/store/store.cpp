// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "base/text.hpp"
#include "store/schema.hpp"
#include "store/session.hpp"

#include <array>
#include <map>

namespace besteld {

Store::Store(std::unique_ptr<Session> session) : session_(std::move(session)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(const std::string& url) {
    if (url.starts_with("sqlite:"))
        return std::unique_ptr<Store>(new Store(open_sqlite(url.substr(7))));
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return std::unique_ptr<Store>(new Store(open_postgres(url)));
    // The address may hold a password: name only what comes before the colon.
    throw StoreFault(
        cat("a database address begins with \"sqlite:\" or \"postgresql://\", not with \"",
            url.substr(0, url.find(':')), "\""));
}

void Store::migrate() {
    migrate_schema(*session_);
}

void Store::in_transaction(const std::function<void()>& work) {
    const bool outermost = !session_->in_transaction();
    Transaction transaction(*session_);
    if (outermost) session_->take_turn();
    work();
    transaction.commit();
}

bool Store::is_empty() {
    const auto found =
        session_->execute("SELECT (SELECT count(*) FROM (SELECT 1 FROM customer LIMIT 1) AS c)"
                          " + (SELECT count(*) FROM (SELECT 1 FROM item LIMIT 1) AS i)");
    return found.rows.front().integer(0) == 0;
}

std::string Store::integrity_problem() {
    return session_->integrity_problem();
}

Store::Counts Store::counts() {
    std::map<std::string, std::int64_t> tally;
    for (const auto& row : session_->execute("SELECT name, n FROM tally").rows)
        tally[row.text(0)] = row.integer(1);
    Counts counts;
    counts.messages = tally["message"];
    counts.stored = tally["message.stored"];
    counts.done = tally["message.done"];
    counts.duplicate = tally["message.duplicate"];
    counts.quarantined = tally["message.quarantined"];
    counts.ignored = tally["message.ignored"];
    counts.cases = tally["case"];
    counts.open_cases = tally["case.waiting"];
    counts.accepted = tally["case.numbered"];
    counts.outbox_pending =
        tally["outbox.pending"] + tally["outbox.retry"] + tally["outbox.talking"];
    counts.outbox_sent = tally["outbox.sent"];
    counts.outbox_failed = tally["outbox.failed"];
    counts.outbox_ambiguous = tally["outbox.ambiguous"];
    counts.outbox_held = tally["outbox.held"];
    counts.interchanges_missing = tally["interchange.missing"];
    return counts;
}

} // namespace besteld
