// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"

#include <concepts>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

namespace besteld {

// A few named threads for calls that block: the database, files, libcurl's connecting. Jobs start
// in the order they came. Destroyed after the loop that awaits its jobs has ended.
class BlockingPool {
public:
    BlockingPool(std::string name, std::size_t threads);
    ~BlockingPool(); // waits for the jobs that run
    BlockingPool(const BlockingPool&) = delete;
    BlockingPool& operator=(const BlockingPool&) = delete;

    // Runs `job` on a thread of the pool; the awaiting coroutine goes on on its own executor.
    // A running job is not interrupted by cancellation: the caller learns of it at its next
    // co_await. `job` must not throw; run_blocking() is the door for everybody.
    asio::awaitable<void> perform(std::function<void()> job);

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

namespace detail {

template <typename Result>
using Kept = std::conditional_t<std::is_void_v<Result>, bool, Result>;

template <typename Job>
struct BlockingCall {
    explicit BlockingCall(Job work) : job(std::move(work)) {}
    using Result = std::invoke_result_t<Job&>;

    void run() noexcept {
        try {
            if constexpr (std::is_void_v<Result>)
                job();
            else
                result.emplace(job());
        } catch (...) {
            fault = std::current_exception();
        }
    }

    Job job;
    std::optional<Kept<Result>> result;
    std::exception_ptr fault;
};

} // namespace detail

// The job's result, or what it threw, on the caller's own executor.
template <std::invocable Job>
asio::awaitable<std::invoke_result_t<Job&>> run_blocking(BlockingPool& pool, Job job) {
    // Shared: when the loop is torn down first, the job still ends on memory that exists.
    auto call = std::make_shared<detail::BlockingCall<Job>>(std::move(job));
    std::function<void()> body = [call] { call->run(); };
    co_await pool.perform(std::move(body));
    if (call->fault) std::rethrow_exception(call->fault);
    if constexpr (!std::is_void_v<std::invoke_result_t<Job&>>) co_return std::move(*call->result);
}

} // namespace besteld
