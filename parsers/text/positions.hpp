// SPDX-License-Identifier: Apache-2.0
#pragma once

// The number a buyer gives a line: "Pos. 10", "Regel 2:", "Item 10:", "Ligne 1 :", "序号1".

#include "parsers/text/passage.hpp"

#include <cstddef>
#include <optional>

namespace besteld::parsers {

struct LinePosition {
    std::size_t number = 0; // its token
    std::size_t behind = 0; // the first token behind it
};

// With its word at token `i`, before token `last`.
std::optional<LinePosition> position_at(const Passage& passage, std::size_t i, std::size_t last);

} // namespace besteld::parsers
