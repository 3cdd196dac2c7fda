// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/x12/write_x12.hpp"

#include <optional>
#include <string_view>

namespace besteld::parsers {

// TA1 and every 997 or 999 of an interchange, as they are written; nothing when there are none.
// What the bytes hold besides is passed over.
std::optional<X12Receipt> read_x12_receipt(std::string_view bytes);

} // namespace besteld::parsers
