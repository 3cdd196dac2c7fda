// SPDX-License-Identifier: Apache-2.0
#pragma once

// A case that was stored, made ready to be judged again: by a clerk's action or by what the
// customer sends next.

#include "flow/judge.hpp"

namespace besteld {

Submission submission_of(Store& store, const FlowSettings& settings, const Case& the_case,
                         const StoredMessage& message, const Reading& reading);

// The order as it came, with what people put right in it, and none of what they decided: for a
// first verdict made again.
Submission submission_as_it_came(const FlowSettings& settings, const Case& the_case,
                                 const StoredMessage& message, const Reading& reading);

} // namespace besteld
