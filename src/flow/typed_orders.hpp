// SPDX-License-Identifier: Apache-2.0
#pragma once

// Orders that one of us takes down (order/typed_order.hpp), judged while they are typed and then
// taken in like any other.

#include "flow/judge.hpp"
#include "order/typed_order.hpp"

#include <expected>

namespace besteld {

// What would become of it now; nothing is written.
Judgement judge_typed(Store& store, const FlowSettings& settings, const TypedOrder& typed,
                      Instant now);

// Stores what was typed and opens its case, in one transaction. A form that comes twice gives the
// case that it gave first. The customer must exist; whoever typed it is the first of two persons.
std::expected<std::int64_t, CommandRefused> take_typed(Store& store, const FlowSettings& settings,
                                                       const TypedOrder& typed, Role role,
                                                       Instant now);

} // namespace besteld
