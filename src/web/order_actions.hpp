// SPDX-License-Identifier: Apache-2.0
#pragma once

// POST /order/ID/VERB: what people do at an order from its page.

#include "desk/order_actions.hpp"
#include "desk/order_desk.hpp"
#include "desk/service_desk.hpp"
#include "web/viewer.hpp"

#include <optional>
#include <string>

namespace besteld {

struct OrderDoors {
    Desk& desk;
    OrderActions& actions;
    ServiceDesk& service;
};

// Nothing when it was done. `verb` not known: code "not_found".
std::optional<DeskRefused> act_on_order(const OrderDoors& doors, const Viewer& viewer,
                                        std::int64_t case_id, const std::string& verb,
                                        const HttpRequest& form);

// What this person may do with the order in its state.
void fill_order_actions(Dictionary& page, const Viewer& viewer, const OrderLife& life);

} // namespace besteld
