// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/judge.hpp"

#include <optional>

namespace besteld {

// A buyer's change that names our response and only repeats what it proposed is his consent
// (domain.md 3.4, T23: EANCOM 97 sends ORDCHG 4 with RFF+POR). The case that was consented to, or
// nothing when the document is anything else: then it goes its ordinary way. `received` is what the
// change came in, for its receipt.
std::optional<std::int64_t> take_consent(Store& store, const FlowSettings& settings,
                                         const Origins& origins, const OrderDraft& draft,
                                         const AnswerContext& received, Instant now);

// Whether a change says exactly what was proposed: every deviating line is named, nothing stated
// differs.
bool repeats_proposal(const OrderDraft& change, const Answer& proposal);

} // namespace besteld
