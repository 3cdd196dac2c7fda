// SPDX-License-Identifier: Apache-2.0
#pragma once

// Proof-reading of the papers of the house (D6, D7), as prove_paper.hpp does it for the others.

#include "base/words.hpp"
#include "order/answer.hpp"
#include "report/read_pages.hpp"

#include <optional>
#include <string>

namespace besteld {

// Nothing when all is there: numbers, the customer, each row's item, quantities, batch, price,
// amount and tax between its own and the next row's item, totals (in Chinese in capitals too), and
// a sheet for each copy.
std::optional<std::string> prove_house_paper(const PrintedPages& pages, const Answer& answer,
                                             const Words& words);

} // namespace besteld
