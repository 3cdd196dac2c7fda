// SPDX-License-Identifier: Apache-2.0
#pragma once

// What follows from a change or a cancellation (domain.md 3.4), on either side of it: in the
// change's own case, and in the order that it is about.

#include "order/decide.hpp"

#include <expected>

namespace besteld {

// `context.change` is set. Judged, released, approved, refused like an order; what a change asks
// for is carried out as a whole or refused as a whole, and Decision::outcome says which. What has
// nothing to decide and comes before the order is confirmed is carried out at once.
std::expected<Decision, CommandRefused>
decide_change(const Order& order, std::vector<Finding> findings, const Terms& terms,
              const CaseHistory& history, const Command& command, const AnswerContext& context,
              Instant now);

// The order's own case takes it up: apply_change (`order` as changed, with `context.change` for
// what stays as it was confirmed), break_promise (`context.change` has what was confirmed), cancel,
// cancel_own, decline.
std::expected<Decision, CommandRefused>
decide_changed_order(const Order& order, std::vector<Finding> findings, const Terms& terms,
                     const CaseHistory& history, const Command& command,
                     const AnswerContext& context, Instant now);

// Whether the order may still take a change up without anybody being told otherwise: nothing was
// confirmed yet, or what was proposed waits for consent.
bool is_open_to_changes(OrderState state);

} // namespace besteld
