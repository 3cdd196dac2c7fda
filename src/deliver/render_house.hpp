// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mails that carry papers of the house to colleagues (D6, D7), and the one that asks for a
// signed note, into templates and back.

#include "base/words.hpp"
#include "deliver/render_dictionary.hpp"
#include "order/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

void fill_house(Dictionary& to, const Answer& answer, const Words& words);

// What the mail must say; the first text that is missing from `shown`, else nothing.
std::optional<std::string> prove_house(std::string_view shown, const Answer& answer,
                                       const Words& words);

} // namespace besteld
