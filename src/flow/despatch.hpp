// SPDX-License-Identifier: Apache-2.0
#pragma once

// What leaves the house when goods do (domain.md T29, T29b): the customer is told in the format he
// ordered in where his profile asks for it, else by a mail with the delivery note (D5).

#include "flow/judge.hpp"
#include "order/fulfilment.hpp"

namespace besteld {

// Outbox rows about a delivery that was written in the caller's transaction; a delivery has one of
// each kind, however often this is called. None where the customer has no address.
void announce_despatch(Store& store, const FlowSettings& settings, const Case& the_case,
                       const Delivery& delivery, Instant now);

} // namespace besteld
