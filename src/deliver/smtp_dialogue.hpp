// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deliver/smtp_session.hpp"
#include "deliver/smtp_text.hpp"

#include <deque>

namespace besteld {

// One connection's talk. After any doubt usable() is false and the connection must be closed: a
// late reply would else be read as the answer to the next mail.
class SmtpDialogue {
public:
    SmtpDialogue(std::unique_ptr<MailConnection> connection, const SmtpServer& server);

    // EHLO of our own: what libcurl said before is not known here. Throws LinkFailure.
    asio::awaitable<void> greet();
    // `envelope`: addresses checked; `data`: from to_smtp_data.
    asio::awaitable<std::vector<SmtpOutcome>> send(SmtpEnvelope envelope, std::string data);
    asio::awaitable<void> quit();
    // False when the server said something unasked, or closed, since the last mail.
    asio::awaitable<bool> is_quiet();

    bool usable() const { return usable_; }
    // A message was sent over this connection: the server may have hung up since.
    bool used_before() const { return sent_ > 0; }
    MailConnection::Clock::time_point last_used() const { return last_used_; }

private:
    using Clock = MailConnection::Clock;
    enum class Phase { envelope, body, verdict }; // what a lost connection means

    asio::awaitable<SmtpReply> reply(std::chrono::seconds patience);
    asio::awaitable<void> say(std::string lines, std::chrono::seconds patience);
    asio::awaitable<void> talk(const SmtpEnvelope& envelope, const std::string& data,
                               std::vector<SmtpOutcome>& outcomes);
    asio::awaitable<SmtpReply> begin(const SmtpEnvelope& envelope, std::size_t size,
                                     std::vector<SmtpOutcome>& outcomes);
    asio::awaitable<SmtpReply> begin_pipelined(std::string mail,
                                               std::vector<std::string> recipients,
                                               std::vector<SmtpOutcome>& outcomes);
    asio::awaitable<SmtpReply> begin_stepwise(std::string mail, std::vector<std::string> recipients,
                                              std::vector<SmtpOutcome>& outcomes);
    asio::awaitable<void> reset();
    void lose(const LinkError& error, std::vector<SmtpOutcome>& outcomes);
    std::string mail_command(const SmtpEnvelope& envelope, std::size_t size) const;
    bool offers(std::string_view extension) const;

    std::unique_ptr<MailConnection> connection_;
    std::string helo_;
    std::chrono::seconds command_timeout_;
    std::chrono::seconds final_timeout_;
    std::vector<std::string> extensions_; // upper case EHLO lines
    std::uint64_t size_limit_ = 0;        // 0: none told
    SmtpReplyParser parser_;
    Phase phase_ = Phase::envelope;
    bool usable_ = true;
    unsigned sent_ = 0;
    Clock::time_point last_used_ = Clock::now();
};

} // namespace besteld
