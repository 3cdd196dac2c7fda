// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/inquiry.hpp"

#include <optional>

namespace besteld {

// What the lines come to at the price ordered, else agreed; nothing when it is out of range, which
// is more than any limit. Lines without any price do not count.
std::optional<Decimal> value_of(const Inquiry& inquiry);

} // namespace besteld
