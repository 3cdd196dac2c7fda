// SPDX-License-Identifier: Apache-2.0
#pragma once

// From the house's values to what the API says of them.

#include "desk/customer_desk.hpp"
#include "desk/order_desk.hpp"
#include "desk/service_desk.hpp"
#include "web/api/shapes.hpp"

namespace besteld::api {

std::optional<std::string> maybe(const std::string& text); // none for an empty one
// ISO date by which delivery is wanted: of a window its last day.
std::optional<std::string> day_of(const MaybeDate& requested);

QueueEntry said(const QueueRow& row);
CaseHead said(const Case& the_case);
Line said(const OrderLine& line);
Deviation said(const Finding& finding, std::size_t index);
Told said(const Answer& would_be);
Told said(const OutboxRow& row);
Happened said(const EventRow& event);
OrderFound said(const OrderSummary& order);
ComplaintFound said(const Complaint& complaint);

template <typename From>
auto all_said(const std::vector<From>& rows) {
    std::vector<decltype(said(rows.front()))> all;
    for (const auto& row : rows)
        all.push_back(said(row));
    return all;
}
std::vector<Deviation> all_said(const std::vector<Finding>& findings);

} // namespace besteld::api
