// SPDX-License-Identifier: Apache-2.0
#pragma once

// The deviations a customer agreed to beforehand (domain.md 4.1, scope = fields and bounds).

#include "order/answer.hpp"

#include <map>
#include <span>
#include <string>

namespace besteld {

// Bounds by name, all inclusive: quantity_down, quantity_up, price_down, price_up in percent of the
// ordered value; days_earlier, days_later in calendar days; replacement (any value but 0: another
// article may come); charges (any value but 0: the agreement's own fees and surcharges). What is
// not named must be as it was ordered.
using DeviationScope = std::map<std::string, Decimal>;

std::span<const std::string_view> bounds_of_scope();
bool is_in_scope(const Deviation& deviation, const DeviationScope& scope);

} // namespace besteld
