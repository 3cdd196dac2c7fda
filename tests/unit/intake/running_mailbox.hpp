// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/blocking_pool.hpp"
#include "base/async/io_thread.hpp"
#include "intake/imap_mailbox.hpp"
#include "memory_sink.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include <future>

namespace besteld {

// An ImapMailbox at work on a loop of its own, stopped with this object.
class RunningMailbox {
public:
    RunningMailbox(MailboxConfig config, MemorySink& sink)
        : mailbox_(std::move(config), sink, pool_, stop_) {
        done_ = asio::co_spawn(loop_.executor(), mailbox_.run(), asio::use_future);
    }
    ~RunningMailbox() { finish(); }
    RunningMailbox(const RunningMailbox&) = delete;
    RunningMailbox& operator=(const RunningMailbox&) = delete;

    // Stops as SIGTERM does and waits for the end.
    void finish() {
        loop_.post([this] { stop_.request(); });
        if (done_.valid()) done_.get();
        loop_.finish();
    }

private:
    BlockingPool pool_{"connect", 1};
    IoThread loop_;
    Stop stop_;
    ImapMailbox mailbox_;
    std::future<void> done_;
};

} // namespace besteld
