// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes and cancellations find their order, and the order takes them up (domain.md 3.4).

#include "flow/judge.hpp"

#include <stdexcept>

namespace besteld {

// Somebody else saved the order first: the transaction must be rolled back.
struct ChangedMeanwhile : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The customer's order that this change or cancellation names, by his number or by ours. Nothing
// when the document is neither, the sender is not surely a customer of ours, or there is no order.
std::optional<Case> order_meant(Store& store, const OrderDraft& draft, const Origins& origins,
                                const std::vector<Correction>& corrections);

// The same for what arrives. A document that says it replaces an order that still lives is a change
// of it and is marked so (domain.md 5.4 K3 b).
std::optional<Case> order_changed_by(Store& store, OrderDraft& draft, const Origins& origins);

// `own_case`: the change's case, 0 while it has none.
ChangedOrder as_it_stands(Store& store, const Case& order, const OrderDraft& change,
                          std::int64_t own_case);

// What the customer was told last of this order; nothing while nothing was confirmed.
std::optional<Answer> last_confirmation(Store& store, const Case& order);

// What a judged change decided happens to its order: it takes the change up, ends, or notes that it
// was refused. In the transaction that saves the change's case, after it has its id. Throws
// ChangedMeanwhile.
void pass_on_to_order(Store& store, const FlowSettings& settings, const Case& change,
                      const Judgement& judged, const AnswerContext& received, Instant now);

} // namespace besteld
