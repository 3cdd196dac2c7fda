// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace besteld {

// Owner of coroutines: each has a name, its end is reported, all can be cancelled and waited for.
// All calls on the loop's thread. Destroyed only when empty, or after its loop.
class TaskGroup {
public:
    // Called once for every task that ended; `fault` is null when it simply returned or was
    // cancelled.
    using Report = std::function<void(std::string_view name, std::exception_ptr fault)>;

    // Without a report a fault is logged as task_failed.
    explicit TaskGroup(asio::any_io_executor executor, Report report = {});
    ~TaskGroup();
    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    void start(std::string name, asio::awaitable<void> work);
    // Every wait of every task ends with operation_aborted; blocking jobs under way are finished
    // first.
    void cancel();
    // Returns when no task is left.
    asio::awaitable<void> wait();
    std::size_t running() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace besteld
