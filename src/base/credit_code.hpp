// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// China's unified social credit code: 18 characters, upper case, GB 32100-2015.
bool is_chinese_credit_code(std::string_view text);

} // namespace besteld
