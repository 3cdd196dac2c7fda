// SPDX-License-Identifier: Apache-2.0
#pragma once

// Orders that a clerk takes down: while he types he sees what the checks of every other order say,
// and when he is done the order goes their way.

#include "desk/desk.hpp"
#include "flow/typed_orders.hpp"
#include "store/order_search.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

class TypedDesk {
public:
    TypedDesk(Store& store, FlowSettings settings)
        : store_(store), settings_(std::move(settings)), search_(store) {}

    // By his number, or by the beginnings of words of his name; at most `limit`.
    std::vector<FoundCustomer> customers(const std::string& text, int limit);
    // What would become of the order now; nothing is written.
    Judgement check(const TypedOrder& order, Instant now);
    // The case that it became.
    std::expected<std::int64_t, DeskRefused> take(TypedOrder order, const User& user, Instant now);
    // The same again: articles and quantities of an order of his; prices are what is agreed now.
    std::expected<TypedOrder, DeskRefused> again(std::int64_t case_id);
    // What he ordered last, newest first.
    std::vector<OrderSummary> last_orders(const std::string& customer_no, int limit);

private:
    Store& store_;
    FlowSettings settings_;
    OrderSearch search_;
};

// Clerks, and the customer's own representative (domain.md 3.1).
bool may_take_orders(Role role);

} // namespace besteld
