// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <array>
#include <limits>
#include <stdexcept>

namespace besteld {

namespace {

// GCC and clang both have it; -Wpedantic asks that we say so.
__extension__ typedef __int128 Wide;

constexpr std::array<std::int64_t, 7> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

Wide divide_half_away(Wide numerator, Wide denominator) {
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide n = numerator < 0 ? -numerator : numerator;
    const Wide d = denominator < 0 ? -denominator : denominator;
    const Wide q = (n + d / 2) / d;
    return negative ? -q : q;
}

Decimal narrow(Wide units) {
    if (units > std::numeric_limits<std::int64_t>::max() ||
        units < std::numeric_limits<std::int64_t>::min())
        throw std::overflow_error("decimal out of range");
    return Decimal::from_units(static_cast<std::int64_t>(units));
}

} // namespace

std::string_view to_text(DecimalFault fault) {
    switch (fault) {
    case DecimalFault::empty:
        return "empty";
    case DecimalFault::not_a_number:
        return "not a number";
    case DecimalFault::too_many_digits:
        return "more than six decimal places";
    case DecimalFault::out_of_range:
        return "out of range";
    case DecimalFault::division_by_zero:
        return "division by zero";
    }
    return "unknown";
}

Decimal Decimal::from_integer(std::int64_t whole) {
    return narrow(static_cast<Wide>(whole) * scale);
}

std::expected<Decimal, DecimalFault> Decimal::parse(std::string_view text) {
    if (text.empty()) return std::unexpected(DecimalFault::empty);
    bool negative = false;
    if (text.front() == '-' || text.front() == '+') {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    Wide units = 0;
    int digits = 0;
    int after_point = -1;
    for (const char c : text) {
        if (c == '.') {
            if (after_point >= 0) return std::unexpected(DecimalFault::not_a_number);
            after_point = 0;
            continue;
        }
        if (c < '0' || c > '9') return std::unexpected(DecimalFault::not_a_number);
        ++digits;
        if (after_point >= places) {
            if (c != '0') return std::unexpected(DecimalFault::too_many_digits);
            continue;
        }
        if (after_point >= 0) ++after_point;
        units = units * 10 + (c - '0');
        if (units > static_cast<Wide>(std::numeric_limits<std::int64_t>::max()))
            return std::unexpected(DecimalFault::out_of_range);
    }
    if (digits == 0) return std::unexpected(DecimalFault::not_a_number);
    units *= powers[static_cast<std::size_t>(places - (after_point < 0 ? 0 : after_point))];
    if (units > static_cast<Wide>(std::numeric_limits<std::int64_t>::max()))
        return std::unexpected(DecimalFault::out_of_range);
    return from_units(static_cast<std::int64_t>(negative ? -units : units));
}

std::string Decimal::to_string() const {
    std::string text = to_string(places);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string Decimal::to_string(int digits) const {
    const Decimal r = rounded(digits);
    const bool negative = r.units_ < 0;
    const std::uint64_t units =
        negative ? 0 - static_cast<std::uint64_t>(r.units_) : static_cast<std::uint64_t>(r.units_);
    std::string text = std::to_string(units / static_cast<std::uint64_t>(scale));
    if (digits > 0) {
        std::string fraction = std::to_string(units % static_cast<std::uint64_t>(scale));
        fraction.insert(0, static_cast<std::size_t>(places) - fraction.size(), '0');
        text += '.';
        text += fraction.substr(0, static_cast<std::size_t>(digits));
    }
    return negative ? "-" + text : text;
}

Decimal Decimal::rounded(int digits) const {
    if (digits >= places) return *this;
    const Wide step = powers[static_cast<std::size_t>(places - (digits < 0 ? 0 : digits))];
    return narrow(divide_half_away(units_, step) * step);
}

Decimal operator+(Decimal a, Decimal b) {
    return narrow(static_cast<Wide>(a.units_) + b.units_);
}

Decimal operator-(Decimal a, Decimal b) {
    return narrow(static_cast<Wide>(a.units_) - b.units_);
}

Decimal operator*(Decimal a, Decimal b) {
    return narrow(divide_half_away(static_cast<Wide>(a.units_) * b.units_, Decimal::scale));
}

std::expected<Decimal, DecimalFault> divide(Decimal a, Decimal b) {
    if (b.is_zero()) return std::unexpected(DecimalFault::division_by_zero);
    return narrow(divide_half_away(static_cast<Wide>(a.units()) * Decimal::scale, b.units()));
}

std::expected<Decimal, DecimalFault> multiply_divide(Decimal a, Decimal b, Decimal c, int digits) {
    if (c.is_zero()) return std::unexpected(DecimalFault::division_by_zero);
    const Wide product = static_cast<Wide>(a.units()) * b.units(); // scale²
    const Wide step = powers[static_cast<std::size_t>(Decimal::places - digits)];
    // product ÷ c is in millionths; dividing by c × step rounds once, at the wanted place.
    return narrow(divide_half_away(product, static_cast<Wide>(c.units()) * step) * step);
}

} // namespace besteld
