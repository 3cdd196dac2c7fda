// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// The GS1 check digit (GS1 General Specifications 7.9): weights 3, 1, 3 … from the digit left of
// it. True for digits only, of any length from 2.
bool gs1_check_digit_fits(std::string_view digits);

// A GTIN-8, -12, -13 or -14 as 14 digits, zero-filled; nothing when it is none or its check digit
// is wrong.
std::optional<std::string> gtin14(std::string_view text);

// A GLN of 13 digits whose check digit fits.
bool is_gln(std::string_view text);

} // namespace besteld
