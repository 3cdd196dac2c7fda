// SPDX-License-Identifier: Apache-2.0

// What the warehouse and finance reported of orders.
#include "base/text.hpp"
#include "store/figure_rows.hpp"

#include <map>

namespace besteld {

namespace {

// Where nobody ever reported a delivery, an order without one says nothing.
bool any_delivery(Session& session) {
    return !session.execute("SELECT 1 FROM delivery LIMIT 1").rows.empty();
}

using ByCase = std::map<std::int64_t, OrderFacts*>;

Result rows_of_cases(Session& session, std::string_view select, const ByCase& orders,
                     std::string_view rest) {
    std::vector<std::int64_t> ids;
    for (const auto& [id, facts] : orders)
        ids.push_back(id);
    pad_list(ids);
    const std::vector<Value> parameters(ids.begin(), ids.end());
    return session.execute(cat(select, " ", parameter_rows(1, 1, ids.size()), " ", rest),
                           parameters);
}

void add_shipments(Session& session, const ByCase& orders) {
    std::map<std::int64_t, std::pair<std::int64_t, std::size_t>> places; // delivery → case, index
    const auto found = rows_of_cases(
        session,
        "SELECT d.case_id, d.id, d.delivery_no, d.posted_at, d.arrived_at, p.delivery_id, "
        "p.differences FROM delivery d LEFT JOIN proof_of_delivery p ON p.delivery_id = d.id "
        "WHERE d.case_id IN",
        orders, "ORDER BY d.id");
    for (const auto& row : found.rows) {
        auto& fulfilment = orders.at(row.integer(0))->fulfilment;
        if (!fulfilment) continue;
        places[row.integer(1)] = {row.integer(0), fulfilment->shipments.size()};
        fulfilment->shipments.push_back({.number = row.text(2),
                                         .posted_at = row.instant(3),
                                         .arrived_at = row.maybe_instant(4),
                                         .proof = !row.is_null(5),
                                         .differences = !row.text(6).empty()});
    }
    const auto lines = rows_of_cases(session,
                                     "SELECT l.delivery_id, l.line, l.quantity FROM delivery d "
                                     "JOIN delivery_line l ON l.delivery_id = d.id "
                                     "WHERE d.case_id IN",
                                     orders, "ORDER BY l.delivery_id, l.position");
    for (const auto& row : lines.rows) {
        const auto place = places.find(row.integer(0));
        if (place == places.end()) continue;
        auto& shipments = orders.at(place->second.first)->fulfilment->shipments;
        shipments[place->second.second].quantities[static_cast<std::uint32_t>(row.integer(1))] +=
            row.decimal(2);
    }
}

void add_requests(Session& session, const ByCase& orders) {
    const auto found = rows_of_cases(session,
                                     "SELECT r.case_id, r.requested_at, d.delivery_no "
                                     "FROM invoice_request r LEFT JOIN delivery d "
                                     "ON d.id = r.delivery_id WHERE r.case_id IN",
                                     orders, "ORDER BY r.id");
    for (const auto& row : found.rows)
        if (auto& fulfilment = orders.at(row.integer(0))->fulfilment)
            fulfilment->requests.push_back({.at = row.instant(1), .shipment = row.text(2)});
}

} // namespace

void add_fulfilments(Session& session, std::vector<OrderFacts>& facts) {
    if (facts.empty() || !any_delivery(session)) return;
    ByCase orders;
    for (auto& one : facts)
        orders[one.case_id] = &one;
    const auto found = rows_of_cases(
        session, "SELECT case_id, rest_closed_at FROM fulfilment WHERE case_id IN", orders, "");
    for (const auto& row : found.rows)
        orders.at(row.integer(0))->fulfilment =
            FactFulfilment{.rest_closed_at = row.maybe_instant(1)};
    add_shipments(session, orders);
    add_requests(session, orders);
}

} // namespace besteld
