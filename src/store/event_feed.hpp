// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that happened, for whoever follows it. Numbers are given under one lock until the
// commit: who has seen one has seen all before it.

#include "store/store.hpp"

#include <vector>

namespace besteld {

std::vector<EventRow> events_after(Store& store, std::int64_t id, int limit); // oldest first
std::int64_t last_event(Store& store);                                        // 0: nothing happened

} // namespace besteld
