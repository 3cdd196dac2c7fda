// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Minor units of a currency (ISO 4217): 2 unless the table says otherwise. A code nobody knows
// has 2.
int currency_digits(std::string_view iso4217);

} // namespace besteld
