// SPDX-License-Identifier: Apache-2.0
#include "store/held_decisions.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

namespace besteld {

namespace {

std::vector<HeldDecision> held_where(Session& session, std::string_view condition,
                                     const std::vector<Value>& parameters) {
    std::vector<HeldDecision> held;
    for (const auto& row :
         session
             .execute(cat("SELECT h.case_id, c.case_no, h.case_version, h.login, h.command, "
                          "h.decided_at, h.leaves_at FROM held_decision h "
                          "JOIN order_case c ON c.id = h.case_id WHERE ",
                          condition),
                      parameters)
             .rows)
        held.push_back({.case_id = row.integer(0),
                        .case_no = row.text(1),
                        .version = row.integer(2),
                        .login = row.text(3),
                        .command = command_from_json(row.text(4)),
                        .decided_at = row.instant(5),
                        .leaves_at = row.instant(6)});
    return held;
}

std::optional<HeldDecision> only(std::vector<HeldDecision> held) {
    if (held.empty()) return std::nullopt;
    return std::move(held.front());
}

} // namespace

HeldDecisions::HeldDecisions(Store& store) : session_(session_of(store)) {}

bool HeldDecisions::hold(HeldDecision& decision) {
    Transaction transaction(session_);
    const auto stored = session_.execute(
        "SELECT waiting FROM order_case WHERE id = $1 AND version = $2 {for update}",
        {decision.case_id, decision.version});
    if (stored.rows.empty()) return false;
    session_.execute("UPDATE order_case SET waiting = 0, version = version + 1 WHERE id = $1",
                     {decision.case_id});
    session_.execute("UPDATE open_finding SET waiting = 0 WHERE case_id = $1", {decision.case_id});
    session_.count("case.waiting", -stored.rows.front().integer(0));
    decision.version += 1;
    session_.execute(
        "INSERT INTO held_decision (case_id, case_version, login, command, decided_at, "
        "leaves_at) VALUES ($1, $2, $3, $4, $5, $6)",
        {decision.case_id, decision.version, value(decision.login),
         value(to_json_text(decision.command)), value(decision.decided_at),
         value(decision.leaves_at)});
    transaction.commit();
    return true;
}

std::optional<HeldDecision> HeldDecisions::of_case(std::int64_t case_id) {
    return only(held_where(session_, "h.case_id = $1", {case_id}));
}

std::optional<HeldDecision> HeldDecisions::last_of(const std::string& login) {
    return only(held_where(session_,
                           "h.login = $1 ORDER BY h.decided_at DESC, h.case_version DESC LIMIT 1",
                           {value(login)}));
}

std::vector<HeldDecision> HeldDecisions::due(Instant now, int limit) {
    return held_where(session_, "h.leaves_at <= $1 ORDER BY h.leaves_at, h.case_id LIMIT $2",
                      {value(now), std::int64_t{limit}});
}

bool HeldDecisions::remove(const HeldDecision& decision) {
    return session_
               .execute("DELETE FROM held_decision WHERE case_id = $1 AND case_version = $2",
                        {decision.case_id, decision.version})
               .changed == 1;
}

} // namespace besteld
