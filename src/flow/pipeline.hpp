// SPDX-License-Identifier: Apache-2.0
#pragma once

// Takes stored messages through the line for ever: claims a batch (the attempt is counted durably
// first), lets the readers read it side by side, then judges and commits the whole batch in one
// transaction, so that many messages share one sync to disk. An idle daemon commits each message at
// once: nothing waits for company.

#include "base/async/blocking_pool.hpp"
#include "base/async/stop.hpp"
#include "base/async/wake.hpp"
#include "flow/process_message.hpp"
#include "flow/reader_process.hpp"
#include "order/reading_profile.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace besteld {

struct PipelineSettings {
    FlowSettings flow;
    std::string daemon; // owner of claims
    std::vector<TableLayout> layouts;
    std::string reader_binary = "/proc/self/exe";
    ReaderLimits reader_limits;
    int readers = 2;
    int batch = 50; // messages
};

class Pipeline {
public:
    // `store` is used on the one thread of `store_pool` only; references outlive run().
    Pipeline(PipelineSettings settings, asio::any_io_executor home, Store& store,
             BlockingPool& store_pool, Stop& stop);

    void nudge() { wake_.nudge(); } // something was stored
    // Called on the loop after each batch that was committed: answers may wait.
    void on_commit(std::function<void()> tell) { tell_ = std::move(tell); }
    // Returns after a stop was requested, with the batch under way committed.
    asio::awaitable<void> run();

private:
    using ReadResult = std::expected<Reading, ReaderFault>;
    asio::awaitable<std::vector<StoredMessage>> claim();
    struct ToRead {
        std::size_t place = 0; // in the batch
        const StoredMessage* message = nullptr;
        std::vector<TableLayout> layouts;
    };
    asio::awaitable<void> read_some(std::size_t reader, const std::vector<ToRead>& wanted,
                                    std::vector<ReadResult>& results, std::size_t& next);
    asio::awaitable<void> read_all(const std::vector<ToRead>& wanted,
                                   std::vector<ReadResult>& results);
    asio::awaitable<std::vector<ReadResult>> read_batch(const std::vector<StoredMessage>& batch);
    std::vector<ToRead> taught(const std::vector<StoredMessage>& batch,
                               const std::vector<ReadResult>& results);
    void commit_batch(const std::vector<StoredMessage>& batch,
                      const std::vector<ReadResult>& readings);
    void process_one(const StoredMessage& message, const ReadResult& reading);

    PipelineSettings settings_;
    asio::any_io_executor home_;
    Store& store_;
    BlockingPool& store_pool_;
    BlockingPool reader_pool_;
    Stop& stop_;
    Wake wake_;
    std::vector<std::unique_ptr<ReaderProcess>> readers_;
    std::function<void()> tell_;
    bool cut_short_ = false; // the last batch ended in an exception
};

} // namespace besteld
