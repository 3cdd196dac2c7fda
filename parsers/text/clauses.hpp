// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/text/passage.hpp"

#include <vector>

namespace besteld::parsers {

// A piece of a sentence that holds one order line at most: tokens [first, last).
struct Clause {
    std::size_t first = 0;
    std::size_t last = 0;
    bool list_line = false;
};

// Cuts a sentence where one line is complete and another begins.
std::vector<Clause> find_clauses(const Passage& passage, const Sentence& sentence);

} // namespace besteld::parsers
