// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/blocking_pool.hpp"
#include "store/store.hpp"
#include "web/body_stream.hpp"

#include <chrono>
#include <memory>

namespace besteld::api {

// Everything that happens from an event on, as server-sent events (WHATWG HTML, section 9.2): `id`
// is the event's number, `event` its name, `data` the shape Event as JSON. Whoever comes again with
// Last-Event-ID misses nothing.
class Follower final : public BodyStream {
public:
    // `store` is used on the pool's thread only. `seat` is given up with this object.
    Follower(Store& store, BlockingPool& pool, std::int64_t after, std::shared_ptr<void> seat)
        : store_(store), pool_(pool), after_(after), seat_(std::move(seat)) {}

    asio::awaitable<std::string> next() override;

private:
    Store& store_;
    BlockingPool& pool_;
    std::int64_t after_;
    bool begun_ = false;
    std::shared_ptr<void> seat_;
};

} // namespace besteld::api
