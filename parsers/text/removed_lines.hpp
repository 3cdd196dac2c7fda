// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a change takes out of an order or adds to it: "NK-210 mag vervallen", "Position 20
// streichen", "supprimer AUB-905", "graag toevoegen: 25 st HL30125".

#include "parsers/text/line_grammar.hpp"
#include "parsers/text/passage.hpp"

#include <vector>

namespace besteld::parsers {

// Lines with the action `remove`, each named by an item's code. Marks the tokens it used.
std::vector<ReadLine> read_removed_lines(Passage& passage, const std::vector<Sentence>& sentences);

// Whether the sentence that holds the line says that it is added.
bool is_added(const Passage& passage, const std::vector<Sentence>& sentences, const ReadLine& line);

} // namespace besteld::parsers
