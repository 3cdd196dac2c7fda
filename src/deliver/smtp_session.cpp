// SPDX-License-Identifier: Apache-2.0
#include "deliver/smtp_session.hpp"

#include "base/text.hpp"
#include "deliver/smtp_dialogue.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <optional>

namespace besteld {

namespace {

using Kind = SmtpOutcome::Kind;
using Stage = SmtpOutcome::Stage;

MailServer to_mail_server(const SmtpServer& server) {
    return {.protocol = MailProtocol::smtp,
            .host = server.host,
            .port = server.port,
            .security = server.tls,
            .ca_file = server.ca_file,
            .login = server.user.empty() ? MailLogin::none : server.login,
            .user = server.user,
            .secret = server.password,
            .read_secret = server.read_secret,
            .helo = server.helo,
            .connect_timeout = server.connect_timeout};
}

// Nothing was said about the mail yet: it is tried again, in the worst case after the admin acted.
SmtpOutcome not_connected(const LinkError& error) {
    const bool passing = error.fault == LinkFault::try_later ||
                         error.fault == LinkFault::unreachable ||
                         error.fault == LinkFault::timed_out || error.fault == LinkFault::closed;
    return {.kind = Kind::retry,
            .code = 0,
            .text = error.text,
            .stage = Stage::connect,
            .needs_admin = !passing};
}

SmtpOutcome bad_address(const std::string& why) {
    return {.kind = Kind::failed, .code = 0, .text = why, .stage = Stage::address};
}

asio::awaitable<void> greet(SmtpDialogue& dialogue, std::optional<LinkError>& fault) {
    try {
        co_await dialogue.greet();
    } catch (const LinkFailure& failure) {
        fault = failure.error();
    }
}

asio::awaitable<void> look_quiet(SmtpDialogue& dialogue, bool& quiet) {
    quiet = co_await dialogue.is_quiet();
}

asio::awaitable<void> talk(SmtpDialogue& dialogue, const SmtpEnvelope& envelope,
                           const std::string& data, std::vector<SmtpOutcome>& outcomes) {
    outcomes = co_await dialogue.send(envelope, data);
}

// A used connection that broke before any answer: the server hung up while it was idle.
bool was_stale(const std::vector<SmtpOutcome>& outcomes) {
    for (const auto& outcome : outcomes)
        if (outcome.kind != Kind::retry || outcome.code != 0 || outcome.stage != Stage::sender)
            return false;
    return true;
}

} // namespace

struct SmtpClient::State {
    SmtpServer server;
    asio::io_context loop{1};
    std::unique_ptr<SmtpDialogue> dialogue; // after the loop it lives on

    // The coroutine to its end, on the caller's thread. The references it holds outlive it.
    void run(asio::awaitable<void> work) {
        std::exception_ptr fault;
        asio::co_spawn(loop, std::move(work),
                       [&fault](std::exception_ptr thrown) { fault = thrown; });
        loop.restart();
        loop.run();
        if (fault) std::rethrow_exception(fault);
    }

    void close() {
        if (!dialogue) return;
        if (dialogue->usable()) run(dialogue->quit());
        dialogue.reset();
    }

    void close_when_stale() {
        if (!dialogue) return;
        bool quiet = dialogue->usable();
        const auto idle = MailConnection::Clock::now() - dialogue->last_used();
        if (quiet && idle <= server.idle_limit) run(look_quiet(*dialogue, quiet));
        if (!quiet) dialogue.reset();
        if (dialogue && idle > server.idle_limit) close();
    }

    std::optional<LinkError> connect() {
        auto connection = MailConnection::connect(loop.get_executor(), to_mail_server(server));
        if (!connection) return std::move(connection).error();
        dialogue = std::make_unique<SmtpDialogue>(std::move(*connection), server);
        std::optional<LinkError> fault;
        run(greet(*dialogue, fault));
        if (fault) dialogue.reset();
        return fault;
    }

    std::vector<SmtpOutcome> send_checked(const SmtpEnvelope& envelope, const std::string& data) {
        close_when_stale();
        for (;;) {
            const bool used = dialogue != nullptr && dialogue->used_before();
            if (!dialogue)
                if (const auto fault = connect())
                    return std::vector(envelope.to.size(), not_connected(*fault));
            std::vector<SmtpOutcome> outcomes;
            run(talk(*dialogue, envelope, data, outcomes));
            if (!dialogue->usable()) dialogue.reset();
            if (dialogue || !used || !was_stale(outcomes)) return outcomes;
        }
    }
};

SmtpClient::SmtpClient(SmtpServer server)
    : state_(new State{.server = std::move(server), .dialogue = {}}) {}

SmtpClient::~SmtpClient() {
    state_->close();
}

void SmtpClient::quit() {
    state_->close();
}

std::vector<SmtpOutcome> SmtpClient::send(const SmtpEnvelope& envelope) {
    std::vector<SmtpOutcome> outcomes(envelope.to.size());
    SmtpEnvelope checked;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < envelope.to.size(); ++i) {
        auto address = check_smtp_address(envelope.to[i]);
        if (!address) {
            outcomes[i] = bad_address(address.error());
            continue;
        }
        checked.to.push_back(std::move(*address));
        places.push_back(i);
    }
    const auto from = envelope.from.empty() ? std::expected<std::string, std::string>()
                                            : check_smtp_address(envelope.from);
    const auto data = to_smtp_data(envelope.message);
    if (!from || !data) {
        for (const auto i : places)
            outcomes[i] = bad_address(from ? data.error() : cat("the sender: ", from.error()));
        return outcomes;
    }
    if (places.empty()) return outcomes;
    checked.from = *from;
    auto answers = state_->send_checked(checked, *data);
    for (std::size_t k = 0; k < places.size(); ++k)
        outcomes[places[k]] = std::move(answers[k]);
    return outcomes;
}

} // namespace besteld
