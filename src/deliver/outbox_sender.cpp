// SPDX-License-Identifier: Apache-2.0
#include "deliver/outbox_sender.hpp"

#include "deliver/render_edi.hpp"

#include "base/durable_file.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/reply_token.hpp"
#include "parsers/email/compose.hpp"

#include <algorithm>
#include <system_error>

namespace besteld {

namespace {

constexpr auto outbox_lease = std::chrono::minutes{30};

std::string kind_of(const OutboxRow& row) {
    if (row.channel == OutboxChannel::mail) return "mail";
    return row.answer.house ? "file" : "edi";
}

// A file name that nobody outside chooses: the row's own, so that a second writing is the same
// file.
std::string file_name_of(const OutboxRow& row) {
    return cat(edi_file_stem(row.answer), "-", row.id, edi_file_ending(row.answer));
}

// RFC 3834 5: what only time or the warehouse brought about answers no mail.
bool answers_something(const Answer& answer) {
    return answer.reminder == 0 && answer.kind != AnswerKind::despatch && !answer.house;
}

// Customer numbers are ours, but a path is a path.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    });
}

} // namespace

OutboxSender::OutboxSender(SenderSettings settings, Store& store, const Renderer& renderer)
    : settings_(std::move(settings)), store_(store), renderer_(renderer), smtp_(settings_.smtp) {}

int OutboxSender::send_due(Instant now, const std::function<bool()>& stop) {
    auto rows = store_.lease_outbox(settings_.daemon, now, now + outbox_lease, settings_.batch);
    if (rows.empty()) return 0;
    prepare(rows, now);
    write_interchanges(rows, now);
    int taken = 0;
    for (const auto& row : rows) {
        if (row.channel != OutboxChannel::mail || row.bytes.empty()) continue;
        if (stop()) {
            store_.mark_outbox(row.id, OutboxState::pending, row.last_reply, std::nullopt,
                               row.fence);
            continue;
        }
        send(row, now);
        ++taken;
    }
    return stop() ? taken : static_cast<int>(rows.size());
}

// Renders and proves what has no bytes yet and marks the whole batch as talking, in one commit:
// from here on a death leaves rows that may have left. A row that must not leave is failed and
// loses its bytes.
void OutboxSender::prepare(std::vector<OutboxRow>& rows, Instant now) {
    store_.in_transaction([&] {
        for (auto& row : rows) {
            std::string fault;
            if (row.bytes.empty()) {
                row.bytes = render(row, now, fault);
                if (fault.empty()) store_.store_rendered(row.id, row.bytes);
            }
            if (fault.empty()) {
                store_.mark_outbox(row.id, OutboxState::talking, row.last_reply, std::nullopt,
                                   row.fence);
                continue;
            }
            // Nothing sent unproved: a person must look at what the document says.
            row.bytes.clear();
            record(row, {OutboxState::failed, cat("not sent: ", fault), std::nullopt});
        }
    });
}

// A file is named after its row and holds the row's bytes: written again after a death it is the
// same file. So the whole batch's files share one commit.
void OutboxSender::write_interchanges(std::vector<OutboxRow>& rows, Instant now) {
    std::vector<std::pair<const OutboxRow*, Outcome>> written;
    for (const auto& row : rows) {
        if (row.channel != OutboxChannel::edi_folder || row.bytes.empty()) continue;
        try {
            written.emplace_back(&row, write_edi(row));
        } catch (const std::system_error& fault) {
            written.emplace_back(
                &row, Outcome{OutboxState::retry, fault.what(), now + settings_.first_retry});
        }
    }
    if (written.empty()) return;
    store_.in_transaction([&] {
        for (const auto& [row, outcome] : written)
            record(*row, outcome);
    });
}

// The exact bytes, made once. `fault`: why they must not leave.
std::string OutboxSender::render(const OutboxRow& row, Instant now, std::string& fault) const {
    if (row.channel == OutboxChannel::mail) return render_mail(row, now, fault);
    return row.answer.house ? render_paper(row, now, fault) : render_interchange(row, now, fault);
}

