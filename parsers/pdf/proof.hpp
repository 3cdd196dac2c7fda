// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a printed order proves about itself: quantity × price = amount, and the lines add up to the
// totals. A table that was read wrongly hardly ever does both.

#include "parsers/pdf/totals.hpp"
#include "parsers/table/values.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace besteld::parsers::pdf {

// Sets the draft's totals.
void read_totals(const std::vector<Sum>& sums, Mark mark, std::uint32_t part, OrderDraft& draft);

// Raises the certainty of what is proved; a contradiction is an error of the draft. `discounts`:
// per cent off each line's price as printed, or empty.
void prove(const std::vector<Sum>& sums, Mark mark, const std::vector<std::string>& discounts,
           OrderDraft& draft);

} // namespace besteld::parsers::pdf
