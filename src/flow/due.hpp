// SPDX-License-Identifier: Apache-2.0
#pragma once

// What happens because time passes: reminders, questions that nobody answered, proposals that
// lapsed or were consented to by silence. Each kind of duty is a name and a function in the list of
// due.cpp; a case has at most one of each name, kept in the store, so that a restart forgets none.

#include "flow/judge.hpp"

namespace besteld {

// Does what is due, each duty in a transaction of its own; how many were done. To be called every
// minute.
int do_due(Store& store, const FlowSettings& settings, Instant now);

// Puts up and takes away the duties that follow from a decision, in its commit.
void arrange_duties(Store& store, const FlowSettings& settings, const Case& the_case,
                    const Decision& decision, Instant now);

} // namespace besteld
