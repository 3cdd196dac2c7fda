// SPDX-License-Identifier: Apache-2.0
#include "deliver/smtp_dialogue.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace besteld {

namespace {

using Kind = SmtpOutcome::Kind;
using Stage = SmtpOutcome::Stage;

// A slow line still carries this much a second; the patience for a body grows with its size.
constexpr std::size_t slowest_bytes_per_second = 10'000;

bool is_positive(const SmtpReply& reply) {
    return reply.code / 100 == 2;
}

SmtpOutcome judge(const SmtpReply& reply, Stage stage) {
    SmtpOutcome outcome{
        .kind = Kind::retry, .code = reply.code, .text = reply.text(), .stage = stage};
    if (is_positive(reply)) outcome.kind = Kind::delivered;
    if (reply.code / 100 == 5) outcome.kind = Kind::failed;
    // Refused as a client, not for this mail: RFC 4954 530, 534, 535, 538. Only 552 (too large) at
    // MAIL is the mail's.
    const bool login = reply.code >= 530 && reply.code <= 538;
    if (login) outcome.kind = Kind::retry;
    outcome.needs_admin =
        login || (stage == Stage::sender && reply.code / 100 == 5 && reply.code != 552);
    return outcome;
}

SmtpOutcome refuse(std::string text) {
    return {.kind = Kind::failed, .code = 0, .text = std::move(text), .stage = Stage::sender};
}

bool has_eight_bits(std::string_view data) {
    return std::ranges::any_of(data, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

SmtpDialogue::SmtpDialogue(std::unique_ptr<MailConnection> connection, const SmtpServer& server)
    : connection_(std::move(connection)), helo_(server.helo),
      command_timeout_(server.command_timeout), final_timeout_(server.final_timeout) {}

asio::awaitable<SmtpReply> SmtpDialogue::reply(std::chrono::seconds patience) {
    const auto deadline = Clock::now() + patience;
    for (;;) {
        auto next = parser_.next();
        if (!next) throw LinkFailure({LinkFault::protocol, next.error()});
        // 421: the server is about to close (RFC 5321 3.8), whatever was asked.
        if (*next && (*next)->code == 421) usable_ = false;
        if (*next) co_return std::move(**next);
        const auto bytes = co_await connection_->read(deadline);
        parser_.feed(bytes);
    }
}

asio::awaitable<void> SmtpDialogue::say(std::string lines, std::chrono::seconds patience) {
    co_await connection_->write(std::move(lines), Clock::now() + patience);
}

asio::awaitable<void> SmtpDialogue::greet() {
    auto line = cat("EHLO ", helo_, "\r\n");
    co_await say(std::move(line), command_timeout_);
    const auto answer = co_await reply(command_timeout_);
    if (!is_positive(answer))
        throw LinkFailure({LinkFault::refused, cat("EHLO: ", answer.code, ' ', answer.text())});
    for (std::size_t i = 1; i < answer.lines.size(); ++i) {
        const auto extension = to_upper_ascii(trim(answer.lines[i]));
        extensions_.push_back(extension);
        if (extension.starts_with("SIZE "))
            std::from_chars(extension.data() + 5, extension.data() + extension.size(), size_limit_);
    }
}

bool SmtpDialogue::offers(std::string_view extension) const {
    return std::ranges::any_of(extensions_, [&](const std::string& line) {
        return line == extension || line.starts_with(cat(extension, ' '));
    });
}

std::string SmtpDialogue::mail_command(const SmtpEnvelope& envelope, std::size_t size) const {
    auto command = cat("MAIL FROM:<", envelope.from, '>');
    if (offers("SIZE")) command += cat(" SIZE=", size);
    if (offers("8BITMIME")) command += " BODY=8BITMIME";
    return command + "\r\n";
}

asio::awaitable<std::vector<SmtpOutcome>> SmtpDialogue::send(SmtpEnvelope envelope,
                                                             std::string data) {
    std::vector<SmtpOutcome> outcomes(envelope.to.size());
    if (size_limit_ > 0 && data.size() > size_limit_) {
        std::ranges::fill(outcomes, refuse(cat("the message has ", data.size(),
                                               " bytes, the server takes ", size_limit_)));
        co_return outcomes;
    }
    if (has_eight_bits(data) && !offers("8BITMIME")) {
        std::ranges::fill(outcomes,
                          refuse("the message has 8-bit text, which the server does not take"));
        co_return outcomes;
    }
    phase_ = Phase::envelope;
    try {
        co_await talk(envelope, data, outcomes);
    } catch (const LinkFailure& failure) {
        lose(failure.error(), outcomes);
    }
    ++sent_;
    last_used_ = Clock::now();
    // An answer nobody asked for would be read as the next mail's.
    if (parser_.has_leftover()) usable_ = false;
    co_return outcomes;
}

// In `outcomes` Kind::delivered means "recipient accepted" until the verdict on the message is
// there.
asio::awaitable<void> SmtpDialogue::talk(const SmtpEnvelope& envelope, const std::string& data,
                                         std::vector<SmtpOutcome>& outcomes) {
    const auto go = co_await begin(envelope, data.size(), outcomes);
    const bool accepted =
        std::ranges::any_of(outcomes, [](const auto& one) { return one.kind == Kind::delivered; });
    const auto decide = [&](const SmtpOutcome& verdict) {
        std::ranges::replace_if(
            outcomes, [](const auto& one) { return one.kind == Kind::delivered; }, verdict);
    };
    if (!accepted && go.code == 354) {
        // The server waits for a message although nobody is to get it: end it empty.
        co_await say(".\r\n", command_timeout_);
        const auto answer = co_await reply(command_timeout_);
        if (answer.code / 100 != 5) usable_ = false;
        co_return;
    }
    if (go.code != 354) {
        auto verdict = judge(go, Stage::data);
        if (verdict.kind == Kind::delivered) {
            verdict.kind = Kind::retry; // 2xx to DATA: no SMTP we know
            usable_ = false;
        }
        if (accepted) decide(verdict);
        if (usable_) co_await reset();
        co_return;
    }
    phase_ = Phase::body;
    const auto patience =
        command_timeout_ + std::chrono::seconds(data.size() / slowest_bytes_per_second);
    co_await say(data, patience);
    // From here on the server may have taken the message even if we never hear of it.
    phase_ = Phase::verdict;
    const auto answer = co_await reply(final_timeout_);
    auto verdict = judge(answer, Stage::final);
    if (answer.code / 100 == 3) {
        verdict.kind = Kind::unknown;
        usable_ = false;
    }
    decide(verdict);
}

// The answer to DATA, or that to MAIL when it ended there, or a 5xx of our own when no recipient
// was accepted.
asio::awaitable<SmtpReply> SmtpDialogue::begin(const SmtpEnvelope& envelope, std::size_t size,
                                               std::vector<SmtpOutcome>& outcomes) {
    auto mail = mail_command(envelope, size);
    std::vector<std::string> recipients;
    for (const auto& to : envelope.to)
        recipients.push_back(cat("RCPT TO:<", to, ">\r\n"));
    const bool pipelined = offers("PIPELINING");
    auto begun = pipelined ? begin_pipelined(std::move(mail), std::move(recipients), outcomes)
                           : begin_stepwise(std::move(mail), std::move(recipients), outcomes);
    auto answer = co_await std::move(begun);
    co_return answer;
}

asio::awaitable<SmtpReply> SmtpDialogue::begin_pipelined(std::string mail,
                                                         std::vector<std::string> recipients,
                                                         std::vector<SmtpOutcome>& outcomes) {
    auto lines = cat(mail, join(recipients, ""), "DATA\r\n");
    co_await say(std::move(lines), command_timeout_);
    const auto sender = co_await reply(command_timeout_);
    if (!is_positive(sender)) std::ranges::fill(outcomes, judge(sender, Stage::sender));
    for (auto& outcome : outcomes) {
        const auto recipient = co_await reply(command_timeout_);
        if (is_positive(sender)) outcome = judge(recipient, Stage::recipient);
    }
    auto data = co_await reply(command_timeout_);
    co_return data;
}

asio::awaitable<SmtpReply> SmtpDialogue::begin_stepwise(std::string mail,
                                                        std::vector<std::string> recipients,
                                                        std::vector<SmtpOutcome>& outcomes) {
    co_await say(std::move(mail), command_timeout_);
    auto sender = co_await reply(command_timeout_);
    if (!is_positive(sender)) {
        std::ranges::fill(outcomes, judge(sender, Stage::sender));
        co_return sender;
    }
    bool accepted = false;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        co_await say(recipients[i], command_timeout_);
        const auto recipient = co_await reply(command_timeout_);
        outcomes[i] = judge(recipient, Stage::recipient);
        accepted = accepted || is_positive(recipient);
        if (!usable_) co_return recipient;
    }
    if (!accepted) co_return SmtpReply{.code = 554, .lines = {"no recipient was accepted"}};
    co_await say("DATA\r\n", command_timeout_);
    auto data = co_await reply(command_timeout_);
    co_return data;
}

asio::awaitable<void> SmtpDialogue::reset() {
    co_await say("RSET\r\n", command_timeout_);
    const auto answer = co_await reply(command_timeout_);
    if (!is_positive(answer)) usable_ = false;
}

// What nobody has answered yet is undecided: unknown after the dot, else to be tried again.
void SmtpDialogue::lose(const LinkError& error, std::vector<SmtpOutcome>& outcomes) {
    usable_ = false;
    SmtpOutcome lost{.kind = Kind::retry, .code = 0, .text = error.text, .stage = Stage::sender};
    if (phase_ != Phase::envelope) lost.stage = Stage::data;
    if (phase_ == Phase::verdict) {
        lost.kind = Kind::unknown;
        lost.stage = Stage::final;
    }
    for (auto& outcome : outcomes)
        if (outcome.kind == Kind::delivered || outcome.code == 0) outcome = lost;
}

asio::awaitable<bool> SmtpDialogue::is_quiet() {
    try {
        const auto bytes = co_await connection_->try_read(Clock::now(), nullptr);
        co_return !bytes.has_value();
    } catch (const LinkFailure&) {
        co_return false;
    }
}

// A courtesy: whatever goes wrong, the connection is closed next.
asio::awaitable<void> SmtpDialogue::quit() {
    constexpr std::chrono::seconds patience{2};
    try {
        co_await say("QUIT\r\n", patience);
        co_await reply(patience);
    } catch (const LinkFailure&) {
        co_return;
    }
}

} // namespace besteld
