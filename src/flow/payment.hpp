// SPDX-License-Identifier: Apache-2.0
#pragma once

// Money that finance reports for an order (H08, domain.md 4.3; S13): when the prepayment is in,
// nothing of it holds up the release any more.

#include "flow/fulfil.hpp"

namespace besteld {

// When a change asks for another prepayment than before: what is in already counts.
void settle_prepayment(Store& store, std::int64_t case_id, std::vector<Finding>& findings,
                       Instant now);

// Several payments of an order add up. Refused: another currency.
FeedbackFate take_payment(Store& store, Case& the_case, const Feedback& said,
                          const std::string& channel, Instant now);

} // namespace besteld
