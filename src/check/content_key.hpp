// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/order.hpp"

namespace besteld {

// SHA-256 of what the order wants: customer, ship-to, and the sorted lines with article, quantity
// in the stock unit and week asked for (domain.md 5.4 K4). Days, prices, notes and the buyer's
// numbers are left out: is_same_content() of order/compare_orders.hpp looks at those.
std::string content_key(const Order& order);

} // namespace besteld
