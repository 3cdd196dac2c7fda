// SPDX-License-Identifier: Apache-2.0
#pragma once

// How an order stands (D8) and what was registered as a complaint (D9), into templates and back.

#include "base/words.hpp"
#include "deliver/render_dictionary.hpp"
#include "order/answer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

void fill_statuses(Dictionary& to, const Answer& answer, const Words& words);
void fill_complaint(Dictionary& to, const Answer& answer, const Words& words);

// What a mail of these kinds must say, in this order; the first text that is missing from
// `shown`, else nothing.
std::optional<std::string> prove_service(std::string_view shown, const Answer& answer,
                                         const Words& words);

} // namespace besteld
