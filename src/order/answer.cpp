// SPDX-License-Identifier: Apache-2.0
#include "order/answer.hpp"

#include <algorithm>

namespace besteld {

bool deviates(const Answer& answer) {
    const auto changed = [](const AnswerLine& line) { return line.answer != LineAnswer::accepted; };
    return !answer.deviations.empty() || std::ranges::any_of(answer.lines, changed);
}

} // namespace besteld
