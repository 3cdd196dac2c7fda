// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much we may write by ourselves: each automatic mail spends a credit that only somebody's deed
// has earned, so that robots which answer each other fall silent after a number of mails that is
// known beforehand (RFC 3834, section 2 and 4). The store spends them where it makes an outbox row.

#include "order/decision.hpp"

#include <algorithm>

namespace besteld {

// For one deed: an answer, its two reminders, and the last word.
inline constexpr int mails_for_a_deed = 4;

// A clerk decided, or the customer did; what the daemon does by itself earns nothing.
inline bool is_a_persons_deed(const Decision& decision) {
    return std::ranges::any_of(decision.steps,
                               [](const Step& step) { return step.role != Role::system; });
}

} // namespace besteld
