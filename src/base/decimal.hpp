// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace besteld {

// Why a text is no decimal, or why a calculation has no result.
enum class DecimalFault { empty, not_a_number, too_many_digits, out_of_range, division_by_zero };

std::string_view to_text(DecimalFault fault);

// An exact decimal number with six places: a 64-bit count of millionths, so ±9.2 billion thousand
// units (9.2e12). Six places because unit prices carry up to six (domain.md 2.1); amounts are
// rounded to their currency's places by whoever computes an amount. There is no way to or from
// double. Arithmetic that leaves the range throws std::overflow_error: no order is that large, so
// the unit of work cannot go on.
class Decimal {
public:
    static constexpr std::int64_t scale = 1'000'000;
    static constexpr int places = 6;

    constexpr Decimal() = default;
    constexpr explicit Decimal(int whole) : units_(whole * scale) {}
    static constexpr Decimal from_units(std::int64_t millionths) {
        Decimal d;
        d.units_ = millionths;
        return d;
    }
    static Decimal from_integer(std::int64_t whole);

    // Strict: optional sign, digits, at most one point with digits on at least one side. No blanks,
    // no exponent, no grouping, no rounding: a seventh non-zero place is `too_many_digits`.
    static std::expected<Decimal, DecimalFault> parse(std::string_view text);

    constexpr std::int64_t units() const { return units_; }
    constexpr bool is_zero() const { return units_ == 0; }
    constexpr bool is_negative() const { return units_ < 0; }
    constexpr bool is_whole() const { return units_ % scale == 0; }

    // Shortest form: "0.74", "500", "-1.5".
    std::string to_string() const;
    // Exactly `digits` places (0 to 6), rounded half away from zero: "452.80".
    std::string to_string(int digits) const;

    // Half away from zero, the rule of EN 16931 and of the agreements unless they say otherwise.
    Decimal rounded(int digits) const;
    Decimal abs() const { return from_units(units_ < 0 ? -units_ : units_); }

    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend constexpr Decimal operator-(Decimal a) { return from_units(-a.units_); }
    // Rounded half away from zero to six places.
    friend Decimal operator*(Decimal a, Decimal b);
    Decimal& operator+=(Decimal other) { return *this = *this + other; }
    Decimal& operator-=(Decimal other) { return *this = *this - other; }
    // Rounded half away from zero to six places.
    friend std::expected<Decimal, DecimalFault> divide(Decimal a, Decimal b);
    // a × b ÷ c with one rounding at the end, to `digits` places: line amounts with a price base.
    friend std::expected<Decimal, DecimalFault> multiply_divide(Decimal a, Decimal b, Decimal c,
                                                                int digits);

    friend constexpr auto operator<=>(Decimal, Decimal) = default;
    friend constexpr bool operator==(Decimal, Decimal) = default;

private:
    std::int64_t units_ = 0;
};

std::expected<Decimal, DecimalFault> divide(Decimal a, Decimal b);
std::expected<Decimal, DecimalFault> multiply_divide(Decimal a, Decimal b, Decimal c, int digits);

} // namespace besteld
