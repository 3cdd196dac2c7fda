// SPDX-License-Identifier: Apache-2.0
#pragma once

// Order lines as a form fills them in: "Artikel: NK-505", "Aantal: 10", each on a line of its own
// or side by side. A table turned on its side, with the same headings.

#include "parsers/text/blocks.hpp"
#include "parsers/text/line_grammar.hpp"
#include "parsers/text/passage.hpp"

#include <vector>

namespace besteld::parsers {

// Marks the tokens it used.
std::vector<ReadLine> read_labelled_lines(Passage& passage, const std::vector<TextLine>& lines);

} // namespace besteld::parsers
