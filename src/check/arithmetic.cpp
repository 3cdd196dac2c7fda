// SPDX-License-Identifier: Apache-2.0
#include "check/arithmetic.hpp"

#include <algorithm>

namespace besteld {

std::optional<Decimal> times(Decimal a, Decimal b) {
    const auto result = multiply_divide(a, b, Decimal{1}, Decimal::places);
    return result ? std::optional(*result) : std::nullopt;
}

std::optional<Decimal> over(Decimal a, Decimal b) {
    const auto result = divide(a, b);
    return result ? std::optional(*result) : std::nullopt;
}

std::optional<Decimal> plus(Decimal a, Decimal b) {
    std::int64_t units = 0;
    if (__builtin_add_overflow(a.units(), b.units(), &units)) return std::nullopt;
    return Decimal::from_units(units);
}

std::optional<Decimal> minus(Decimal a, Decimal b) {
    std::int64_t units = 0;
    if (__builtin_sub_overflow(a.units(), b.units(), &units)) return std::nullopt;
    return Decimal::from_units(units);
}

int places_of(Decimal value) {
    int places = Decimal::places;
    auto units = value.units();
    while (places > 0 && units % 10 == 0) {
        units /= 10;
        --places;
    }
    return places;
}

std::optional<Decimal> round_up_to(Decimal value, Decimal step) {
    const auto rest = value.units() % step.units();
    if (rest == 0) return value;
    return plus(value, Decimal::from_units(step.units() - rest));
}

std::optional<Decimal> round_down_to(Decimal value, Decimal step) {
    return minus(value, Decimal::from_units(value.units() % step.units()));
}

std::string money_text(Decimal value, int digits) {
    return value.to_string(std::max(digits, places_of(value)));
}

std::string signed_text(Decimal value, int digits) {
    const std::string text = money_text(value, digits);
    return value > Decimal{} ? "+" + text : text;
}

std::string percent_text(Decimal part, Decimal whole) {
    const auto percent = multiply_divide(part, Decimal{100}, whole, 1);
    if (!percent) return {};
    const std::string text = percent->to_string(1);
    return (*percent > Decimal{} ? "+" + text : text) + " %";
}

} // namespace besteld
