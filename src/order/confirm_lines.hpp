// SPDX-License-Identifier: Apache-2.0
#pragma once

// What we confirm of an order: the ordered values as the resolutions of its findings change them
// (domain.md 4.5), and every difference with its reason.

#include "order/decide.hpp"

#include <expected>
#include <vector>

namespace besteld {

struct Confirmed {
    std::vector<AnswerLine> lines;     // every line of the order, in its sequence
    std::vector<Deviation> deviations; // header first, then by line
    std::string currency;
    Decimal small_order_fee{};
    std::vector<AnswerCharge> charges; // of lines (in their amounts) and of the order
};

// Refused when a line has no price, quantity, item or unit factor that we could confirm.
std::expected<Confirmed, CommandRefused> confirm(const Order& order,
                                                 const std::vector<Finding>& findings,
                                                 const Terms& terms, const AnswerContext& context);

// Factor of a unit of this item to its stock unit; nothing when the item has no such unit.
std::optional<Decimal> stock_factor(const Terms& terms, const std::string& sku,
                                    const std::string& unit);

} // namespace besteld
