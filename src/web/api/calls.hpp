// SPDX-License-Identifier: Apache-2.0
#pragma once

// The table of all calls, by what they are about. Each leads to the same desk as the page's.

#include "desk/alike_desk.hpp"
#include "desk/base_data_desk.hpp"
#include "desk/customer_desk.hpp"
#include "desk/order_actions.hpp"
#include "desk/order_desk.hpp"
#include "desk/service_desk.hpp"
#include "desk/teach_desk.hpp"
#include "desk/typed_desk.hpp"
#include "web/api/route.hpp"

#include <vector>

namespace besteld::api {

// What the calls lead to; outlives the table.
struct House {
    House(Store& its_store, const FlowSettings& flow, Desk& its_desk, SecondPerson base_data_by)
        : store(its_store), desk(its_desk), alike(store, flow, desk), orders(store, flow),
          actions(store, flow), service(store, flow), typed(store, flow), customers(store, flow),
          base_data(store, base_data_by), teach(store, base_data_by),
          holidays(flow.seller.holidays) {}

    Store& store;
    Desk& desk;
    AlikeDesk alike;
    OrderDesk orders;
    OrderActions actions;
    ServiceDesk service;
    TypedDesk typed;
    CustomerDesk customers;
    BaseDataDesk base_data;
    TeachDesk teach;
    std::vector<Date> holidays;
};

// A call that leads to the house.
inline auto to(House& house, Served (*run)(House&, const Call&)) {
    return [&house, run](const Call& call) { return run(house, call); };
}
template <typename Body>
auto to(House& house, Served (*run)(House&, const Call&, const Body&)) {
    return [&house, run](const Call& call, const Body& body) { return run(house, call, body); };
}

using Table = std::vector<Route>;
Table queue_calls(House& house); // the queue, one case, decisions, what is alike
Table order_calls(House& house); // finding orders, their lives, typed ones, customers
Table complaint_calls(House& house);
Table base_data_calls(House& house);
Table teach_calls(House& house); // columns and numbers that people teach
Table house_calls(House& house); // overview, events, reports, filters, who looked at what

// `limit` as asked, 1 to 500; 50 unless told.
int limit_of(const Call& call);

// The case {id} as it is after what was done about it, or why it was not.
Served done(House& house, const Call& call, const std::optional<DeskRefused>& why);
Served done(House& house, const Call& call, const std::expected<std::int64_t, DeskRefused>& how);
Served case_now(House& house, std::int64_t case_id, int status = 200);

} // namespace besteld::api
