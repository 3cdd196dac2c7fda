// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/prices.hpp"

namespace besteld {

// Why a promotion of this item gives nothing here: "for orders 2026-03-02 to 2026-03-13"; empty
// when it holds. Whether it was claimed is another question.
std::string fault_of(const Promotion& promotion, const PriceQuestion& question);
bool is_claimed(const Promotion& promotion, const PriceQuestion& question);
// It holds, and is claimed where it must be.
bool applies(const Promotion& promotion, const Item& item, const PriceQuestion& question);

// `price` of `stock_units` after this promotion; nothing when that is out of range. A promotion
// with a price of its own never makes dearer.
std::optional<Decimal> after_promotion(Decimal price, const Promotion& promotion,
                                       Decimal stock_units);
// "promotion LENTE26, ordered 2026-03-02 to 2026-03-13, delivered to 2026-03-20, import 3 …"
std::string promotion_words(const Promotion& promotion);

} // namespace besteld
