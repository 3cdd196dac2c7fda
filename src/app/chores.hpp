// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the daemon does by the clock and not by a message: the archive once a day, reports when
// their period is over, the watch for who is silent. Blocks; belongs to one thread.

#include "app/config.hpp"
#include "store/store.hpp"

#include <functional>
#include <optional>

namespace besteld {

class Chores {
public:
    Chores(const Config& config, Store& store) : config_(config), store_(store) {}

    // Does what is due; nothing of it is done twice by looking again. The number of mails that went
    // into the outbox. What fails is told and tried again the next time. `stop` is asked between
    // two orders.
    int run_due(Instant now, const std::function<bool()>& stop);

private:
    void archive_due(Instant now, const std::function<bool()>& stop);
    void watch_due(Instant now);

    const Config& config_;
    Store& store_;
    std::optional<Date> archived_on_; // by this process; another look on the same day finds nothing
    std::optional<Instant> watched_at_;
};

} // namespace besteld
