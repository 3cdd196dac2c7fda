// SPDX-License-Identifier: Apache-2.0
#pragma once

// How an order stands, for its customer (D8): only what he was told already and what has left the
// house. A status report promises nothing and changes nothing.

#include "order/answer.hpp"
#include "order/order.hpp"
#include "order/state.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// What the warehouse has reported; of an order nobody reported on there is none.
struct DeliveredSoFar {
    std::map<std::uint32_t, Decimal> by_line; // in the confirmed unit
    std::vector<Shipment> shipments;
};

struct StandingOrder {
    std::string official_no;
    OrderState state = OrderState::received;
    const Order& order;
    const Answer* told = nullptr; // the last confirmation or proposal; null before there is one
    std::optional<DeliveredSoFar> delivered;
};

StatusPhase phase_of(OrderState state);
OrderStatus status_of(const StandingOrder& standing);

// A line whose rest was promised for a day before `today`: "4500009 line 1: 200 of NK-100, promised
// 2026-02-26". Empty when nothing is late.
std::vector<std::string> overdue_in(const OrderStatus& status, Date today);

} // namespace besteld
