// SPDX-License-Identifier: Apache-2.0
#include "flow/pipeline.hpp"

#include "base/async/task_group.hpp"
#include "base/log.hpp"
#include "flow/reader_request.hpp"
#include "flow/taught_layout.hpp"

#include <chrono>

namespace besteld {

namespace {

// Longer than any batch can take: only a daemon that died leaves a claim behind so long.
constexpr auto claim_lasts = std::chrono::minutes{10};
constexpr auto look_again = std::chrono::seconds{5};

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace

Pipeline::Pipeline(PipelineSettings settings, asio::any_io_executor home, Store& store,
                   BlockingPool& store_pool, Stop& stop)
    : settings_(std::move(settings)), home_(home), store_(store), store_pool_(store_pool),
      reader_pool_("reader", static_cast<std::size_t>(settings_.readers)), stop_(stop),
      wake_(home) {
    for (int i = 0; i < settings_.readers; ++i)
        readers_.push_back(
            std::make_unique<ReaderProcess>(settings_.reader_binary, settings_.reader_limits));
}

asio::awaitable<std::vector<StoredMessage>> Pipeline::claim() {
    auto job = [this] {
        // What a batch that failed left claimed is ours, and nobody has it in hand.
        if (cut_short_) store_.release_message_leases(settings_.daemon);
        cut_short_ = false;
        return store_.claim_messages(settings_.daemon, now(), now() + claim_lasts, settings_.batch);
    };
    auto batch = co_await run_blocking(store_pool_, std::move(job));
    co_return batch;
}

// One reader's share: whatever message is next, until none is left. All on the loop, so `next`
// needs no lock.
asio::awaitable<void> Pipeline::read_some(std::size_t reader, const std::vector<ToRead>& wanted,
                                          std::vector<ReadResult>& results, std::size_t& next) {
    while (next < wanted.size()) {
        const auto& mine = wanted[next++];
        auto job = [this, reader, &mine] {
            return readers_[reader]->read(mine.message->bytes,
                                          request_for(settings_.flow, mine.layouts, *mine.message));
        };
        auto result = co_await run_blocking(reader_pool_, std::move(job));
        results[mine.place] = std::move(result);
    }
}

asio::awaitable<void> Pipeline::read_all(const std::vector<ToRead>& wanted,
                                         std::vector<ReadResult>& results) {
    std::size_t next = 0;
    TaskGroup group(home_);
    for (std::size_t i = 0; i < readers_.size(); ++i)
        group.start("reader", read_some(i, wanted, results, next));
    co_await group.wait();
}

// Whose headings somebody taught is read once more, with them.
std::vector<Pipeline::ToRead> Pipeline::taught(const std::vector<StoredMessage>& batch,
                                               const std::vector<ReadResult>& results) {
    std::vector<ToRead> again;
    if (!TaughtHeadings(store_).any_used()) return again;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!results[i]) continue;
        const auto layout = taught_layout(store_, settings_.flow, batch[i], *results[i]);
        if (!layout) continue;
        again.push_back({.place = i, .message = &batch[i], .layouts = settings_.layouts});
        again.back().layouts.push_back(*layout);
    }
    return again;
}

asio::awaitable<std::vector<Pipeline::ReadResult>>
Pipeline::read_batch(const std::vector<StoredMessage>& batch) {
    std::vector<ReadResult> results(batch.size(), std::unexpected(ReaderFault{"was not read"}));
    std::vector<ToRead> all;
    for (std::size_t i = 0; i < batch.size(); ++i)
        all.push_back({.place = i, .message = &batch[i], .layouts = settings_.layouts});
    co_await read_all(all, results);
    auto look = [this, &batch, &results] { return taught(batch, results); };
    const auto again = co_await run_blocking(store_pool_, std::move(look));
    if (!again.empty()) co_await read_all(again, results);
    co_return results;
}

void Pipeline::process_one(const StoredMessage& message, const ReadResult& reading) {
    try {
        process_message(store_, settings_.flow, message, reading, now());
    } catch (const StoreBusy&) {
        throw; // nobody's fault: the whole batch gets another turn
    } catch (const std::exception& fault) {
        // A fault of ours in one message must not hold up the others of its batch; its savepoint is
        // rolled back. When the database itself is gone, the commit around it throws again.
        log::error("message.failed", {{"message", message.id},
                                      {"attempt", std::int64_t{message.attempts}},
                                      {"reason", fault.what()}});
        if (message.attempts >= attempts_before_quarantine)
            process_message(store_, settings_.flow, message,
                            std::unexpected(ReaderFault{fault.what()}), now());
        else if (!dynamic_cast<const LeaseLost*>(&fault))
            store_.finish_message(message.id, MessageState::stored, message.note, message.fence);
    }
}

void Pipeline::commit_batch(const std::vector<StoredMessage>& batch,
                            const std::vector<ReadResult>& readings) {
    store_.in_transaction([&] {
        for (std::size_t i = 0; i < batch.size(); ++i)
            process_one(batch[i], readings[i]);
    });
}

asio::awaitable<void> Pipeline::run() {
    while (!stop_.requested()) {
        bool trouble = false;
        try {
            const auto batch = co_await claim();
            if (!batch.empty()) {
                const auto readings = co_await read_batch(batch);
                auto job = [this, &batch, &readings] { commit_batch(batch, readings); };
                co_await run_blocking(store_pool_, std::move(job));
                if (tell_) tell_();
                continue;
            }
        } catch (const std::exception& fault) {
            log::error("pipeline.failed", {{"reason", fault.what()}});
            cut_short_ = true;
            trouble = true;
        }
        if (trouble) co_await stop_.sleep(look_again);
        co_await wake_.wait_for(look_again, stop_);
    }
}

} // namespace besteld
