// SPDX-License-Identifier: Apache-2.0
#include "base/gs1_number.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

bool gs1_check_digit_fits(std::string_view digits) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.size() < 2 || !std::ranges::all_of(digits, is_digit)) return false;
    int sum = 0;
    int weight = 1; // of the check digit itself: the whole then sums to a multiple of ten
    for (std::size_t i = digits.size(); i-- > 0; weight = 4 - weight)
        sum += (digits[i] - '0') * weight;
    return sum % 10 == 0;
}

std::optional<std::string> gtin14(std::string_view text) {
    const std::string digits = normalise_code(text);
    if (digits.size() != 8 && digits.size() != 12 && digits.size() != 13 && digits.size() != 14)
        return std::nullopt;
    if (!gs1_check_digit_fits(digits)) return std::nullopt;
    return std::string(14 - digits.size(), '0') + digits;
}

bool is_gln(std::string_view text) {
    return text.size() == 13 && gs1_check_digit_fits(text);
}

} // namespace besteld
