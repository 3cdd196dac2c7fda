// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"

#include <expected>
#include <optional>
#include <string>

namespace besteld {

// Who works on the case now; empty when nobody does, or the claim has run out.
std::string claimant(const Case& the_case, Instant now);
// Why not, when what somebody has decided about the case has not left yet.
std::optional<DeskRefused> refuse_held(Store& store, std::int64_t case_id);
// The case as somebody may work on it now: it exists, is still as he saw it, no colleague has
// claimed it, and nothing that is decided about it waits to leave. What his role may do is the
// caller's to ask.
std::expected<Case, DeskRefused> case_in_hand(Store& store, const DeskAction& action);

} // namespace besteld
