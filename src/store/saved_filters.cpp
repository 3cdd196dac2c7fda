// SPDX-License-Identifier: Apache-2.0
#include "store/saved_filters.hpp"

#include "store/session.hpp"
#include "store/session_of.hpp"

namespace besteld {

SavedFilters::SavedFilters(Store& store) : session_(session_of(store)) {}

std::vector<SavedFilter> SavedFilters::of(const std::string& login) {
    const auto found = session_.execute(
        "SELECT login, name, query, shared FROM saved_filter WHERE login = $1 OR shared = 1 "
        "ORDER BY CASE WHEN login = $1 THEN 0 ELSE 1 END, name, login",
        {value(login)});
    std::vector<SavedFilter> filters;
    for (const auto& row : found.rows)
        filters.push_back({.login = row.text(0),
                           .name = row.text(1),
                           .query = row.text(2),
                           .shared = row.integer(3) != 0});
    return filters;
}

bool SavedFilters::save(const SavedFilter& filter) {
    Transaction transaction(session_);
    const auto others =
        session_
            .execute("SELECT count(*) FROM saved_filter WHERE login = $1 AND name <> $2",
                     {value(filter.login), value(filter.name)})
            .rows.at(0)
            .integer(0);
    if (others >= most_of_one) return false;
    session_.execute("INSERT INTO saved_filter (login, name, query, shared) VALUES ($1, $2, $3, "
                     "$4) ON CONFLICT (login, name) DO UPDATE SET query = excluded.query, "
                     "shared = excluded.shared",
                     {value(filter.login), value(filter.name), value(filter.query),
                      std::int64_t{filter.shared ? 1 : 0}});
    transaction.commit();
    return true;
}

bool SavedFilters::remove(const std::string& login, const std::string& name) {
    return session_
               .execute("DELETE FROM saved_filter WHERE login = $1 AND name = $2",
                        {value(login), value(name)})
               .changed > 0;
}

} // namespace besteld
