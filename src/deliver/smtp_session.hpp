// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "intake/mail_connection.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace besteld {

struct SmtpServer {
    std::string host;
    std::uint16_t port = 587;
    MailSecurity tls = MailSecurity::starttls; // plain: only to this machine itself
    std::string user;                          // empty: no login
    std::string password;
    MailLogin login = MailLogin::password;    // or xoauth2: then password is the token
    std::function<std::string()> read_secret; // when set, asked before each connection instead
    std::string ca_file;                      // empty: the system's
    std::string helo;                         // our name, a host name
    std::chrono::seconds connect_timeout{30};
    std::chrono::seconds command_timeout{120};
    // RFC 5321 4.5.3.2.6: a server that scans may take ten minutes after the dot; giving up earlier
    // sends twice.
    std::chrono::seconds final_timeout{600};
    std::chrono::seconds idle_limit{20}; // an older connection is not used again
};

struct SmtpEnvelope {
    std::string from; // may be empty: the null sender
    std::vector<std::string> to;
    std::string message; // exact bytes; line ends and dots are made right on the way
};

// What became of one recipient's message.
struct SmtpOutcome {
    enum class Kind {
        delivered, // the server took the responsibility
        retry,     // it did not, and may later
        failed,    // it never will: a person must act
        unknown    // the message was sent whole, the answer was lost: it may have been taken
    };
    // Where it was decided. A 5xx before `sender` says nothing against the message: it is retry,
    // with an alarm.
    enum class Stage { address, connect, sender, recipient, data, final };
    Kind kind = Kind::retry;
    int code = 0;     // the server's, 0 when there was none
    std::string text; // for the clerk and the log
    Stage stage = Stage::connect;
    bool needs_admin = false; // password, certificate, setting, or refused as a client
};

// Sends mail to one server, over one connection that is used again while it is beyond doubt.
// Blocks: each client belongs to one thread at a time (a job on a pool of its own), never to the
// I/O loop.
class SmtpClient {
public:
    explicit SmtpClient(SmtpServer server);
    ~SmtpClient(); // says QUIT, waits two seconds at most
    SmtpClient(const SmtpClient&) = delete;
    SmtpClient& operator=(const SmtpClient&) = delete;

    // One outcome per recipient, in their order. Never throws for what the server does.
    std::vector<SmtpOutcome> send(const SmtpEnvelope& envelope);
    // Ends an idle connection.
    void quit();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace besteld
