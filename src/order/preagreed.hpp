// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/finding.hpp"
#include "order/order.hpp"
#include "order/terms.hpp"

#include <vector>

namespace besteld {

// The findings with those resolved that the agreement decides by itself: pack rounding up to its
// percentage (domain.md 4.3 E04), and warnings whose agreed value is pre-agreed. Never a block.
std::vector<Finding> resolve_by_agreement(const Order& order, std::vector<Finding> findings,
                                          const Terms& terms, Instant now);

} // namespace besteld
