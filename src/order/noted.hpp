// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/decision.hpp"

namespace besteld {

// T36: something that happened to a case and leaves it in its state.
inline Step noted(OrderState state, Step step) {
    step.number = "T36";
    step.from = step.to = state;
    return step;
}

} // namespace besteld
