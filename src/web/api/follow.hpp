// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/blocking_pool.hpp"
#include "store/store.hpp"
#include "web/body_stream.hpp"

#include <functional>
#include <memory>

namespace besteld::api {

// Everything that happens from an event on, as server-sent events (WHATWG HTML, section 9.2): `id`
// is the event's number, `event` its name, `data` the shape Event as JSON. Whoever comes again with
// Last-Event-ID misses nothing.
class Follower final : public BodyStream {
public:
    struct Source {
        Store& store; // on the pool's thread only
        BlockingPool& pool;
        std::function<bool()> may_go_on; // asked on the pool's thread, four times a minute
        std::shared_ptr<void> seat;      // given up with this object
    };
    struct From {
        std::int64_t after = 0;
        bool of_the_house = false; // also what is about no case: people, tokens, base data
    };
    Follower(Source source, From from) : source_(std::move(source)), from_(from) {}

    asio::awaitable<std::string> next() override;

private:
    Source source_;
    From from_;
    bool begun_ = false;
};

// What this reader may know of: of the house's own affairs nothing, unless he answers for them.
std::vector<EventRow> those_for(std::vector<EventRow> events, bool of_the_house);

} // namespace besteld::api
