// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/stop.hpp"
#include "base/async/task_group.hpp"
#include "web/http.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace besteld {

struct WebServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; // 0: one the system chooses
    std::size_t body_limit = 1U << 20U;
    std::size_t connections = 256; // more wait in the listen queue
};

// HTTP/1.1 on the loop: connections with time limits, bounded bodies, the security headers on every
// answer.
class WebServer {
public:
    using Handler = std::function<asio::awaitable<HttpResponse>(HttpRequest)>;

    // Binds at once; throws boost::system::system_error when the address is taken.
    WebServer(WebServerSettings settings, asio::any_io_executor home, Handler handler, Stop& stop);
    ~WebServer();
    std::uint16_t port() const;
    // Returns after close().
    asio::awaitable<void> run();
    void close();

private:
    struct Listener;
    asio::awaitable<void> serve(std::shared_ptr<void> connection);

    WebServerSettings settings_;
    Handler handler_;
    Stop& stop_;
    std::unique_ptr<Listener> listener_;
    TaskGroup connections_;
};

} // namespace besteld
