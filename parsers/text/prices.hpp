// SPDX-License-Identifier: Apache-2.0
#pragma once

// Prices in running text: "à € 0,74", "9,10 €/Rolle", "@ USD 47.52/ctn", "Preis je 100: 76,00",
// "单价USD0.86".

#include "parsers/text/passage.hpp"

#include <vector>

namespace besteld::parsers {

struct FoundPrice {
    std::size_t first = 0; // tokens [first, last)
    std::size_t last = 0;
    Field value;
    MaybeField currency;
    MaybeField base_quantity;
    MaybeField base_unit;  // unit code
    bool is_total = false; // of the order: "totaal", "Gesamt", 合计
};

// Marks the tokens it used.
std::vector<FoundPrice> find_prices(Passage& passage);

} // namespace besteld::parsers
