// SPDX-License-Identifier: Apache-2.0
#include "base/async/blocking_pool.hpp"
#include "base/async/io_thread.hpp"
#include "base/async/stop.hpp"
#include "base/async/task_group.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace besteld {
namespace {

asio::awaitable<bool> goes_home(BlockingPool& pool) {
    const auto home = std::this_thread::get_id();
    auto job = [] { return std::this_thread::get_id(); };
    const auto away = co_await run_blocking(pool, job);
    co_return home == std::this_thread::get_id() && away != home;
}

asio::awaitable<std::string> catches_what_the_job_threw(BlockingPool& pool) {
    auto job = []() -> int { throw std::runtime_error("disk full"); };
    try {
        co_await run_blocking(pool, job);
    } catch (const std::runtime_error& error) {
        co_return error.what();
    }
    co_return "";
}

asio::awaitable<void> sleep_on(Stop& stop, std::chrono::seconds duration) {
    co_await stop.sleep(duration);
}

asio::awaitable<void> fail_at_once() {
    throw std::runtime_error("broken");
    co_return;
}

asio::awaitable<void> sleep_then_count(Stop& never, int& ended) {
    co_await never.sleep(std::chrono::hours(1));
    co_await never.sleep(std::chrono::hours(1));
    ++ended; // never reached: cancellation is seen at the second sleep
}

TEST(RunBlocking, comesBackToItsOwnThread) {
    BlockingPool pool("test", 2);
    IoThread loop;
    EXPECT_TRUE(asio::co_spawn(loop.executor(), goes_home(pool), asio::use_future).get());
    loop.finish();
}

TEST(RunBlocking, bringsTheJobsExceptionHome) {
    BlockingPool pool("test", 1);
    IoThread loop;
    EXPECT_EQ(
        asio::co_spawn(loop.executor(), catches_what_the_job_threw(pool), asio::use_future).get(),
        "disk full");
    loop.finish();
}

TEST(Stop, endsEverySleep) {
    IoThread loop;
    Stop stop;
    auto one =
        asio::co_spawn(loop.executor(), sleep_on(stop, std::chrono::hours(1)), asio::use_future);
    auto two =
        asio::co_spawn(loop.executor(), sleep_on(stop, std::chrono::hours(2)), asio::use_future);
    loop.post([&] { stop.request(); });
    EXPECT_EQ(one.wait_for(std::chrono::seconds(20)), std::future_status::ready);
    EXPECT_EQ(two.wait_for(std::chrono::seconds(20)), std::future_status::ready);
    loop.finish();
}

TEST(TaskGroup, reportsEveryEndByName) {
    IoThread loop;
    std::vector<std::string> faults;
    TaskGroup group(loop.executor(), [&](std::string_view name, std::exception_ptr fault) {
        faults.push_back(std::string(name) + (fault ? " failed" : " ended"));
    });
    Stop stop;
    loop.call([&] {
        stop.request();
        group.start("sleeper", sleep_on(stop, std::chrono::hours(1)));
        group.start("broken", fail_at_once());
    });
    asio::co_spawn(loop.executor(), group.wait(), asio::use_future).get();
    loop.finish();
    std::ranges::sort(faults);
    EXPECT_EQ(faults, (std::vector<std::string>{"broken failed", "sleeper ended"}));
}

TEST(TaskGroup, cancelsWhatWaits) {
    IoThread loop;
    int ended = 0;
    int faults = 0;
    TaskGroup group(loop.executor(),
                    [&](std::string_view, std::exception_ptr fault) { faults += fault ? 1 : 0; });
    Stop never;
    loop.call([&] {
        group.start("one", sleep_then_count(never, ended));
        group.start("two", sleep_then_count(never, ended));
    });
    loop.call([&] { group.cancel(); });
    asio::co_spawn(loop.executor(), group.wait(), asio::use_future).get();
    loop.call([&] { EXPECT_EQ(group.running(), 0U); });
    loop.finish();
    EXPECT_EQ(ended, 0);
    EXPECT_EQ(faults, 0);
}

} // namespace
} // namespace besteld
