// SPDX-License-Identifier: Apache-2.0

// The pages over the test's world on a loopback port, for a browser: prints "port N", ends when its
// standard input is closed.
#include "web_world.hpp"

#include "base/text.hpp"
#include "flow/watch_silence.hpp"
#include "store/channels.hpp"
#include "web/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <iostream>

#include <unistd.h>

using namespace besteld;

namespace {

const std::string complaint = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                              "To: orders@noordkade.example\r\n"
                              "Subject: Klacht over 4500017\r\n"
                              "Message-ID: <klacht-1@korenaar.example>\r\n"
                              "Date: Mon, 2 Mar 2026 09:05:00 +0100\r\n"
                              "MIME-Version: 1.0\r\n"
                              "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                              "Goedemorgen,\r\n\r\n"
                              "Van bestelling 4500017 waren 6 rollen NK-210 beschadigd.\r\n\r\n"
                              "Groet, Petra\r\n";

// A byte lets go what people decided, as half a minute would; the end of the input ends the server.
asio::awaitable<void> mind_input(asio::posix::stream_descriptor& input, Stop& stop,
                                 WebServer& server, test::WebWorld& world,
                                 const FlowSettings& flow) {
    std::array<char, 64> ignored{};
    for (;;) {
        boost::system::error_code fault;
        co_await input.async_read_some(asio::buffer(ignored),
                                       asio::redirect_error(asio::use_awaitable, fault));
        if (fault) break;
        auto let_go = [&] {
            return Desk(world.store(), flow).carry_out_due(world.now() + flow.hold);
        };
        const int cases = co_await run_blocking(world.pool(), std::move(let_go));
        std::cout << "carried out " << cases << std::endl;
    }
    stop.request();
    server.close();
}

} // namespace

int main() {
    test::WebWorld world;
    world.arrive("mail", "", complaint);
    for (const auto* quantity : {"500", "525", "550"}) {
        const auto number = cat("45001", quantity);
        world.arrive("edi-in", cat(number, ".edi"),
                     test::edi_order(number, {cat("9521000000018 ", quantity, " 0.70")}));
    }
    world.order_weekly();
    Channels(world.store())
        .save(std::vector<ChannelRow>{{.channel = "orders",
                                       .daemon = "besteld",
                                       .looked_at = world.now() - std::chrono::minutes{1},
                                       .present = 14,
                                       .balanced_at = world.now() - std::chrono::minutes{20},
                                       .on_server = 14,
                                       .held = 14},
                                      {.channel = "edi-in",
                                       .daemon = "besteld",
                                       .condition = ChannelRow::Condition::retrying,
                                       .reason = "the folder cannot be read",
                                       .looked_at = world.now() - std::chrono::minutes{3}}});
    watch_silence(world.store(), test::noordkade().seller, world.now());
    asio::io_context loop;
    Stop stop;
    FlowSettings flow = test::noordkade();
    flow.hold = std::chrono::seconds{30};
    WebApp app(world.settings(), flow, world.store(), world.pool());
    WebServer server(
        {.port = 0}, loop.get_executor(),
        [&](HttpRequest request) { return app.handle(std::move(request)); }, stop);
    asio::posix::stream_descriptor input(loop, ::dup(STDIN_FILENO));
    TaskGroup tasks(loop.get_executor());
    tasks.start("server", server.run());
    tasks.start("input", mind_input(input, stop, server, world, flow));
    std::cout << "port " << server.port() << std::endl;
    loop.run();
    return 0;
}