// A paper of the house that a department gets as a file: the PDF alone.
std::string OutboxSender::render_paper(const OutboxRow& row, Instant now,
                                       std::string& fault) const {
    if (!settings_.papers) {
        fault = "nothing draws papers here";
        return {};
    }
    auto papers = settings_.papers(row.answer, Zone(settings_.seller.zone).date_of(now));
    if (papers && papers->size() == 1) return std::move(papers->front().bytes);
    fault = papers ? "it has no paper" : papers.error();
    return {};
}

std::string OutboxSender::render_interchange(const OutboxRow& row, Instant now,
                                             std::string& fault) const {
    const LocalTime wall = Zone(settings_.seller.zone).local(now);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(wall.since_midnight).count();
    // The row's own number is unique among all that we ever send.
    const EdiStamp stamp{
        .reference = std::to_string(row.id),
        .date = wall.date,
        .time = cat(minutes / 600, minutes / 60 % 10, minutes % 60 / 10, minutes % 10)};
    auto bytes = render_edi(row.answer, settings_.seller, stamp);
    if (!bytes) {
        fault = bytes.error();
        return {};
    }
    fault = prove_edi(*bytes, row.answer).value_or("");
    return std::move(*bytes);
}

std::string OutboxSender::render_mail(const OutboxRow& row, Instant now, std::string& fault) const {
    const RenderedMail mail = renderer_.render(row.answer, settings_.seller);
    fault = prove_mail(mail, row.answer, renderer_.words(row.answer.language)).value_or("");
    if (!fault.empty()) return {};
    std::vector<parsers::email::OutgoingAttachment> attached;
    if (settings_.papers) {
        auto papers = settings_.papers(row.answer, Zone(settings_.seller.zone).date_of(now));
        if (!papers) {
            fault = papers.error();
            return {};
        }
        attached = std::move(*papers);
    }
    auto references = row.answer.references;
    if (!row.answer.in_reply_to.empty()) references.push_back(row.answer.in_reply_to);
    const std::string tag = settings_.reply_tags ? row.answer.reply_token : std::string{};
    const parsers::email::OutgoingMail out{
        .from = {settings_.from_address, settings_.from_name},
        .to = {{row.recipient,
                stays_inside(row.answer.kind) ? std::string() : row.answer.customer_name}},
        .subject = mail.subject,
        .date = to_iso(now).substr(0, 19) + "+00:00",
        .message_id = row.mail_id,
        .in_reply_to = row.answer.in_reply_to,
        .references = std::move(references),
        .auto_submitted = answers_something(row.answer) ? "auto-replied" : "auto-generated",
        .text = mail.text,
        .html = mail.html,
        .attachments = std::move(attached),
        // Nobody's vacation notice is wanted back.
        .extra = {{"X-Auto-Response-Suppress", "All"}},
        .reply_to = {tagged_address(settings_.from_address, tag), settings_.from_name}};
    auto composed = parsers::email::compose_mail(out);
    if (composed) return std::move(*composed);
    fault = composed.error();
    return {};
}

// One mail, one commit right after the server's word: the window in which a death sends it twice is
// as small as it can be.
void OutboxSender::send(const OutboxRow& row, Instant now) {
    Outcome outcome;
    try {
        outcome = send_mail(row, now);
    } catch (const std::system_error& fault) {
        // The password's file is gone, say: this row waits its turn like any other that could not
        // leave.
        outcome = {OutboxState::retry, fault.what(), now + settings_.first_retry};
    }
    try {
        record(row, outcome);
    } catch (const LeaseLost& lost) {
        log::warning("outbox.lease_lost", {{"row", row.id}, {"reason", lost.what()}});
    }
}

