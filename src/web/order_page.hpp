// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/order_desk.hpp"
#include "web/viewer.hpp"

namespace besteld {

// GET /order/ID: what became of it, what the customer was told, what belongs to it.
std::string order_page(const Pages& pages, const Viewer& viewer, const OrderLife& life);

// GET /order/ID/answer/N: an answer as data and, once it was written, as it left.
std::string answer_sent_page(const Pages& pages, const Viewer& viewer, const Case& the_case,
                             const OutboxRow& row);

} // namespace besteld
