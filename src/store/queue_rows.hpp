// SPDX-License-Identifier: Apache-2.0
#pragma once

// A row of the clerks' queue as columns of order_case, which a query calls c.

#include "store/session.hpp"
#include "store/store.hpp"

#include <string_view>

namespace besteld {

inline constexpr std::string_view queue_row_columns =
    "c.id, c.case_no, c.customer_no, c.customer_name, c.buyer_order_no, c.channel, c.state, "
    "c.first_check, c.open_findings, c.net, c.at_stake, c.currency, c.received_at, c.due_at, "
    "c.claimed_by, c.stake_rank, c.due_rank";

QueueRow queue_row_of(const Row& row); // without a cursor

} // namespace besteld
