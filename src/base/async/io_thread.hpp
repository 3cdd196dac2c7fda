// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"

#include <functional>
#include <memory>

namespace besteld {

// The one event loop and the thread that runs it. All state of the tasks on it belongs to this
// thread; other threads reach it by post().
class IoThread {
public:
    IoThread();
    // Ends as finish() does.
    ~IoThread();
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    asio::any_io_executor executor() const;
    // Runs `work` on the loop's thread; safe from any thread. `work` must not throw.
    void post(std::function<void()> work) const;
    // Runs `work` on the loop's thread and returns once it is done; what it throws is thrown here.
    // Never called from the loop's thread.
    void call(std::function<void()> work) const;
    // Returns when every task has ended and the thread is gone: cancel the tasks first.
    void finish();

private:
    struct Loop;
    std::unique_ptr<Loop> loop_;
};

} // namespace besteld
