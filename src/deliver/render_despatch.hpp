// SPDX-License-Identifier: Apache-2.0
#pragma once

// Goods that have left (D5), into the mail that goes with the delivery note, and back.

#include "base/words.hpp"
#include "deliver/render_dictionary.hpp"
#include "order/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

void fill_despatch(Dictionary& to, const Answer& answer, const Words& words);

// What the mail must say, line by line; the first text that is missing from `shown`, else nothing.
std::optional<std::string> prove_despatch(std::string_view shown, const Answer& answer,
                                          const Words& words);

} // namespace besteld
