// SPDX-License-Identifier: Apache-2.0
#pragma once

// The buyer's order number behind its label, and what stands between a label and its value.

#include "parsers/text/passage.hpp"

#include <cstddef>
#include <string_view>

namespace besteld::parsers {

// "Bestelling 4500017", "PO: H-26189": the buyer's order number, with its tokens marked.
MaybeField find_order_number(Passage& passage);

bool has_digit(std::string_view text);
// Behind "nr.", "no:", "#", ":" at token `i`; `explicitly` is set when there was one.
std::size_t skip_joints(const Passage& p, std::size_t i, bool& explicitly);
// A number that a unit or an item follows is a quantity: "order 1000 rolls".
bool is_counted(const Passage& p, std::size_t i);

} // namespace besteld::parsers
