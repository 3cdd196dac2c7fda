// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/words.hpp"
#include "order/answer.hpp"
#include "report/paper.hpp"

#include <optional>

namespace besteld {

// The paper that goes with an answer; nothing for answers that have none: receipt,
// repeat, contrl, and what ends an order or refuses a change or a cancellation.
// `words` are the answer's language's.
std::optional<Paper> paper_of(const Answer& answer, const PaperSeller& seller, const Words& words,
                              Date issued, Print print = Print::original);

} // namespace besteld
