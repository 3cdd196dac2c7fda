// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/inquiry.hpp"

namespace besteld {

// Quantity × ordered price, rounded to the currency; nothing when one of them is missing or out of
// range.
std::optional<Decimal> ordered_value(const Inquiry& inquiry, const OrderLine& line);
// The same, at the agreed price where the buyer stated none.
std::optional<Decimal> expected_value(const Inquiry& inquiry, const OrderLine& line);

struct OrderValue {
    Decimal net{};
    Decimal gross{};
    bool complete = true; // every line has a value
};
OrderValue expected_value(const Inquiry& inquiry);

} // namespace besteld
