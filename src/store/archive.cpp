// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

std::vector<std::int64_t> Store::orders_since(Instant since, std::int64_t after_id, int limit) {
    std::vector<std::int64_t> ids;
    const auto found = session_->execute(
        "SELECT id FROM order_case WHERE id > $1 AND received_at >= $2 AND customer_no <> '' AND "
        "kind = 'order' AND state <> 'duplicate' ORDER BY id LIMIT $3",
        {after_id, value(since), std::int64_t{limit}});
    for (const auto& row : found.rows)
        ids.push_back(row.integer(0));
    return ids;
}

} // namespace besteld
