// SPDX-License-Identifier: Apache-2.0
#pragma once

// A change judged as the order that it would make, a cancellation as it is (domain.md 3.4).

#include "flow/look_up.hpp"

namespace besteld {

// `change`: the document looked up for itself; `findings`: what was found about it.
Judgement judge_change(Store& store, const FlowSettings& settings, const Submission& submission,
                       const Command& command, const LookedUp& change,
                       std::vector<Finding> findings, Instant now);

} // namespace besteld
