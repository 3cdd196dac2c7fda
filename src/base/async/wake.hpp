// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/stop.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>

namespace besteld {

// "There is work": told by one task, awaited by another, both on one loop. A nudge while nobody
// waits is remembered, so that none is lost between a look and the wait that follows it.
class Wake {
public:
    explicit Wake(const asio::any_io_executor& executor) : timer_(executor) {}

    void nudge() {
        nudged_ = true;
        timer_.cancel();
    }
    // Returns at a nudge, at a stop, or after `duration`.
    asio::awaitable<void> wait_for(std::chrono::steady_clock::duration duration, Stop& stop);

private:
    asio::steady_timer timer_;
    bool nudged_ = false;
};

} // namespace besteld
