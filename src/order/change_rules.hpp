// SPDX-License-Identifier: Apache-2.0
#pragma once

// What may still be changed in an order, by its state and by what is to change: the table of
// domain.md 3.4.

#include "order/state.hpp"

#include <string_view>

namespace besteld {

enum class ChangeKind { quantity_up, quantity_down, date, address, price, cancel_all };

// Once the goods are in somebody's hands less may be changed than the order's state says.
enum class Picked { no, yes };

// What is made for this order is production's matter while it is not picked.
enum class Made { for_stock, to_order };

enum class ChangeRuling {
    allowed,             // taken into the draft
    second_person,       // a new version, which a second person approves
    lead_only,           // likewise, and only a lead may
    ask_warehouse,       // the warehouse must say yes first
    ask_production,      // production must
    production_and_lead, // production must, and then only a lead may
    remainder_only,      // only what is not delivered yet
    as_new_order,        // it becomes an order of its own
    refused
};

ChangeRuling ruling_on(OrderState state, ChangeKind kind, Picked picked = Picked::no,
                       Made made = Made::for_stock);

std::string_view name_of(ChangeKind kind);     // "a larger quantity"
std::string_view name_of(ChangeRuling ruling); // "the warehouse must agree"

} // namespace besteld
