// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/confirm_lines.hpp"

namespace besteld {

// T20 nothing differs, T21 every difference is pre-agreed, T22 otherwise.
OrderEvent kind_of_confirmation(const Confirmed& confirmed);

// Whether saying nothing accepts these (domain.md T23): where it was agreed, and for nothing beyond
// the agreed scope.
bool silence_consents(const std::vector<Deviation>& deviations, const Terms& terms);

// Stock promised by these lines, in stock units, one promise per part with a date. A backorder
// without a date reserves nothing.
void reserve(const std::vector<AnswerLine>& lines, const Terms& terms, Instant now,
             Decision& decision);

} // namespace besteld
