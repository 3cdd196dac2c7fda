// SPDX-License-Identifier: Apache-2.0
#include "intake/mail_connection.hpp"

#include "base/async/blocking_pool.hpp"
#include "base/text.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <curl/curl.h>

#include <array>
#include <csignal>
#include <vector>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace besteld {

namespace {

struct EasyCleanup {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, EasyCleanup>;

constexpr std::size_t max_reason = 1000;
constexpr std::size_t read_size = std::size_t{64} * 1024;

// What libcurl tells while it connects.
struct Greeting {
    std::string last_line; // of the server: the reason of a refusal
    bool plain_outside = false;
    MailSecurity security = MailSecurity::tls;
};

void start_libcurl() {
    static const CURLcode once = [] {
        // OpenSSL writes to sockets that the peer may have closed.
        std::signal(SIGPIPE, SIG_IGN);
        return curl_global_init(CURL_GLOBAL_DEFAULT);
    }();
    if (once != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

std::size_t keep_line(char* data, std::size_t size, std::size_t count, void* user) {
    const std::string_view line = trim(std::string_view(data, size * count));
    if (!line.empty()) static_cast<Greeting*>(user)->last_line = line.substr(0, max_reason);
    return size * count;
}

bool is_loopback(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
        return (ntohl(v4.sin_addr.s_addr) >> 24U) == 127;
    }
    if (address.sa_family != AF_INET6) return false;
    return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr) != 0;
}

// Unencrypted passwords and orders stay on this machine, whatever a name resolves to.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
    auto& greeting = *static_cast<Greeting*>(user);
    if (greeting.security == MailSecurity::plain && !is_loopback(address->addr)) {
        greeting.plain_outside = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool is_host_name(std::string_view name) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-_";
    return !name.empty() && name.size() <= 255 &&
           name.find_first_not_of(allowed) == std::string_view::npos;
}

std::string url_of(const MailServer& server) {
    std::string scheme = server.protocol == MailProtocol::imap ? "imap" : "smtp";
    if (server.security == MailSecurity::tls) scheme += 's';
    const bool v6 = server.host.find(':') != std::string::npos;
    const std::string host = v6 ? cat('[', server.host, ']') : server.host;
    // libcurl takes the EHLO name from the path.
    return cat(scheme, "://", host, ':', server.port, '/', server.helo);
}

void set_login(CURL* easy, const MailServer& server) {
    if (server.login == MailLogin::none) return;
    const std::string secret = server.read_secret ? server.read_secret() : server.secret;
    curl_easy_setopt(easy, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(easy, CURLOPT_SASL_IR, 1L);
    if (server.login == MailLogin::password) {
        curl_easy_setopt(easy, CURLOPT_PASSWORD, secret.c_str());
        return;
    }
    curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, secret.c_str());
    curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
}

void set_options(CURL* easy, const MailServer& server, Greeting& greeting) {
    const auto milliseconds = std::chrono::milliseconds(server.connect_timeout).count();
    curl_easy_setopt(easy, CURLOPT_URL, url_of(server).c_str());
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, ""); // the environment has no say
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(milliseconds));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(milliseconds));
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (server.security != MailSecurity::plain)
        curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!server.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, server.ca_file.c_str());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, keep_line);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &greeting);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &greeting);
}

bool says(std::string_view line, std::string_view code) {
    return to_upper_ascii(line).find(cat('[', code)) != std::string::npos;
}

// libcurl has one code for every refusal (mail.md A1); the server's own line tells them apart.
LinkFault classify_refusal(MailProtocol protocol, std::string_view line) {
    if (protocol == MailProtocol::imap) {
        // RFC 5530: everything without a code of its own may pass, so it is tried again.
        for (const std::string_view code : {"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED",
                                            "EXPIRED", "PRIVACYREQUIRED", "CONTACTADMIN"})
            if (says(line, code)) return LinkFault::auth_failed;
        return LinkFault::try_later;
    }
    if (line.starts_with("53")) return LinkFault::auth_failed; // RFC 4954: 530, 534, 535, 538
    return line.starts_with('5') ? LinkFault::refused : LinkFault::try_later;
}

LinkFault classify(CURLcode code, MailProtocol protocol, std::string_view line) {
    switch (code) {
    case CURLE_LOGIN_DENIED:
        // Refused without a line of refusal: no mechanism in common.
        if (protocol == MailProtocol::smtp && line.starts_with('2')) return LinkFault::auth_failed;
        return classify_refusal(protocol, line);
    case CURLE_WEIRD_SERVER_REPLY:
        return classify_refusal(protocol, line);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return LinkFault::unreachable;
    case CURLE_OPERATION_TIMEDOUT:
        return LinkFault::timed_out;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_USE_SSL_FAILED:
        return LinkFault::tls;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
        return LinkFault::closed;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return LinkFault::setting;
    default:
        return LinkFault::protocol;
    }
}

LinkError explain(CURLcode code, const MailServer& server, const Greeting& greeting) {
    const std::string where = cat(server.host, ':', server.port);
    if (greeting.plain_outside)
        return {LinkFault::setting,
                cat(where, " is not this machine: without TLS nothing is sent to it; "
                           "set tls or starttls")};
    const std::string said =
        greeting.last_line.empty() ? "" : cat("; the server said: ", greeting.last_line);
    return {classify(code, server.protocol, greeting.last_line),
            cat(where, ": ", curl_easy_strerror(code), said)};
}

} // namespace

