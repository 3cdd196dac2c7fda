// SPDX-License-Identifier: Apache-2.0
#pragma once

// Despatch advices (domain.md T29): an answer of kind despatch in each format, and what was written
// read back and held against it.

#include "deliver/render_families.hpp"
#include "parsers/despatch_advice.hpp"

namespace besteld {

// What the answer says, in a format's words: `unit_of` turns Rec 20 into the format's code.
parsers::DespatchAdvice advice_of(const Answer& answer, const Seller& seller, Date written,
                                  std::string (*unit_of)(const DespatchLine& line));

// Nothing when both say the same; else the first thing that differs: "line 2: it says 36 …".
// `wanted` is what advice_of gave, less what the format has no place for. Not compared: buyer,
// supplier and the document's own day, which are no part of the answer.
Difference compare_advices(const parsers::DespatchAdvice& read,
                           const parsers::DespatchAdvice& wanted);

} // namespace besteld
