// SPDX-License-Identifier: Apache-2.0
#include "order/currency.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct Exception {
    std::string_view code;
    int digits;
};

// ISO 4217 list one, the currencies whose minor unit is not 2; sorted by code.
constexpr std::array exceptions = std::to_array<Exception>({
    {"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3},
    {"ISK", 0}, {"JOD", 3}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3},
    {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3}, {"UGX", 0}, {"UYI", 0}, {"UYW", 4},
    {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0},
});
static_assert(std::ranges::is_sorted(exceptions, {}, &Exception::code));

} // namespace

int currency_digits(std::string_view iso4217) {
    const auto* found = std::ranges::lower_bound(exceptions, iso4217, {}, &Exception::code);
    return found != exceptions.end() && found->code == iso4217 ? found->digits : 2;
}

} // namespace besteld
