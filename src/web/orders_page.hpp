// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/order_desk.hpp"
#include "web/viewer.hpp"

namespace besteld {

// GET /orders: any order by any of its numbers, its customer or its articles, newest first.
std::string orders_page(const Pages& pages, const Viewer& viewer, OrderDesk& desk,
                        const HttpRequest& request);

// "order", "change" … in the reader's language.
std::string class_words(const std::string& kind, const Strings& words);
// The number by which people call it: the buyer's, else ours, else the case's.
std::string calling_number(const OrderSummary& order);
std::string order_address(std::int64_t case_id);
void fill_order_row(Dictionary& one, const Viewer& viewer, const OrderSummary& order);

} // namespace besteld
