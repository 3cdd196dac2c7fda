// SPDX-License-Identifier: Apache-2.0
#pragma once

// What deviates alike in several orders: the same check, customer, article, and pair of what was
// ordered and agreed. One decision may speak of all of them. Pure.

#include "order/finding.hpp"
#include "order/order.hpp"

#include <string>

namespace besteld {

// Whether this means the same for every order. A value to type, a question to word, another order
// to merge with and stock to divide are each order's own.
bool is_decided_at_once(Resolution resolution);

// Equal for findings that are alike; stands in addresses: 32 hexadecimal digits. Empty for what is
// like nothing else: no customer, no pair of values, decided already, or no way out that could be
// taken for several at once.
std::string alike_key(const Order& order, const Finding& finding);

} // namespace besteld
