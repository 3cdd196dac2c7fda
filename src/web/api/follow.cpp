// SPDX-License-Identifier: Apache-2.0
#include "web/api/follow.hpp"

#include "base/text.hpp"
#include "store/event_feed.hpp"
#include "web/api/convert.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace besteld::api {

namespace {

constexpr int at_once = 200;
constexpr int looks_before_a_sign = 15; // a second between two of them
constexpr std::chrono::seconds pause{1};

std::string as_text(const std::vector<EventRow>& events) {
    std::string text;
    for (const auto& event : events)
        text += cat("id: ", event.id, "\nevent: ", event.step.event,
                    "\ndata: ", json_text(to_json(said(event))), "\n\n");
    return text;
}

} // namespace

std::vector<EventRow> those_for(std::vector<EventRow> events, bool of_the_house) {
    if (!of_the_house)
        std::erase_if(events, [](const EventRow& event) { return event.case_id == 0; });
    return events;
}

asio::awaitable<std::string> Follower::next() {
    if (!std::exchange(begun_, true)) co_return cat(": after ", from_.after, "\nretry: 3000\n\n");
    auto ask = [this] { return source_.may_go_on(); };
    const bool goes_on = co_await run_blocking(source_.pool, std::move(ask));
    if (!goes_on) co_return std::string{};
    asio::steady_timer timer(co_await asio::this_coro::executor);
    for (int look = 0; look < looks_before_a_sign; ++look) {
        auto job = [this] { return events_after(source_.store, from_.after, at_once); };
        auto events = co_await run_blocking(source_.pool, std::move(job));
        if (!events.empty()) {
            from_.after = events.back().id;
            events = those_for(std::move(events), from_.of_the_house);
            if (!events.empty()) co_return as_text(events);
        }
        timer.expires_after(pause);
        co_await timer.async_wait(asio::use_awaitable);
    }
    co_return std::string(": still here\n\n");
}

} // namespace besteld::api
