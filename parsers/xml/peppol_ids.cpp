// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/peppol_ids.hpp"

#include "base/gs1_number.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

bool is_digits(std::string_view text, std::size_t size) {
    return text.size() == size &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c) {
    return c - '0';
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = 10 * value + digit(c);
    return value;
}

// Of any length: a GLN with an extension is one too.
bool is_gs1_number(std::string_view text) {
    return text.size() <= 40 && gs1_check_digit_fits(text);
}

// Brønnøysund: modulus 11 with the weights 3 2 7 6 5 4 3 2.
bool is_norwegian_organisation(std::string_view text) {
    constexpr std::array weights = {3, 2, 7, 6, 5, 4, 3, 2};
    if (!is_digits(text, 9)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += digit(text[i]) * weights[i];
    return (11 - sum % 11) % 11 == digit(text[8]);
}

// Banque-Carrefour: the last two digits complete the first eight to a multiple of 97.
bool is_belgian_enterprise(std::string_view text) {
    return is_digits(text, 10) && 97 - number(text.substr(0, 8)) % 97 == number(text.substr(8));
}

bool is_swedish_organisation(std::string_view text) {
    return is_digits(text, 10);
}

// ABN: the first digit less one, weighted, is a multiple of 89.
bool is_australian_business(std::string_view text) {
    constexpr std::array weights = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    if (!is_digits(text, 11)) return false;
    int sum = -weights[0];
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += digit(text[i]) * weights[i];
    return sum % 89 == 0;
}

constexpr auto rules = std::to_array<PartyNumberRule>({
    {"0088", "PEPPOL-COMMON-R040", "GLN", true, is_gs1_number},
    {"0192", "PEPPOL-COMMON-R041", "Norwegian organisation number", true,
     is_norwegian_organisation},
    {"0208", "PEPPOL-COMMON-R043", "Belgian enterprise number", false, is_belgian_enterprise},
    {"0007", "PEPPOL-COMMON-R049", "Swedish organisation number", false, is_swedish_organisation},
    {"0151", "PEPPOL-COMMON-R050", "Australian Business Number", false, is_australian_business},
});

} // namespace

const PartyNumberRule* party_number_rule(std::string_view scheme) {
    const auto* found = std::ranges::find(rules, scheme, &PartyNumberRule::scheme);
    return found == rules.end() ? nullptr : found;
}

} // namespace besteld::parsers
