// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a customer is told of a goods issue (domain.md T29, T29b, 6 D5). Pure.

#include "order/fulfilment.hpp"
#include "order/order.hpp"
#include "order/terms.hpp"

#include <string_view>

namespace besteld {

// `known` holds the delivery already; `day` is that of its goods issue on our wall. What the same
// line sent in several batches is one line with its batches.
DespatchSlip despatch_slip_of(const Fulfilment& known, const Delivery& delivery, const Order& order,
                              const Terms& terms, Date day);

// A word of an edi_profile asks for despatch advices when "-despatch" stands in it:
// "eancom97-despatch"; only where we write that format's.
bool wants_despatch_advice(std::string_view profile);

} // namespace besteld
