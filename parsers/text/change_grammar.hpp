// SPDX-License-Identifier: Apache-2.0
#pragma once

// "Die 500 mogen 600 worden", "from 500 to 600", "由3000个改为2500个": an old and a new quantity.

#include "parsers/text/line_grammar.hpp"

namespace besteld::parsers {

// Lines of a change; the old quantity is a reference of type "quantity_before". Marks the tokens it
// used.
std::vector<ReadLine> read_changed_quantities(Passage& passage,
                                              const std::vector<Sentence>& sentences);

} // namespace besteld::parsers
