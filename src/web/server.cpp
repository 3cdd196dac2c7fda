// SPDX-License-Identifier: Apache-2.0
#include "web/server.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "web/body_stream.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace besteld {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

// A clerk's next click comes on the same connection; a stranger who sends slowly is sent away.
constexpr auto idle_limit = std::chrono::seconds{75};
constexpr auto request_limit = std::chrono::seconds{20};

struct Connection {
    beast::tcp_stream stream;
    std::string peer;
};

HttpRequest to_request(const http::request<http::string_body>& from, const std::string& peer) {
    HttpRequest request{.method = std::string(from.method_string()), .peer = peer};
    const std::string_view target(from.target().data(), from.target().size());
    const auto mark = target.find('?');
    request.path = percent_decode(target.substr(0, mark), PlusMeans::plus);
    if (mark != std::string_view::npos)
        for (auto& [name, value] : parse_form(target.substr(mark + 1)))
            request.query.emplace(name, value);
    for (const auto& field : from)
        request.headers.emplace(
            to_lower_ascii({field.name_string().data(), field.name_string().size()}),
            std::string(field.value()));
    request.cookies = parse_cookies(request.header("cookie"));
    if (request.header("content-type").starts_with("application/x-www-form-urlencoded"))
        request.form = parse_form(from.body());
    else
        request.body = from.body();
    return request;
}

// The page loads nothing from elsewhere, runs no script in its text, and stands in nobody's frame.
template <typename Body>
void secure(http::response<Body>& response) {
    response.set("Content-Security-Policy",
                 "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                 "connect-src 'self'; "
                 "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Referrer-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (response.find(http::field::cache_control) == response.end())
        response.set(http::field::cache_control, "no-store");
}

http::response<http::string_body> to_response(HttpResponse&& from, bool keep_alive,
                                              unsigned version) {
    http::response<http::string_body> response(static_cast<http::status>(from.status), version);
    response.set(http::field::content_type, from.content_type);
    for (const auto& [name, value] : from.headers)
        response.insert(name, value);
    secure(response);
    response.keep_alive(keep_alive);
    response.body() = std::move(from.body);
    response.prepare_payload();
    return response;
}

// Until the other end goes away, the stream is over, or the server stops and cancels it.
asio::awaitable<void> go_on(beast::tcp_stream& to, HttpResponse answer) {
    http::response<http::empty_body> head(http::status::ok, 11);
    head.set(http::field::content_type, answer.content_type);
    secure(head);
    head.keep_alive(false);
    head.chunked(true);
    http::response_serializer<http::empty_body> serializer(head);
    to.expires_after(request_limit);
    auto [head_fault, head_size] = co_await http::async_write_header(to, serializer, as_result);
    while (!head_fault) {
        to.expires_never();
        const auto piece = co_await answer.stream->next();
        if (piece.empty()) break;
        to.expires_after(request_limit);
        auto [fault, size] =
            co_await asio::async_write(to, http::make_chunk(asio::buffer(piece)), as_result);
        if (fault) break;
    }
}

} // namespace

struct WebServer::Listener {
    tcp::acceptor acceptor;
};

WebServer::WebServer(WebServerSettings settings, asio::any_io_executor home, Handler handler,
                     Stop& stop)
    : settings_(std::move(settings)), handler_(std::move(handler)), stop_(stop),
      connections_(home) {
    const tcp::endpoint endpoint(asio::ip::make_address(settings_.address), settings_.port);
    listener_ = std::make_unique<Listener>(Listener{tcp::acceptor(home, endpoint)});
}

WebServer::~WebServer() = default;

std::uint16_t WebServer::port() const {
    return listener_->acceptor.local_endpoint().port();
}

void WebServer::close() {
    boost::system::error_code ignored;
    listener_->acceptor.close(ignored);
    connections_.cancel();
}

asio::awaitable<void> WebServer::run() {
    while (!stop_.requested()) {
        auto [fault, socket] = co_await listener_->acceptor.async_accept(as_result);
        if (fault == asio::error::operation_aborted || fault == asio::error::bad_descriptor) break;
        if (fault) {
            log::warning("web.accept_failed", {{"reason", fault.message()}});
            co_await stop_.sleep(std::chrono::seconds{1});
            continue;
        }
        if (connections_.running() >= settings_.connections) continue; // closes the socket
        boost::system::error_code unknown;
        const auto peer = socket.remote_endpoint(unknown);
        auto connection = std::make_shared<Connection>(
            Connection{beast::tcp_stream(std::move(socket)),
                       unknown ? std::string("?") : peer.address().to_string()});
        connections_.start("web", serve(std::move(connection)));
    }
    co_await connections_.wait();
}

asio::awaitable<void> WebServer::serve(std::shared_ptr<void> opaque) {
    auto connection = std::static_pointer_cast<Connection>(opaque);
    beast::flat_buffer buffer;
    for (;;) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(settings_.body_limit);
        parser.header_limit(16U << 10U);
        connection->stream.expires_after(idle_limit);
        auto [fault, size] =
            co_await http::async_read_header(connection->stream, buffer, parser, as_result);
        if (fault) break;
        connection->stream.expires_after(request_limit);
        auto [body_fault, body_size] =
            co_await http::async_read(connection->stream, buffer, parser, as_result);
        const auto& request = parser.get();
        if (body_fault && body_fault != http::error::body_limit) break;
        HttpResponse answer = HttpResponse::plain(413, "too large\n");
        if (!body_fault) {
            auto plain = to_request(request, connection->peer);
            answer = co_await handler_(std::move(plain));
        }
        if (answer.stream) {
            co_await go_on(connection->stream, std::move(answer));
            break;
        }
        const bool keep = request.keep_alive() && !body_fault && !stop_.requested();
        auto response = to_response(std::move(answer), keep, request.version());
        if (request.method() == http::verb::head) response.body().clear();
        connection->stream.expires_after(request_limit);
        auto [write_fault, written] =
            co_await http::async_write(connection->stream, response, as_result);
        if (write_fault || !keep) break;
    }
    boost::system::error_code ignored;
    connection->stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

} // namespace besteld
