// SPDX-License-Identifier: Apache-2.0
#include "base/vat_number.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
int digit(char c) {
    return c - '0';
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

int remainder(std::string_view digits, int modulus) {
    int rest = 0;
    for (const char c : digits)
        rest = (rest * 10 + digit(c)) % modulus;
    return rest;
}

// Luhn: every second digit from the right of the check digit counts double.
bool fits_luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digit(digits[digits.size() - 1 - i]);
        if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0;
}

template <std::size_t N>
int weighted(std::string_view digits, const std::array<int, N>& weights) {
    int sum = 0;
    for (std::size_t i = 0; i < N; ++i)
        sum += weights[i] * digit(digits[i]);
    return sum;
}

// domain.md 2.3: the old eleven-test over the first nine digits, or ISO 7064 mod 97-10 over all,
// letters as 10 … 35 (numbers given since 2020).
bool fits_nl(std::string_view rest) {
    if (rest[9] != 'B') return false;
    const std::string_view digits = rest.substr(0, 9);
    constexpr std::array weights{9, 8, 7, 6, 5, 4, 3, 2};
    if (weighted(digits, weights) % 11 == digit(digits[8])) return true;
    int value = 0;
    for (const char c : cat("NL", rest))
        value = is_digit(c) ? (value * 10 + digit(c)) % 97 : (value * 100 + (c - 'A' + 10)) % 97;
    return value == 1;
}

// ISO 7064 mod 11,10
bool fits_de(std::string_view digits) {
    int product = 10;
    for (const char c : digits.substr(0, 8)) {
        const int sum = (digit(c) + product) % 10;
        product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digit(digits[8]);
}

bool fits_be(std::string_view digits) {
    return 97 - remainder(digits.substr(0, 8), 97) == remainder(digits.substr(8), 100);
}

bool fits_lu(std::string_view digits) {
    return remainder(digits.substr(0, 6), 89) == remainder(digits.substr(6), 100);
}

// The key of two digits over the SIREN; keys with letters follow rules of their own.
bool fits_fr(std::string_view rest) {
    const std::string_view siren = rest.substr(2);
    if (!all_digits(rest.substr(0, 2))) return fits_luhn(siren);
    return (12 + 3 * remainder(siren, 97)) % 97 == remainder(rest.substr(0, 2), 100);
}

bool fits_pl(std::string_view digits) {
    constexpr std::array weights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    return weighted(digits, weights) % 11 == digit(digits[9]);
}

bool fits_dk(std::string_view digits) {
    constexpr std::array weights{2, 7, 6, 5, 4, 3, 2, 1};
    return weighted(digits, weights) % 11 == 0;
}

// 9 a digit, A a letter, X either; a form per length where there are several.
struct Form {
    std::string_view country;
    std::string_view pattern;
    bool (*fits)(std::string_view rest) = nullptr;
};

// VIES, FAQ: structure of the numbers per member state.
constexpr std::array forms = std::to_array<Form>({
    {"AT", "A99999999"},
    {"BE", "9999999999", fits_be},
    {"BG", "999999999"},
    {"BG", "9999999999"},
    {"CY", "99999999A"},
    {"CZ", "99999999"},
    {"CZ", "999999999"},
    {"CZ", "9999999999"},
    {"DE", "999999999", fits_de},
    {"DK", "99999999", fits_dk},
    {"EE", "999999999"},
    {"EL", "999999999"},
    {"ES", "X9999999X"},
    {"FI", "99999999"},
    {"FR", "XX999999999", fits_fr},
    {"HR", "99999999999"},
    {"HU", "99999999"},
    {"IE", "9X99999A"},
    {"IE", "9999999AA"},
    {"IT", "99999999999", fits_luhn},
    {"LT", "999999999"},
    {"LT", "999999999999"},
    {"LU", "99999999", fits_lu},
    {"LV", "99999999999"},
    {"MT", "99999999"},
    {"NL", "999999999A99", fits_nl},
    {"PL", "9999999999", fits_pl},
    {"PT", "999999999"},
    {"RO", "99"},
    {"SE", "999999999999"},
    {"SI", "99999999"},
    {"SK", "9999999999"},
    {"XI", "999999999"},
    {"XI", "999999999999"},
});

bool has_form(std::string_view rest, const Form& form) {
    // Romanian numbers have two to ten digits.
    if (form.country == "RO") return rest.size() >= 2 && rest.size() <= 10 && all_digits(rest);
    if (rest.size() != form.pattern.size()) return false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const bool letter = rest[i] >= 'A' && rest[i] <= 'Z';
        const char wanted = form.pattern[i];
        if (!(wanted == '9'   ? is_digit(rest[i])
              : wanted == 'A' ? letter
                              : letter || is_digit(rest[i])))
            return false;
    }
    return true;
}

} // namespace

std::string vat_key(std::string_view text) {
    std::string key;
    for (const char c : to_upper_ascii(text))
        if (c != ' ' && c != '.' && c != '-' && c != '/') key += c;
    return key;
}

VatFault vat_fault(std::string_view key) {
    if (key.empty()) return VatFault::empty;
    const std::string_view country = key.substr(0, 2);
    if (std::ranges::find(forms, country, &Form::country) == forms.end())
        return VatFault::not_european;
    for (const Form& form : forms) {
        if (form.country != country || !has_form(key.substr(2), form)) continue;
        return form.fits == nullptr || form.fits(key.substr(2)) ? VatFault::none
                                                                : VatFault::check_digit;
    }
    return VatFault::malformed;
}

bool is_eu_country(std::string_view country) {
    if (country == "XI") return false; // Northern Ireland: goods only, and not as a country
    const std::string_view prefix = country == "GR" ? "EL" : country;
    return std::ranges::find(forms, prefix, &Form::country) != forms.end();
}

std::string_view words_of(VatFault fault) {
    switch (fault) {
    case VatFault::none:
        return "well formed";
    case VatFault::empty:
        return "no VAT number";
    case VatFault::not_european:
        return "no VAT number of a member state";
    case VatFault::malformed:
        return "not the form of its country";
    case VatFault::check_digit:
        return "its check digits are wrong";
    }
    return {};
}

} // namespace besteld
