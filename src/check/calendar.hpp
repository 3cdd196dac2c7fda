// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check_order.hpp"

namespace besteld {

// A day on which we work: no weekend and none of our holidays.
bool is_working_day(const Seller& seller, Date date);
// `days` working days after `from`; with 0 `from` itself when it is one, else the next.
Date add_working_days(const Seller& seller, Date from, int days);
// The working day to which an order counts as received: its own until the agreement's cut-off
// (inclusive), else the next. On the wall clock of our zone, by that day's rules.
Date counting_day(const Terms& terms, Instant received_at);
// The last day of [from, to] on which the ship-to takes deliveries.
std::optional<Date> last_delivery_day(const Terms& terms, const std::string& ship_to_id, Date from,
                                      Date to);

// What a request says as days: the first and the last day that satisfy it. Open ends are absent.
struct DayRange {
    std::optional<Date> first;
    std::optional<Date> last;
};
DayRange day_range(const DateSpec& spec);

// The day a delivery is planned for before stock is looked at: the requested day when it can be
// met, the last delivery day of a window, else the first feasible day.
Date planned_day(const Terms& terms, const std::string& ship_to_id, const DateSpec* requested,
                 Instant received_at);

} // namespace besteld
