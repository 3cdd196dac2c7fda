// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"

#include <optional>

namespace besteld {

// A case in somebody's hand, with what it is judged by.
struct Desk::Loaded {
    Case the_case;
    StoredMessage message;
    Reading reading;
    // Of a decision that has waited: when it happens. It is judged as of when it was made.
    std::optional<Instant> carried_out_at = {};
};

} // namespace besteld
