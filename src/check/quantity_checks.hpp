// SPDX-License-Identifier: Apache-2.0
#pragma once

// The checks of one line's quantity; check_quantity calls them. All quantities in stock units
// unless said.

#include "check/inquiry.hpp"

#include <map>

namespace besteld {

// What holds for one customer and article: his own rule goes before the article's figures.
struct QuantityLimits {
    const QuantityRule* rule = nullptr;
    std::optional<Decimal> minimum;
    std::optional<Decimal> maximum; // per line
    std::optional<Decimal> multiple;
    std::string sales_unit; // empty: any of the article's
    Rounding rounding = Rounding::ask;
    Decimal auto_percent{}; // up to this much it rounds by itself
};
QuantityLimits quantity_limits(const Terms& terms, const Item& item);

// The quantity in whole packs: up, down or to the nearer one (the larger of two equally near), but
// never to nothing. `ask` proposes the larger one.
std::optional<Decimal> in_whole_packs(Decimal quantity, Decimal multiple, Rounding rounding);

// What a check of one line's quantity looks at; the line has an article and a quantity in stock
// units.
struct QuantityQuestion {
    const Inquiry& inquiry;
    const OrderLine& line;
    const Item& item;
    const QuantityLimits& limits;
    Decimal ordered_before{}; // of the same article, in the order's lines before this one
};

void check_multiple(const QuantityQuestion& question, Findings& findings); // E04
void check_minimum(const QuantityQuestion& question, Findings& findings);  // E05
void check_maximum(const QuantityQuestion& question, Findings& findings);  // E06
void check_usual(const QuantityQuestion& question, Findings& findings);    // E07

// "100 rollen NK-210": the words in which the quantity stands.
std::string quantity_words(const OrderLine& line);

} // namespace besteld
