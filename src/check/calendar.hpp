// SPDX-License-Identifier: Apache-2.0
#pragma once

// Three calendars meet in a delivery: ours counts the lead time, the ship-to's says on which days
// it takes goods, the wall clock of our zone decides about the cut-off (domain.md 2.3, S06).

#include "check/check_order.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace besteld {

// A day on which we work: no weekend and none of our holidays.
bool is_working_day(const Seller& seller, Date date);
// `days` working days after `from`; with 0 `from` itself when it is one, else the next.
Date add_working_days(const Seller& seller, Date from, int days);
// The working day to which an order counts as received: its own until the agreement's cut-off
// (inclusive), else the next. On the wall clock of our zone, by that day's rules.
Date counting_day(const Terms& terms, Instant received_at);
// "12:00" as time since midnight, "24:00" included; nothing when it is no time of day.
std::optional<std::chrono::minutes> time_of_day(std::string_view text);

const ShipTo* find_ship_to(const Terms& terms, const std::string& ship_to_id);
// The ship-to has a calendar of its own of which base data know no days.
bool lacks_calendar(const Terms& terms, const std::string& ship_to_id);
// The last day of [from, to] on which the ship-to takes deliveries.
std::optional<Date> last_delivery_day(const Terms& terms, const std::string& ship_to_id, Date from,
                                      Date to);

// Working days from the counting day to the delivery: the agreement's, more when the item needs
// more, and changed by as much as the road to this ship-to differs from the agreement's. An empty
// `sku` stands for no item in particular.
int lead_days_of(const Terms& terms, const std::string& ship_to_id, const std::string& sku);
// Of these, the ones on the road.
int transport_days_of(const Terms& terms, const std::string& ship_to_id);
Date first_feasible_delivery(const Terms& terms, const std::string& ship_to_id, Instant received_at,
                             const std::string& sku);
// The first day on which the goods can leave: the lead time without the road.
Date first_feasible_despatch(const Terms& terms, const std::string& ship_to_id, Instant received_at,
                             const std::string& sku);

// What a request says as days: the first and the last day that satisfy it. Open ends are absent.
struct DayRange {
    std::optional<Date> first;
    std::optional<Date> last;
};
DayRange day_range(const DateSpec& spec);

// How much later than asked a day may be and still count as ordered.
int late_days_allowed(const Terms& terms, Check check);

// The day a delivery is planned for before stock is looked at: the requested day when it can be
// met or missed by no more than the tolerance, the last delivery day of a window, else the first
// feasible day. For a despatch or pick-up date the day on which the goods leave.
Date planned_day(const Terms& terms, const std::string& ship_to_id, const DateSpec* requested,
                 Instant received_at, const std::string& sku = {});

} // namespace besteld
