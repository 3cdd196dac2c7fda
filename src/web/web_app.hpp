// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/blocking_pool.hpp"
#include "desk/desk.hpp"
#include "store/access_log.hpp"
#include "web/feedback_call.hpp"
#include "web/http.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>

namespace besteld {

struct WebAppSettings {
    std::filesystem::path templates; // pages/ below it
    std::filesystem::path files;     // web/: css, script
    std::string site_name;
    std::string language = "nl"; // until a user chooses
    std::string zone = "Europe/Amsterdam";
    std::chrono::milliseconds session_idle{28'800'000};
    // Both called on the loop: Prometheus text, and why we are not healthy (empty when we are).
    std::function<std::string(const Store::Counts&)> metrics;
    std::function<std::string()> trouble;
    std::function<Instant()> clock; // the system's when there is none
    FeedbackDoor feedback = {};
    std::function<void()> on_feedback = {}; // called on the loop: something waits to be read
    std::set<Role> second_factor_for = {};  // roles that may not work without one
    SecondPerson base_data_by = SecondPerson::needed;
    int api_calls_per_minute = 600;           // of one token
    std::function<void(Visit)> on_visit = {}; // called on the loop: somebody was shown something
};

// The pages and the calls behind them. Every rule is enforced by the desk; here is who is asking,
// in which language, and that the request is really his (session cookie, same origin, token).
class WebApp {
public:
    // `store` and the desk over it are used on the one thread of `desk_pool` only; references
    // outlive it.
    WebApp(WebAppSettings settings, FlowSettings flow, Store& store, BlockingPool& desk_pool);
    ~WebApp();
    // A decision was committed: answers may wait. Called on the loop.
    void on_decision(std::function<void()> tell);
    asio::awaitable<HttpResponse> handle(HttpRequest request);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace besteld