struct MailConnection::Link {
    Link(asio::any_io_executor home, Easy handle, int fd)
        : easy(std::move(handle)), socket(home, fd), timer(home) {}
    ~Link() {
        socket.release(); // the descriptor is libcurl's to close
    }
    Easy easy;
    asio::posix::stream_descriptor socket;
    asio::steady_timer timer;
    std::vector<char> buffer = std::vector<char>(read_size);
};

MailConnection::MailConnection(std::unique_ptr<Link> link) : link_(std::move(link)) {}
MailConnection::~MailConnection() = default;

MailConnection::Opened MailConnection::connect(asio::any_io_executor home,
                                               const MailServer& server) {
    start_libcurl();
    if (!is_host_name(server.host) || (!server.helo.empty() && !is_host_name(server.helo)))
        return std::unexpected(
            LinkError{LinkFault::setting, cat("not a host name: ", server.host)});
    Easy easy(curl_easy_init());
    if (!easy) throw std::bad_alloc();
    Greeting greeting{.last_line = {}, .security = server.security};
    set_options(easy.get(), server, greeting);
    set_login(easy.get(), server);
    const CURLcode code = curl_easy_perform(easy.get());
    if (code != CURLE_OK) return std::unexpected(explain(code, server, greeting));
    curl_easy_setopt(easy.get(), CURLOPT_HEADERFUNCTION, nullptr);
    curl_easy_setopt(easy.get(), CURLOPT_HEADERDATA, nullptr);
    curl_socket_t fd = CURL_SOCKET_BAD;
    curl_easy_getinfo(easy.get(), CURLINFO_ACTIVESOCKET, &fd);
    if (fd == CURL_SOCKET_BAD)
        return std::unexpected(
            LinkError{LinkFault::closed, cat(server.host, ": closed after login")});
    auto link = std::make_unique<Link>(std::move(home), std::move(easy), fd);
    return std::unique_ptr<MailConnection>(new MailConnection(std::move(link)));
}

asio::awaitable<MailConnection::Opened> MailConnection::open(BlockingPool& pool,
                                                             MailServer server) {
    auto home = co_await asio::this_coro::executor;
    auto job = [home, server = std::move(server)] { return connect(home, server); };
    auto opened = co_await run_blocking(pool, std::move(job));
    co_return opened;
}

asio::awaitable<bool> MailConnection::wait(Direction direction, Clock::time_point deadline,
                                           Stop* stop) {
    using namespace asio::experimental::awaitable_operators;
    if (stop != nullptr && stop->requested()) co_return false;
    const auto kind = direction == Direction::read ? asio::posix::stream_descriptor::wait_read
                                                   : asio::posix::stream_descriptor::wait_write;
    link_->timer.expires_at(deadline);
    const Stop::Interrupts interrupts(stop, link_->timer);
    auto ready = link_->socket.async_wait(kind, asio::as_tuple(asio::use_awaitable));
    auto late = link_->timer.async_wait(asio::as_tuple(asio::use_awaitable));
    auto first = co_await (std::move(ready) || std::move(late));
    if (first.index() == 1) co_return false;
    const auto error = std::get<0>(std::get<0>(first));
    if (error) throw boost::system::system_error(error);
    co_return true;
}

asio::awaitable<std::optional<std::string_view>>
MailConnection::try_read(Clock::time_point deadline, Stop* stop) {
    for (;;) {
        std::size_t got = 0;
        auto& buffer = link_->buffer;
        const CURLcode code = curl_easy_recv(link_->easy.get(), buffer.data(), buffer.size(), &got);
        if (code == CURLE_OK && got > 0) co_return std::string_view(buffer.data(), got);
        if (code != CURLE_AGAIN)
            throw LinkFailure({LinkFault::closed, "the server closed the connection"});
        // Only now: what TLS has already taken off the socket makes no descriptor readable.
        const bool ready = co_await wait(Direction::read, deadline, stop);
        if (!ready) co_return std::nullopt;
    }
}

asio::awaitable<std::string_view> MailConnection::read(Clock::time_point deadline) {
    auto bytes = co_await try_read(deadline, nullptr);
    if (!bytes) throw LinkFailure({LinkFault::timed_out, "the server did not answer in time"});
    co_return *bytes;
}

asio::awaitable<void> MailConnection::write(std::string bytes, Clock::time_point deadline) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        std::size_t sent = 0;
        const CURLcode code =
            curl_easy_send(link_->easy.get(), bytes.data() + done, bytes.size() - done, &sent);
        if (code != CURLE_OK && code != CURLE_AGAIN)
            throw LinkFailure(
                {LinkFault::closed, "the server closed the connection while we wrote"});
        done += sent;
        if (code == CURLE_OK) continue;
        const bool ready = co_await wait(Direction::write, deadline, nullptr);
        if (!ready) throw LinkFailure({LinkFault::timed_out, "the server does not take our bytes"});
    }
}

} // namespace besteld
