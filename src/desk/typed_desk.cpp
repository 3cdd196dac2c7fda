// SPDX-License-Identifier: Apache-2.0
#include "desk/typed_desk.hpp"

#include "desk/refusals.hpp"

namespace besteld {

bool may_take_orders(Role role) {
    return may_act(role) || role == Role::representative;
}

std::vector<FoundCustomer> TypedDesk::customers(const std::string& text, int limit) {
    return search_.customers(text, limit);
}

Judgement TypedDesk::check(const TypedOrder& order, Instant now) {
    return judge_typed(store_, settings_, order, now);
}

std::expected<std::int64_t, DeskRefused> TypedDesk::take(TypedOrder order, const User& user,
                                                         Instant now) {
    if (!may_take_orders(user.role)) return refuse("not_allowed", "this role takes no orders");
    if (order.lines.empty()) return refuse("no_lines", "an order has at least one line");
    order.login = user.login;
    const auto found = search_.customers(order.customer_no, 1);
    if (found.empty() || found.front().no != order.customer_no)
        return refuse("customer_unknown", "first say whose order it is");
    auto taken = take_typed(store_, settings_, order, user.role, now);
    if (!taken) return refuse(std::move(taken.error().code), std::move(taken.error().text));
    return *taken;
}

std::expected<TypedOrder, DeskRefused> TypedDesk::again(std::int64_t case_id) {
    const auto found = store_.find_case(case_id);
    if (!found || found->order.customer_no.empty())
        return refuse("not_found", "there is no such order");
    TypedOrder order{.customer_no = found->order.customer_no, .ship_to = found->order.ship_to_id};
    for (const auto& line : found->order.lines)
        if (line.quantity)
            order.lines.push_back({.item = line.sku.empty() ? line.item_text : line.sku,
                                   .quantity = line.quantity->value.to_string(),
                                   .unit = line.unit.empty() ? line.unit_text : line.unit});
    return order;
}

std::vector<OrderSummary> TypedDesk::last_orders(const std::string& customer_no, int limit) {
    if (customer_no.empty()) return {};
    return search_.find({.customer = customer_no, .limit = limit});
}

} // namespace besteld
