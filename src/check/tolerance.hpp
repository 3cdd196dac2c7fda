// SPDX-License-Identifier: Apache-2.0
#pragma once

// How far a value may be off before a person must look (domain.md 4.3). Limits are inclusive.

#include "check/inquiry.hpp"
#include "check/own_limits.hpp"
#include "check/prices.hpp"

#include <optional>

namespace besteld {

// Zero beyond rounding for amounts of a line or an order.
inline constexpr Decimal amount_slack = Decimal::from_units(20'000); // 0.02

// Of a unit price, in the basis in which it was ordered.
struct PriceTolerance {
    Decimal rounding{};             // half a unit of the last agreed decimal; always allowed
    std::optional<Decimal> amount;  // absent: not limited so; both limits must hold
    std::optional<Decimal> percent; // of the agreed price
    std::string words;              // "1 % and 0.05"
};
// The measure of a tolerance of one's own for price_below_agreed or price_above_agreed is an amount
// per priced unit; it stands in the place of the agreement's amount.
PriceTolerance price_tolerance(const Inquiry& inquiry, Check check, const OrderLine& line,
                               const AgreedLinePrice& agreed);
bool is_inside(const PriceTolerance& tolerance, Decimal difference, Decimal agreed);

// Half a unit of the last place: 0.005 for two places.
Decimal half_unit(int places);

} // namespace besteld
