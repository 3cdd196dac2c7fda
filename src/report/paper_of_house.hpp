// SPDX-License-Identifier: Apache-2.0
#pragma once

// The papers of the house (D6, D7) as data for printing; paper_of_answer.hpp asks here.

#include "base/words.hpp"
#include "order/answer.hpp"
#include "report/paper.hpp"

namespace besteld {

// Puts what the house's paper says into a paper that has its kind, seller and references.
void fill_house(Paper& paper, const Answer& answer, const Words& words);

} // namespace besteld
