// SPDX-License-Identifier: Apache-2.0
#include "base/async/stop.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace besteld {

void Stop::request() {
    requested_ = true;
    for (auto* timer : waiting_)
        timer->cancel();
}

asio::awaitable<void> Stop::sleep(std::chrono::steady_clock::duration duration) {
    if (requested_) co_return;
    auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor, duration);
    const Interrupts interrupts(this, timer);
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

Stop::Interrupts::Interrupts(Stop* stop, asio::steady_timer& timer) : stop_(stop), timer_(timer) {
    if (stop_ != nullptr) stop_->waiting_.insert(&timer_);
}

Stop::Interrupts::~Interrupts() {
    if (stop_ != nullptr) stop_->waiting_.erase(&timer_);
}

} // namespace besteld
