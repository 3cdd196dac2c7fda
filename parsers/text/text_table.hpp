// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables pasted into a mail: columns divided by tabs, bars or runs of blanks, under a line of
// headings (domain.md 7.2 step 10).

#include "order/reading.hpp"
#include "parsers/text/blocks.hpp"
#include "parsers/text/line_grammar.hpp"

namespace besteld::parsers {

// One line per row that has a quantity; rows without one are skipped. Marks the tokens it used.
std::vector<ReadLine> read_text_tables(Passage& passage, const std::vector<TextLine>& lines,
                                       const std::vector<TableLayout>& layouts);

} // namespace besteld::parsers
