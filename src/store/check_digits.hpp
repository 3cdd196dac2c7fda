// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// domain.md 2.3. Digits and letters only, upper case: take blanks and points off before.
bool is_gs1_number(
    std::string_view digits); // GTIN-8/12/13/14, GLN, SSCC: the last digit checks the others
bool is_dutch_vat(std::string_view text);    // NL + 9 digits + B + 2 digits
bool is_german_vat(std::string_view text);   // DE + 9 digits, ISO 7064 mod 11,10
bool is_chinese_uscc(std::string_view text); // 18 characters, GB 32100-2015

} // namespace besteld
