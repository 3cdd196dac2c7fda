// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check_order.hpp"

namespace besteld {

// The agreed price of one line in the unit and base in which the buyer ordered it, promotions
// included.
struct AgreedLinePrice {
    AgreedPrice agreed;
    Decimal per_basis{}; // for `basis` ordered units: comparable with OrderLine::price
    Decimal basis{1};    // OrderLine::price_base
    std::string unit;    // of the basis: the ordered price unit
    const Promotion* promotion = nullptr; // the one that is in it, or none
};

// Nothing when the line has no item, no quantity or no rule.
std::optional<AgreedLinePrice> agreed_line_price(const Terms& terms, const Order& order,
                                                 const OrderLine& line, Date price_date);

// The last day on which the line may be delivered as asked; the order's day when it names none.
Date delivery_asked(const OrderLine& line, Date ordered);
// The best promotion of the item that is valid for an order of that day delivered on `delivered`.
const Promotion* valid_promotion(const Terms& terms, const std::string& sku, Date ordered,
                                 Date delivered);
bool is_claimed(const Order& order, const OrderLine& line, const Promotion& promotion);

// "A-C1001-2026, valid 2026-01-01 to 2026-12-31"; "no agreement" when there is none.
std::string agreement_clause(const Terms& terms);

} // namespace besteld
