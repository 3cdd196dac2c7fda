// SPDX-License-Identifier: Apache-2.0
#pragma once

// commit: the case, its events, its number, its reserved stock and its outbox rows in one
// transaction.

#include "flow/judge.hpp"

namespace besteld {

// Carries the decision out on `the_case` (a new one has id 0). Runs inside the caller's transaction
// or its own. False when the case was changed by somebody else since it was loaded: nothing was
// written then.
bool commit_decision(Store& store, const FlowSettings& settings, Case& the_case,
                     const Judgement& judgement, const Decision& decision, Instant now);

// The first verdict about a case that is new: judged without a person's command, given the day
// until which we must answer, and committed.
Judgement commit_first_verdict(Store& store, const FlowSettings& settings, Case& the_case,
                               const Submission& submission, Instant now);

} // namespace besteld
