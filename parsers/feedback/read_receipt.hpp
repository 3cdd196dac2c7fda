// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld::parsers {

// The number by which the other system knows what it took: "number" of a JSON object. Empty when
// the answer says nothing of the kind; it need not.
std::string read_receipt_number(std::string_view answer);

} // namespace besteld::parsers
