// SPDX-License-Identifier: Apache-2.0
#pragma once

// Proof-reading of a PDF before it leaves (architecture.md, rule 4): our own reader takes the words
// off the pages, and they are compared with the answer as it is written out.

#include "base/words.hpp"
#include "order/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// Nothing when all is there: numbers, each line's item, quantity, price, amount and dates between
// its own and the next line's item, totals, deviations before the lines, the day to answer by. Else
// what is missing: "line 2: the PDF does not say 108 rollen".
std::optional<std::string> prove_paper(std::string_view pdf, const Answer& answer,
                                       const Words& words);

} // namespace besteld
