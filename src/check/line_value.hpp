// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/inquiry.hpp"
#include "order/charges.hpp"

namespace besteld {

// Quantity × ordered price, rounded to the currency; nothing when one of them is missing or out of
// range.
std::optional<Decimal> ordered_value(const Inquiry& inquiry, const OrderLine& line);
// The same, at the agreed price where the buyer stated none.
std::optional<Decimal> expected_value(const Inquiry& inquiry, const OrderLine& line);

// Discounts and surcharges as they are due today (order/charges.hpp).
ChargeSetting charge_setting(const Inquiry& inquiry);
// What their rules look at; nothing when the line has no value.
std::optional<ChargedLine> charged_line(const Inquiry& inquiry, const OrderLine& line);

struct OrderValue {
    Decimal goods{}; // the lines without discounts and surcharges
    Decimal net{};   // with those that are due, of lines and order
    Decimal gross{};
    bool complete = true; // every line has a value
};
OrderValue expected_value(const Inquiry& inquiry);

} // namespace besteld
