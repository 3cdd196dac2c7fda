// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <set>

namespace besteld {

// "Take in nothing new": asked once, seen by every loop that sleeps, waits or begins something.
// Unlike cancellation it interrupts no work under way. Lives on one loop; all calls on its thread.
class Stop {
public:
    bool requested() const { return requested_; }
    void request();
    // Sleeps for `duration`, or shorter when a stop is or was asked for.
    asio::awaitable<void> sleep(std::chrono::steady_clock::duration duration);

    // While it lives, request() ends the wait on `timer`.
    class Interrupts {
    public:
        Interrupts(Stop* stop, asio::steady_timer& timer);
        ~Interrupts();
        Interrupts(const Interrupts&) = delete;
        Interrupts& operator=(const Interrupts&) = delete;

    private:
        Stop* stop_; // may be none: then nothing interrupts
        asio::steady_timer& timer_;
    };

private:
    bool requested_ = false;
    std::set<asio::steady_timer*> waiting_;
};

} // namespace besteld
