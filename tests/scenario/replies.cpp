// SPDX-License-Identifier: Apache-2.0
// What comes back: replies with all their traces or only one of them, bounces, vacation notices;
// and what time brings.

#include "facts.hpp"

#include "base/zone.hpp"
#include "flow/due.hpp"
#include "order/reply_token.hpp"

namespace besteld::scenario {

namespace {

using Text = const std::string&;

constexpr std::string_view ours = "orders@noordkade.example";

// Which of the traces of our mail a customer's mail program kept.
bool keeps(const std::string& trace, std::string_view which) {
    return trace.empty() || trace == which;
}

std::string quoted(const std::string& text, const std::string& trace, const std::string& token) {
    std::string out = "\nOp 2 mrt 2026 om 09:15 schreef Noordkade:\n";
    for (const auto line : split(text, '\n'))
        if (keeps(trace, "text") || line.find(token) == std::string_view::npos)
            out += cat("> ", line, "\n");
    return out;
}

std::string reply_to(Stage& s, const OutboxRow& row, const Match& m, const std::string& words) {
    static int count = 0;
    const std::string trace = at(m, "trace");
    const std::string& token = row.answer.reply_token;
    const std::string rendered = s.rendered(row).text;
    const auto subject = rendered.substr(0, rendered.find('\n'));
    const std::string to =
        tagged_address(std::string(ours), keeps(trace, "address") ? token : std::string());
    std::string mail = cat("From: ", at(m, "address"), "\nTo: ", to,
                           "\nSubject: Re: ", keeps(trace, "subject") ? subject : "uw mail",
                           "\nMessage-ID: <reply.", ++count,
                           "@mail.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n");
    if (keeps(trace, "reference")) mail += cat("In-Reply-To: <", row.mail_id, ">\n");
    mail += "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    return cat(mail, words, "\n", quoted(rendered.substr(rendered.find('\n') + 1), trace, token));
}

// Header fields in the subject are beyond these texts: a mail with letters above ASCII in its
// subject is not what a reply is told by.
std::string ascii(std::string text) {
    std::string out;
    bool head = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\n\n") == 0) head = false;
        const bool plain = static_cast<unsigned char>(text[i]) < 0x80;
        if (plain || !head) out += text[i];
    }
    return out;
}

void replies(Stage& s, const Match& m, Text text) {
    const OutboxRow row = answer(s, m);
    const std::string words = m.contains("words") ? at(m, "words") : text;
    s.arrive("orders", "", replace_all(ascii(reply_to(s, row, m, words)), "\n", "\r\n"));
}

// RFC 3464, as Postfix writes it, with the head of our mail behind it.
void bounces(Stage& s, const Match& m, Text) {
    const OutboxRow row = answer(s, m);
    const std::string mail = cat(
        "Return-Path: <>\nFrom: MAILER-DAEMON@mail.example (Mail Delivery System)\nTo: ", ours,
        "\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <bounce.", row.id,
        "@mail.example>\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: "
        "multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: "
        "text/plain\n\nI could not deliver it.\n\n--b\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mail.example\n\nFinal-Recipient: rfc822; ",
        row.recipient,
        "\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n--b\n"
        "Content-Type: text/rfc822-headers\n\nFrom: ",
        ours, "\nMessage-ID: <", row.mail_id, ">\n\n--b--\n");
    s.arrive("orders", "", replace_all(mail, "\n", "\r\n"));
}

void is_away(Stage& s, const Match& m, Text) {
    const OutboxRow row = answer(s, m);
    const std::string mail = cat(
        "From: ", at(m, "address"), "\nTo: ", ours, "\nSubject: Afwezig\nMessage-ID: <away.",
        row.id, "@mail.example>\nIn-Reply-To: <", row.mail_id,
        ">\nAuto-Submitted: auto-replied\nContent-Type: text/plain\n\nIk ben tot maandag afwezig. "
        "Waar is mijn bestelling 4500017? 1A\n");
    s.arrive("orders", "", replace_all(mail, "\n", "\r\n"));
}

// A minute's look at what is due, until nothing is.
void time_passes(Stage& s, const Match& m, Text) {
    s.set_clock(at(m, "date"), at(m, "time"));
    for (int looks = 0; looks < 20 && do_due(s.store(), s.flow(), s.now()) > 0; ++looks) {
    }
}

void everything_is_sent(Stage& s, const Match&, Text) {
    for (const auto& row : s.store().outbox_in_state(OutboxState::pending, 100))
        s.store().mark_outbox(row.id, OutboxState::sent, "250 ok", std::nullopt);
}

std::string_view name_of(OutboxState state) {
    switch (state) {
    case OutboxState::pending:
        return "pending";
    case OutboxState::talking:
        return "talking";
    case OutboxState::sent:
        return "sent";
    case OutboxState::retry:
        return "retry";
    case OutboxState::failed:
        return "failed";
    case OutboxState::ambiguous:
        return "ambiguous";
    case OutboxState::held:
        return "held";
    }
    return "?";
}

void stands(Stage& s, const Match& m, Text) {
    const OutboxRow row = answer(s, m);
    expect_same("the answer", at(m, "state"), std::string(name_of(row.state)));
    if (m.contains("why")) expect_words("why", at(m, "why"), row.last_reply);
}

void event_says(Stage& s, const Match& m, Text) {
    std::string all;
    for (const auto& row : s.store().events(s.the_case().id))
        if (row.step.event == at(m, "event")) all += cat(row.step.reason, "\n");
    expect_words("the event", at(m, "words"), all);
}

void credit(Stage& s, const Match& m, Text) {
    const auto of = s.store().mail_credit(s.the_case().message_id);
    expect_same("mails paid for", at(m, "spent"), std::to_string(of.spent));
    expect_same("mails earned", at(m, "earned"), std::to_string(of.earned));
}

} // namespace

const std::vector<Words>& about_replies() {
    static const std::vector<Words> all{
        {"when", "mail from <address> answers <channel> <kind> with <words...>", replies},
        {"when", "mail from <address> answers <channel> <kind> by <trace> with <words...>",
         replies},
        {"when", "mail from <address> answers <channel> <kind>", replies},
        {"when", "answer <channel> <kind> bounces", bounces},
        {"when", "mail from <address> says nobody is there about <channel> <kind>", is_away},
        {"when", "time passes until <date> <time>", time_passes},
        {"when", "everything is sent", everything_is_sent},
        {"when", "<login> gives it up",
         [](Stage& s, const Match& m, Text) { s.done(s.desk().expire(s.action(at(m, "login")))); }},
        {"then", "answer <channel> <kind> is <state>", stands},
        {"then", "answer <channel> <kind> is <state> because <why...>", stands},
        {"then", "event <event> says <words...>", event_says},
        {"then", "finding <check> says <words...>",
         [](Stage& s, const Match& m, Text) {
             expect_words("the finding", at(m, "words"), finding(s, m).ordered);
         }},
        {"then", "<spent> of <earned> mails are spent", credit},
    };
    return all;
}

} // namespace besteld::scenario
