// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the checks of dates share: which dates an order states, and how a finding speaks of them.

#include "check/calendar.hpp"
#include "check/inquiry.hpp"
#include "check/own_limits.hpp"

#include <vector>

namespace besteld {

bool names_a_date(const std::optional<Sourced<DateSpec>>& requested);
// A date that is stated but that nobody can make a day of.
bool is_unreadable(const Sourced<DateSpec>& requested);
// The line's date (its own, else the order's) and those of its further deliveries (L13).
std::vector<Sourced<DateSpec>> stated_dates(const Inquiry& inquiry, const OrderLine& line);

// "2026-03-05", "by 2026-03-05", "2026-03-09 to 2026-03-13"
std::string range_text(const DateSpec& spec);
// "+2 days"
std::string days_apart(Date wanted, Date possible);
Finding date_finding(const Inquiry& inquiry, Check check, LineIndex line,
                     const Sourced<DateSpec>& requested, std::string agreed);
// Suggests `day` as our value.
void offer_day(const Inquiry& inquiry, Finding& finding, Date day);

} // namespace besteld
