// SPDX-License-Identifier: Apache-2.0
#include "store/queue_rows.hpp"

namespace besteld {

QueueRow queue_row_of(const Row& row) {
    return {.case_id = row.integer(0),
            .case_no = row.text(1),
            .customer_no = row.text(2),
            .customer_name = row.text(3),
            .buyer_order_no = row.text(4),
            .channel = row.text(5),
            .state = state_by_name(row.text(6)).value_or(OrderState::in_review),
            .first_check = row.text(7),
            .open_findings = static_cast<int>(row.integer(8)),
            .net = row.decimal(9),
            .at_stake = row.decimal(10),
            .currency = row.text(11),
            .received_at = row.instant(12),
            .due_at = row.maybe_instant(13),
            .claimed_by = row.text(14),
            .cursor = {}};
}

} // namespace besteld
