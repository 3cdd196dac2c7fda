// SPDX-License-Identifier: Apache-2.0
#pragma once

// An order that one of us typed (order/typed_order.hpp). Its places point into a sheet made of what
// was typed, for whoever looks at the case.

#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

Parsed read_typed(std::string_view bytes, std::uint32_t part);

} // namespace besteld::parsers
