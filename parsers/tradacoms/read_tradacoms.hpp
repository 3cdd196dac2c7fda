// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

// Whether the bytes begin with STX and a delimiter, also behind a byte order mark or blanks.
bool looks_like_tradacoms(std::string_view bytes);

// Every ORDERS message of a TRADACOMS transmission, with or without line ends; a transmission of
// another kind gives one draft with its name. SDT and CDT of the file header stand in every order
// as supplier and buyer, CLO as ship-to.
Parsed read_tradacoms(std::string_view bytes, std::uint32_t part);

} // namespace besteld::parsers
