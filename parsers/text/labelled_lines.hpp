// SPDX-License-Identifier: Apache-2.0
#pragma once

// Order lines as a form fills them in: "Artikel: NK-505", "Aantal: 10", each on a line of its own
// or side by side. A table turned on its side, with the same headings.

#include "parsers/text/blocks.hpp"
#include "parsers/text/line_grammar.hpp"
#include "parsers/text/passage.hpp"

#include <vector>

namespace besteld::parsers {

// Item labels and what belongs to them, in running text: "Artikel: NK-505 / Aantal: 10" becomes one
// sentence.
std::vector<Sentence> join_labelled(const Passage& passage, std::vector<Sentence> sentences);

// Marks the tokens it used.
std::vector<ReadLine> read_labelled_lines(Passage& passage, const std::vector<TextLine>& lines);

} // namespace besteld::parsers
