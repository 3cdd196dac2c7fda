// SPDX-License-Identifier: Apache-2.0
#pragma once

// When finance is asked for invoices, and when an order is closed: domain.md T31 and T32. Pure.

#include "order/decision.hpp"
#include "order/fulfilment.hpp"

namespace besteld {

// Requests that the rule asks for and that do not exist yet, without id, number and time.
std::vector<InvoiceRequest> due_requests(const Fulfilment& known, OrderState state,
                                         InvoiceRule rule);

// The step of a request that `known` holds by now: the last one moves a delivered order on.
Step requested_step(const Fulfilment& known, OrderState state, const InvoiceRequest& request);

// What follows from how the order now stands: all was requested before the last goods went, or
// nothing more came (T31); every request has its invoice (T32).
std::vector<Step> settling_steps(const Fulfilment& known, OrderState state);

} // namespace besteld
