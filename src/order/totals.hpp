// SPDX-License-Identifier: Apache-2.0
#pragma once

// Amounts of an order (EN 16931 BR-CO-10 to -17): lines are rounded one by one, tax once per group
// of category and rate, never per line.

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

// a × b ÷ c rounded to `digits` (0 to 6); nothing when c is zero or the result is out of range. For
// values that strangers wrote.
std::optional<Decimal> in_range(Decimal a, Decimal b, Decimal c, int digits);

// quantity × price ÷ price_base, rounded to `digits`. A base of zero or less counts as 1. Throws
// std::overflow_error when that is out of range.
Decimal line_amount(Decimal quantity, Decimal price, Decimal price_base, int digits);

struct TaxedAmount {
    Decimal amount{}; // rounded
    std::string category;
    Decimal percent{};
};

struct TaxGroup {
    std::string category;
    Decimal percent{};
    Decimal taxable{};
    Decimal tax{};
};

struct Totals {
    Decimal net{};
    Decimal tax{};
    Decimal gross{};
    std::vector<TaxGroup> groups; // in order of first appearance
};

Totals add_up(const std::vector<TaxedAmount>& amounts, int digits);

} // namespace besteld
