// SPDX-License-Identifier: Apache-2.0
#include "store/due_soon.hpp"

#include "base/text.hpp"
#include "store/queue_rows.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

namespace besteld {

DueSoon::DueSoon(Store& store) : session_(session_of(store)) {}

std::vector<QueueRow> DueSoon::first(int limit) {
    std::vector<QueueRow> rows;
    for (const auto& row :
         session_
             .execute(cat("SELECT ", queue_row_columns,
                          " FROM order_case c WHERE c.waiting = 1 AND c.due_at IS NOT NULL "
                          "ORDER BY c.due_rank, c.id LIMIT $1"),
                      {std::int64_t{limit}})
             .rows)
        rows.push_back(queue_row_of(row));
    return rows;
}

DueCounts DueSoon::count(Instant now, Instant soon) {
    const auto between = [&](Instant from, Instant until) {
        const auto found =
            session_.execute("SELECT count(*) FROM (SELECT 1 FROM order_case c WHERE c.waiting = 1 "
                             "AND c.due_rank >= $1 AND c.due_rank < $2 LIMIT $3) AS due",
                             {value(from), value(until), DueCounts::most});
        return found.rows.at(0).integer(0);
    };
    return {.late = between(Instant{}, now), .soon = between(now, soon)};
}

} // namespace besteld
