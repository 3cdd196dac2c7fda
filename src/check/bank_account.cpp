// SPDX-License-Identifier: Apache-2.0
#include "check/bank_account.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct IbanLength {
    std::string_view country;
    std::size_t length;
};

// ISO 13616 registry, the countries whose customers pay by IBAN.
constexpr auto lengths = std::to_array<IbanLength>({
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21},
    {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FO", 18},
    {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IS", 26}, {"IT", 27}, {"KW", 30}, {"LI", 21}, {"LT", 20}, {"LU", 20},
    {"LV", 21}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"NL", 18}, {"NO", 15},
    {"PL", 28}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19},
    {"SK", 24}, {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"XK", 20},
});

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// ISO 7064 mod 97-10: country and check digits moved to the end, letters as 10 to 35.
bool check_digits_fit(std::string_view iban) {
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
}

// The account that begins at `at`, if one does; its end in `end`.
std::string account_at(std::string_view text, std::size_t at, std::size_t& end) {
    const std::string country = to_upper_ascii(text.substr(at, 2));
    const auto known = std::ranges::find(lengths, country, &IbanLength::country);
    if (known == lengths.end() || !is_digit(text[at + 2]) || !is_digit(text[at + 3])) return {};
    std::string value;
    std::size_t i = at;
    for (; i < text.size() && value.size() < known->length; ++i) {
        const char c = to_upper_ascii(text.substr(i, 1)).front();
        if (is_upper(c) || is_digit(c))
            value += c;
        else if (c != ' ' && c != '.' && c != '-')
            return {};
    }
    const bool whole = i >= text.size() || !(is_upper(text[i]) || is_digit(text[i]));
    if (value.size() != known->length || !whole || !check_digits_fit(value)) return {};
    end = i;
    return value;
}

} // namespace

std::vector<AccountMention> find_ibans(std::string_view text) {
    std::vector<AccountMention> found;
    for (std::size_t at = 0; at + 14 < text.size(); ++at) {
        const bool inside_word = at > 0 && (is_digit(text[at - 1]) || is_upper(text[at - 1]));
        std::size_t end = 0;
        if (inside_word) continue;
        std::string value = account_at(text, at, end);
        if (value.empty()) continue;
        found.push_back({std::move(value), at, end});
        at = end - 1;
    }
    return found;
}

bool same_account(std::string_view a, std::string_view b) {
    const std::string left = normalise_code(a);
    const std::string right = normalise_code(b);
    const std::string& longer = left.size() >= right.size() ? left : right;
    const std::string& shorter = left.size() >= right.size() ? right : left;
    return left == right || (shorter.size() >= 7 && longer.ends_with(shorter));
}

} // namespace besteld
