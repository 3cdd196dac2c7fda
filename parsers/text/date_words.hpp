// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names of months and weekdays in the languages we read.

#include <string_view>

namespace besteld::parsers {

unsigned month_of(std::string_view folded);   // 1 to 12, 0 when it is none
unsigned weekday_of(std::string_view folded); // Monday 1 to Sunday 7, 0 when it is none
// 一 to 日 at the front of a word such as 五送 after 周: 1 to 7, else 0
unsigned chinese_weekday_of(std::string_view utf8);

} // namespace besteld::parsers
