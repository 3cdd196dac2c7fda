// SPDX-License-Identifier: Apache-2.0
#pragma once

// deliver: outbox rows to where they belong. A row is one effect: rendered once, proved by reading
// it back, kept as bytes, and sent until it is done or given to a person. Blocks; belongs to one
// thread.

#include "deliver/prove_answer.hpp"
#include "deliver/render_answer.hpp"
#include "deliver/smtp_session.hpp"
#include "parsers/email/compose.hpp"
#include "store/store.hpp"

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace besteld {

// The papers that go with an answer's mail, proved already; the error says why it must not leave.
using PapersOf =
    std::function<std::expected<std::vector<parsers::email::OutgoingAttachment>, std::string>(
        const Answer&, Date issued)>;

struct SenderSettings {
    std::string daemon; // owner of leases
    Seller seller;
    SmtpServer smtp;
    std::string from_address;
    std::string from_name;
    std::string bounce_address;
    bool reply_tags = true; // our server takes orders+TOKEN@…; else Reply-To is our plain address
    std::filesystem::path edi_out; // empty: EDI answers are held for a person
    int batch = 50;
    std::chrono::milliseconds first_retry{60'000}; // doubled each time up to the longest
    std::chrono::milliseconds longest_retry{4'000'000};
    std::chrono::milliseconds give_up{std::chrono::hours{24 * 5}};
    std::chrono::milliseconds unknown_retry{
        600'000}; // lost between dot and reply: the same bytes again
    int unknown_attempts = 3;
    PapersOf papers; // none: mails leave without papers
    // Papers of the house as files; empty: none are written.
    std::filesystem::path warehouse_papers;
    std::filesystem::path finance_papers;
};

class OutboxSender {
public:
    OutboxSender(SenderSettings settings, Store& store, const Renderer& renderer);

    // Sends what is due, one batch at the most; the number of rows it took. `stop` is asked between
    // rows.
    int send_due(Instant now, const std::function<bool()>& stop);

private:
    struct Outcome {
        OutboxState state = OutboxState::retry;
        std::string reply;
        std::optional<Instant> next_attempt;
    };
    void prepare(std::vector<OutboxRow>& rows, Instant now);
    void write_interchanges(std::vector<OutboxRow>& rows, Instant now);
    void send(const OutboxRow& row, Instant now);
    void record(const OutboxRow& row, const Outcome& outcome);
    Outcome send_mail(const OutboxRow& row, Instant now);
    Outcome write_edi(const OutboxRow& row) const;
    Outcome after(const OutboxRow& row, const SmtpOutcome& outcome, Instant now) const;
    std::string render(const OutboxRow& row, Instant now, std::string& fault) const;
    std::string render_mail(const OutboxRow& row, Instant now, std::string& fault) const;
    std::string render_paper(const OutboxRow& row, Instant now, std::string& fault) const;
    Outcome write_paper(const OutboxRow& row) const;
    std::string render_interchange(const OutboxRow& row, Instant now, std::string& fault) const;

    SenderSettings settings_;
    Store& store_;
    const Renderer& renderer_;
    SmtpClient smtp_;
};

} // namespace besteld
