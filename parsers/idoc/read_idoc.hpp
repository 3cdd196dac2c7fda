// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

// Whether the bytes begin with the control record EDI_DC40 (or EDI_DC, before release 4).
bool looks_like_idoc_flat(std::string_view bytes);

// Every IDoc of a flat file: ORDERS and ORDCHG (ORDERS01 to ORDERS05) in full, other types with
// class and envelope. One record a line, or without line ends records of 1,063 bytes.
Parsed read_idoc_flat(std::string_view bytes, std::uint32_t part);

} // namespace besteld::parsers
