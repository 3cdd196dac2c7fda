// SPDX-License-Identifier: Apache-2.0
#include "base/async/wake.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace besteld {

asio::awaitable<void> Wake::wait_for(std::chrono::steady_clock::duration duration, Stop& stop) {
    if (!nudged_ && !stop.requested()) {
        timer_.expires_after(duration);
        const Stop::Interrupts interrupts(&stop, timer_);
        co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    nudged_ = false;
}

} // namespace besteld
