// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lines of an order in running text (domain.md 7.2 step 7): a quantity with its unit and item
// in either order, with a position number, a price and a condition around it.

#include "parsers/text/passage.hpp"
#include "parsers/text/prices.hpp"

#include <span>
#include <vector>

namespace besteld::parsers {

struct ReadLine {
    LineDraft line;
    std::size_t first = 0; // tokens [first, last) it was read from
    std::size_t last = 0;
    bool coded = false; // names an item by code, GTIN or label
    std::vector<Problem> problems;
};

// Marks the tokens it used.
std::vector<ReadLine> read_lines(Passage& passage, const std::vector<Sentence>& sentences,
                                 std::span<const FoundPrice> prices);

} // namespace besteld::parsers
