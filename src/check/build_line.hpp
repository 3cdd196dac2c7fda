// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check_order.hpp"
#include "check/match_item.hpp"

namespace besteld {

// What the lines of one order have in common when they are built.
struct LineSetting {
    const OrderDraft& draft;
    const Order& order; // header, complete
    const Terms& terms;
    const std::vector<Correction>& corrections;
    Date received_on;
    const ItemIndex& index;
};

OrderLine build_line(const LineSetting& setting, std::uint32_t index);

} // namespace besteld
