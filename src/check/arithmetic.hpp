// SPDX-License-Identifier: Apache-2.0
#pragma once

// Arithmetic on values that strangers wrote: a result out of range is nothing, never an exception.
// And how figures are printed in findings.

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// No order, quantity or price is larger: what is, was misread. Leaves room for sums of any order's
// lines.
inline constexpr Decimal largest_quantity{100'000'000};
inline constexpr Decimal largest_price{1'000'000'000};

std::optional<Decimal> times(Decimal a, Decimal b);
std::optional<Decimal> over(Decimal a, Decimal b);
std::optional<Decimal> plus(Decimal a, Decimal b);
std::optional<Decimal> minus(Decimal a, Decimal b);

// Places behind the point without trailing zeros: 3 for 0.745.
int places_of(Decimal value);
// The least multiple of `step` that is not below `value`; `step` > 0, `value` not negative.
std::optional<Decimal> round_up_to(Decimal value, Decimal step);
std::optional<Decimal> round_down_to(Decimal value, Decimal step);

// At least `digits` places, more where the value has more: "0.74", "0.745", "9.40".
std::string money_text(Decimal value, int digits);
// "+0.04" or "-0.03"
std::string signed_text(Decimal value, int digits);
// `part` in percent of `whole` with one place: "-4.1 %"; empty when there is none.
std::string percent_text(Decimal part, Decimal whole);

} // namespace besteld
