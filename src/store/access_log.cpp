// SPDX-License-Identifier: Apache-2.0
#include "store/access_log.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <limits>

namespace besteld {

namespace {

constexpr std::string_view visit_columns =
    "id, at, login, role, address, deed, path, query, status";

Visit visit_of(const Row& row) {
    return {.id = row.integer(0),
            .at = row.instant(1),
            .login = row.text(2),
            .role = role_by_name(row.text(3)).value_or(Role::clerk),
            .address = row.text(4),
            .deed = row.text(5),
            .path = row.text(6),
            .query = row.text(7),
            .status = static_cast<int>(row.integer(8))};
}

} // namespace

AccessLog::AccessLog(Store& store) : session_(session_of(store)) {}

void AccessLog::add(std::span<const Visit> visits) {
    Transaction transaction(session_);
    for (const auto& one : visits)
        session_.execute("INSERT INTO access_log (at, login, role, address, deed, path, query, "
                         "status) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                         {value(one.at), value(one.login), value(name_of(one.role)),
                          value(one.address), value(one.deed), value(one.path), value(one.query),
                          std::int64_t{one.status}});
    transaction.commit();
}

std::vector<Visit> AccessLog::find(const VisitFilter& filter) {
    const auto before =
        filter.before_id > 0 ? filter.before_id : std::numeric_limits<std::int64_t>::max();
    std::vector<Value> values{before, std::int64_t{filter.limit}};
    auto sql = cat("SELECT ", visit_columns, " FROM access_log WHERE id < $1");
    const auto narrow = [&](std::string_view how, std::string what) {
        values.push_back(value(what));
        sql += cat(" AND ", how, "$", values.size());
    };
    if (!filter.login.empty()) narrow("login = ", filter.login);
    if (!filter.path.empty()) narrow("path = ", filter.path);
    const auto found = session_.execute(cat(sql, " ORDER BY id DESC LIMIT $2"), values);
    std::vector<Visit> all;
    for (const auto& row : found.rows)
        all.push_back(visit_of(row));
    return all;
}

std::int64_t AccessLog::forget(Instant older_than, int limit) {
    return session_
        .execute("DELETE FROM access_log WHERE id IN (SELECT id FROM access_log WHERE at < $1 "
                 "ORDER BY at LIMIT $2)",
                 {value(older_than), std::int64_t{limit}})
        .changed;
}

} // namespace besteld
