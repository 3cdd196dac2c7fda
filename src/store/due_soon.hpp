// SPDX-License-Identifier: Apache-2.0
#pragma once

// What waits for a person, by when it must be answered.

#include "store/store.hpp"

#include <vector>

namespace besteld {

struct DueCounts {
    static constexpr std::int64_t most = 1000; // nothing is counted further
    static constexpr std::chrono::hours soon_means{2};
    std::int64_t late = 0;
    std::int64_t soon = 0; // within the time asked for, and not late yet
};

class DueSoon {
public:
    explicit DueSoon(Store& store);

    // Soonest first; what has no time to be answered by is not among them. QueueRow::cursor is
    // empty.
    std::vector<QueueRow> first(int limit);
    DueCounts count(Instant now, Instant soon);

private:
    Session& session_;
};

} // namespace besteld
