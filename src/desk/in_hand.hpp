// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"

#include <expected>

namespace besteld {

// The case as somebody may work on it now: it exists, is still as he saw it, and no colleague has
// claimed it. What his role may do is the caller's to ask.
std::expected<Case, DeskRefused> case_in_hand(Store& store, const DeskAction& action);

} // namespace besteld
