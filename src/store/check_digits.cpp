// SPDX-License-Identifier: Apache-2.0
#include "store/check_digits.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c) {
    return c - '0';
}

} // namespace

// GS1 General Specifications 7.9: weights 3, 1, 3 … from the digit left of the check digit.
bool is_gs1_number(std::string_view digits) {
    if (!all_digits(digits) || digits.size() < 8) return false;
    int sum = 0;
    int weight = 3;
    for (auto i = digits.size() - 1; i-- > 0; weight = 4 - weight)
        sum += weight * digit(digits[i]);
    return (10 - sum % 10) % 10 == digit(digits.back());
}

// Either the old eleven-test over the first nine digits, or ISO 7064 mod 97 over all, letters as 10
// … 35.
bool is_dutch_vat(std::string_view text) {
    if (text.size() != 14 || !text.starts_with("NL") || text[11] != 'B') return false;
    if (!all_digits(text.substr(2, 9)) || !all_digits(text.substr(12))) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i)
        sum += static_cast<int>(9 - i) * digit(text[2 + i]);
    if (sum % 11 == digit(text[10])) return true;
    int rest = 0;
    for (const char c : text)
        rest = c >= 'A' ? (rest * 100 + (c - 'A' + 10)) % 97 : (rest * 10 + digit(c)) % 97;
    return rest == 1;
}

bool is_german_vat(std::string_view text) {
    if (text.size() != 11 || !text.starts_with("DE") || !all_digits(text.substr(2))) return false;
    int product = 10;
    for (const char c : text.substr(2, 8)) {
        int sum = (digit(c) + product) % 10;
        if (sum == 0) sum = 10;
        product = 2 * sum % 11;
    }
    return (11 - product) % 10 == digit(text.back());
}

bool is_chinese_uscc(std::string_view text) {
    constexpr std::string_view characters = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // no I O S V Z
    if (text.size() != 18) return false;
    int sum = 0;
    int weight = 1;
    for (const char c : text.substr(0, 17)) {
        const auto value = characters.find(c);
        if (value == std::string_view::npos) return false;
        sum += static_cast<int>(value) * weight;
        weight = weight * 3 % 31;
    }
    return characters[static_cast<std::size_t>((31 - sum % 31) % 31)] == text.back();
}

} // namespace besteld
