// SPDX-License-Identifier: Apache-2.0
#pragma once

// The papers of the house leave with what they are about (domain.md 6): the outbound slip (D6) with
// a goods issue, the invoice request's paper (D7) with the request, and whoever files signed notes
// is asked for one that does not come. Rows of the outbox in the caller's transaction, each once.

#include "flow/judge.hpp"
#include "order/fulfilment.hpp"

namespace besteld {

// Numbers the slip of a delivery and sends it to the warehouse; nothing where the configuration
// names nobody there. `delivery` gets the number.
void send_outbound_slip(Store& store, const FlowSettings& settings, const Case& the_case,
                        Delivery& delivery, Instant now);

// `known` holds the request already.
void send_invoice_request(Store& store, const FlowSettings& settings, const Case& the_case,
                          const Fulfilment& known, const InvoiceRequest& request, Instant now);

// Puts up, moves or takes away the duty to ask for signed notes, as the deliveries now stand.
inline constexpr std::string_view proof_duty = "proof";
void arrange_proof_chase(Store& store, const FlowSettings& settings, const Case& the_case);
// The duty's time has come (flow/due.cpp).
void chase_proof(Store& store, const FlowSettings& settings, Case& the_case, Instant now);

} // namespace besteld