void OutboxSender::record(const OutboxRow& row, const Outcome& outcome) {
    store_.mark_outbox(row.id, outcome.state, outcome.reply, outcome.next_attempt, row.fence);
    const bool sent = outcome.state == OutboxState::sent;
    log::write(sent ? log::Level::info : log::Level::warning,
               sent                                   ? "answer.sent"
               : outcome.state == OutboxState::failed ? "answer.failed"
                                                      : "answer.waits",
               {{"row", row.id},
                {"message", row.message_id},
                {"case", row.answer.case_no},
                {"order", row.answer.official_no},
                {"kind", kind_of(row)},
                {"to", row.recipient},
                {"mail_id", row.mail_id},
                {"reply", outcome.reply}});
}

OutboxSender::Outcome OutboxSender::send_mail(const OutboxRow& row, Instant now) {
    // A bounce goes to the envelope's sender: tagged, it says of itself what it is about.
    const std::string tag = settings_.reply_tags ? row.answer.reply_token : std::string{};
    const auto outcomes = smtp_.send({.from = tagged_address(settings_.bounce_address, tag),
                                      .to = {row.recipient},
                                      .message = row.bytes});
    return after(row, outcomes.front(), now);
}

OutboxSender::Outcome OutboxSender::after(const OutboxRow& row, const SmtpOutcome& outcome,
                                          Instant now) const {
    const std::string reply =
        outcome.code > 0 ? cat(outcome.code, " ", outcome.text) : outcome.text;
    switch (outcome.kind) {
    case SmtpOutcome::Kind::delivered:
        return {OutboxState::sent, reply, std::nullopt};
    case SmtpOutcome::Kind::failed:
        return {OutboxState::failed, reply, std::nullopt};
    case SmtpOutcome::Kind::unknown:
        if (row.attempts >= settings_.unknown_attempts)
            return {OutboxState::ambiguous, cat("given up, may have arrived: ", reply),
                    std::nullopt};
        return {OutboxState::ambiguous, reply, now + settings_.unknown_retry};
    case SmtpOutcome::Kind::retry:
        break;
    }
    if (outcome.needs_admin) log::error("smtp.needs_admin", {{"reason", reply}});
    auto pause = settings_.first_retry;
    auto waited = pause;
    for (int i = 1; i < row.attempts && waited < settings_.give_up; ++i) {
        pause = std::min(pause * 2, settings_.longest_retry);
        waited += pause;
    }
    if (waited >= settings_.give_up)
        return {OutboxState::failed, cat("given up after ", row.attempts, " attempts: ", reply),
                std::nullopt};
    return {OutboxState::retry, reply, now + pause};
}

// Under its own number: written again after a death it is the same file.
OutboxSender::Outcome OutboxSender::write_paper(const OutboxRow& row) const {
    const bool slip = row.answer.kind == AnswerKind::outbound_slip;
    const auto& folder = slip ? settings_.warehouse_papers : settings_.finance_papers;
    if (folder.empty())
        return {OutboxState::failed,
                cat("papers.", slip ? "warehouse" : "finance", "_folder is not set"), std::nullopt};
    const std::string& number = row.answer.house->number;
    if (!is_plain_name(number))
        return {OutboxState::failed, "the paper's number is no file name", std::nullopt};
    std::filesystem::create_directories(folder);
    write_durably(folder / cat(number, ".pdf"), row.bytes);
    return {OutboxState::sent, cat("written as ", number, ".pdf"), std::nullopt};
}

OutboxSender::Outcome OutboxSender::write_edi(const OutboxRow& row) const {
    if (row.answer.house) return write_paper(row);
    if (settings_.edi_out.empty())
        return {OutboxState::failed, "answers.edi_out is not set", std::nullopt};
    if (!is_plain_name(row.recipient))
        return {OutboxState::failed, "the customer number is no folder name", std::nullopt};
    const auto folder = settings_.edi_out / row.recipient;
    std::filesystem::create_directories(folder);
    write_durably(folder / file_name_of(row), row.bytes);
    return {OutboxState::sent, cat("written as ", file_name_of(row)), std::nullopt};
}

} // namespace besteld
