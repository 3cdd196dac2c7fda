// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/order.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace besteld {

// The latest correction of a field, of the header when `line` is absent; null when nobody corrected
// it.
inline const Correction* find_correction(const std::vector<Correction>& corrections,
                                         std::string_view field,
                                         std::optional<std::uint32_t> line = std::nullopt) {
    const Correction* found = nullptr;
    for (const Correction& correction : corrections) {
        if (correction.field == field && correction.line == line) found = &correction;
    }
    return found;
}

} // namespace besteld
