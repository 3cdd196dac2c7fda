// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/confirm_lines.hpp"

namespace besteld {

// Puts the discounts and surcharges of what is confirmed into its lines' amounts and its list of
// charges: what is due by the agreement, or what was stated where a person accepted that or the two
// are equal within the tolerance. Every difference that a person decided becomes a deviation.
void confirm_charges(const Order& order, const std::vector<Finding>& findings, const Terms& terms,
                     const AnswerContext& context, Confirmed& confirmed);

} // namespace besteld
