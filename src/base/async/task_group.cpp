// SPDX-License-Identifier: Apache-2.0
#include "base/async/task_group.hpp"

#include "base/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <list>

namespace besteld {

namespace {

struct Task {
    std::string name;
    asio::cancellation_signal cancellation;
};

bool is_cancellation(const std::exception_ptr& fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const boost::system::system_error& error) {
        return error.code() == asio::error::operation_aborted;
    } catch (...) {
        return false;
    }
}

std::string describe(const std::exception_ptr& fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "unknown fault";
    }
}

void log_end(std::string_view name, const std::exception_ptr& fault) {
    if (fault) log::error("task_failed", {{"task", name}, {"fault", describe(fault)}});
}

} // namespace

struct TaskGroup::State {
    asio::any_io_executor executor;
    Report report;
    asio::steady_timer empty{executor, asio::steady_timer::time_point::max()};
    std::list<Task> tasks;
};

TaskGroup::TaskGroup(asio::any_io_executor executor, Report report)
    : state_(new State{.executor = std::move(executor), .report = std::move(report), .tasks = {}}) {
    if (!state_->report) state_->report = log_end;
}

TaskGroup::~TaskGroup() = default;

void TaskGroup::start(std::string name, asio::awaitable<void> work) {
    auto* state = state_.get();
    auto task = state->tasks.emplace(state->tasks.end());
    task->name = std::move(name);
    auto ended = [state, task](std::exception_ptr fault) {
        if (fault && is_cancellation(fault)) fault = nullptr;
        state->report(task->name, fault);
        // Later: the signal may still be on the stack that led here.
        asio::post(state->executor, [state, task] {
            state->tasks.erase(task);
            if (state->tasks.empty()) state->empty.cancel();
        });
    };
    asio::co_spawn(state->executor, std::move(work),
                   asio::bind_cancellation_slot(task->cancellation.slot(), std::move(ended)));
}

void TaskGroup::cancel() {
    for (auto& task : state_->tasks)
        task.cancellation.emit(asio::cancellation_type::terminal);
}

asio::awaitable<void> TaskGroup::wait() {
    while (!state_->tasks.empty())
        co_await state_->empty.async_wait(asio::as_tuple(asio::use_awaitable));
}

std::size_t TaskGroup::running() const {
    return state_->tasks.size();
}

} // namespace besteld
