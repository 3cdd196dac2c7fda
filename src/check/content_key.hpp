// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/order.hpp"

namespace besteld {

// SHA-256 of what the order wants: customer, ship-to, and the sorted lines with article, quantity
// in the stock unit and date (domain.md 5.4). Prices, notes and the buyer's numbers are left out.
std::string content_key(const Order& order);

} // namespace besteld
