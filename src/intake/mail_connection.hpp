// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"
#include "base/async/stop.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace besteld {

class BlockingPool;

enum class MailProtocol { imap, smtp };
enum class MailSecurity {
    tls,      // from the first byte
    starttls, // demanded: without it there is no login
    plain     // only to an address of this machine itself
};
enum class MailLogin { none, password, xoauth2 };

struct MailServer {
    MailProtocol protocol = MailProtocol::imap;
    std::string host;
    std::uint16_t port = 0;
    MailSecurity security = MailSecurity::tls;
    std::string ca_file; // empty: the system's
    MailLogin login = MailLogin::password;
    std::string user;
    std::string secret; // password or token
    // When set, asked on the connecting thread before each connection, so that a renewed token is
    // seen.
    std::function<std::string()> read_secret;
    std::string helo;                         // our name, SMTP only
    std::chrono::seconds connect_timeout{30}; // TCP, TLS, greeting and login together
};

enum class LinkFault {
    auth_failed, // wrong password or token: a person must act
    tls,         // certificate or STARTTLS: a person must act; never answered by plain text
    refused,     // the server does not want us, for good (5xx)
    try_later,   // the server is busy or limits us
    unreachable, // name, route, port
    timed_out,
    closed,   // lost in the middle
    protocol, // the peer does not speak the protocol
    setting   // our own configuration cannot work
};

struct LinkError {
    LinkFault fault = LinkFault::protocol;
    std::string text; // for the log and the admin; holds no secret
};

// Thrown inside a session when the connection is of no more use.
class LinkFailure : public std::runtime_error {
public:
    explicit LinkFailure(LinkError error)
        : std::runtime_error(error.text), error_(std::move(error)) {}
    const LinkError& error() const { return error_; }

private:
    LinkError error_;
};

// One connection to a mail server, logged in. libcurl makes it (TCP, TLS, STARTTLS, SASL) and
// carries the bytes; what is spoken over it afterwards is ours. Belongs to the loop it was made
// for.
//
// Bytes that came in one packet with the login's last reply are lost in libcurl: the first command
// must be one whose answers may be lost up to its own (IMAP NOOP), or the protocol lock-step (SMTP
// EHLO).
class MailConnection {
public:
    using Clock = std::chrono::steady_clock;
    using Opened = std::expected<std::unique_ptr<MailConnection>, LinkError>;

    // Blocks; reads and writes belong to `home` afterwards.
    static Opened connect(asio::any_io_executor home, const MailServer& server);
    // The same on a thread of the pool, for the awaiting coroutine's own loop.
    static asio::awaitable<Opened> open(BlockingPool& pool, MailServer server);

    ~MailConnection(); // closes without a word: say LOGOUT or QUIT before
    MailConnection(const MailConnection&) = delete;
    MailConnection& operator=(const MailConnection&) = delete;

    // At least one byte; valid until the next read. Throws LinkFailure closed or timed_out.
    asio::awaitable<std::string_view> read(Clock::time_point deadline);
    // Nothing when the deadline passed or `stop` (may be null) was requested first.
    asio::awaitable<std::optional<std::string_view>> try_read(Clock::time_point deadline,
                                                              Stop* stop);
    // All bytes are with the kernel afterwards. When it throws, the last byte was not sent.
    asio::awaitable<void> write(std::string bytes, Clock::time_point deadline);

private:
    struct Link;
    explicit MailConnection(std::unique_ptr<Link> link);
    enum class Direction { read, write };
    // False when the deadline passed or a stop was requested.
    asio::awaitable<bool> wait(Direction direction, Clock::time_point deadline, Stop* stop);

    std::unique_ptr<Link> link_;
};

} // namespace besteld
