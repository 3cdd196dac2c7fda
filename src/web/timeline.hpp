// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything that happened to an order in one list, oldest first: what arrived, what was decided
// and by whom, what was told to the customer, what other systems were told and answered.

#include "desk/order_desk.hpp"
#include "web/viewer.hpp"

#include <string>
#include <vector>

namespace besteld {

struct TimelineEntry {
    Instant at{};
    std::string what;
    std::string who;  // login, or a system
    std::string why;  // may be a stranger's words
    std::string link; // empty: nothing more to see
    std::string link_words;
};

std::vector<TimelineEntry> timeline_of(const OrderLife& life, const Viewer& viewer);
void fill_timeline(Dictionary& page, const OrderLife& life, const Viewer& viewer);

} // namespace besteld
