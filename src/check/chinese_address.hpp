// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/address.hpp"

namespace besteld {

// Written in Chinese characters, for the most part.
bool is_chinese_text(std::string_view text);
// "上海市浦东新区张江路100号 王伟 13812345678": province, city and district before the road, the
// number with 号 behind it, then the consignee. Reads it from left to right without blanks to go
// by.
void take_chinese_address(std::string_view text, Address& address);
// Folded; "上海市" is "上海".
std::string normal_city(std::string_view written);

} // namespace besteld
