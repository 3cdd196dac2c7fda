// SPDX-License-Identifier: Apache-2.0
#include "store/alike.hpp"

#include "base/text.hpp"
#include "store/alike_rows.hpp"
#include "store/case_rows.hpp"
#include "store/session_of.hpp"

#include <set>

namespace besteld {

void write_alike_rows(Session& session, const Case& the_case) {
    session.execute("DELETE FROM alike_finding WHERE case_id = $1", {the_case.id});
    if (the_case.state != OrderState::in_review) return;
    std::set<std::string> keys;
    for (const auto& finding : the_case.findings)
        if (auto key = alike_key(the_case.order, finding); !key.empty())
            keys.insert(std::move(key));
    for (const auto& key : keys)
        session.execute("INSERT INTO alike_finding (alike_key, case_id) VALUES ($1, $2)",
                        {value(key), the_case.id});
}

void write_all_alike_rows(Session& session) {
    for_each_case(session, " AND state = 'in_review'",
                  [&](const Case& one) { write_alike_rows(session, one); });
}

AlikeCases::AlikeCases(Store& store) : session_(session_of(store)) {}

std::map<std::int64_t, AlikeCases::Group> AlikeCases::of(std::span<const std::int64_t> case_ids) {
    std::map<std::int64_t, Group> groups;
    std::map<std::string, std::int64_t> counted;
    for (const auto id : case_ids) {
        Group largest{.cases = 1}; // one is no group
        for (const auto& row :
             session_.execute("SELECT alike_key FROM alike_finding WHERE case_id = $1", {id})
                 .rows) {
            const auto key = row.text(0);
            const auto [known, fresh] = counted.try_emplace(key, 0);
            if (fresh) known->second = count(key);
            if (known->second > largest.cases) largest = {key, known->second};
        }
        if (!largest.key.empty()) groups.emplace(id, std::move(largest));
    }
    return groups;
}

std::int64_t AlikeCases::count(const std::string& key) {
    return session_
        .execute("SELECT count(*) FROM (SELECT 1 FROM alike_finding a JOIN order_case c "
                 "ON c.id = a.case_id WHERE a.alike_key = $1 AND c.waiting = 1 LIMIT $2) AS alike",
                 {value(key), most})
        .rows.at(0)
        .integer(0);
}

std::vector<std::int64_t> AlikeCases::cases(const std::string& key, int limit) {
    return ids_of(session_.execute(
        "SELECT c.id FROM alike_finding a JOIN order_case c ON c.id = a.case_id WHERE "
        "a.alike_key = $1 AND c.waiting = 1 ORDER BY c.stake_rank, c.due_rank, c.id LIMIT $2",
        {value(key), std::int64_t{limit}}));
}

} // namespace besteld
