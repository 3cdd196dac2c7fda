// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/order.hpp"

#include <optional>

namespace besteld {

// A reader's text as a number; nothing when it is none or larger than `largest` (then it was
// misread).
std::optional<Sourced<Decimal>> typed_number(const MaybeField& field, Decimal largest);
// What a stated amount or total may be at most.
inline constexpr Decimal largest_amount{2'000'000'000};

} // namespace besteld
