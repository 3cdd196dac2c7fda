// SPDX-License-Identifier: Apache-2.0
#include "parsers/read_mail.hpp"

#include "base/text.hpp"
#include "parsers/email/delivery_report.hpp"
#include "parsers/email/html_text.hpp"
#include "parsers/email/message.hpp"
#include "parsers/formats.hpp"
#include "parsers/text/beside_wishes.hpp"
#include "parsers/text/read_text.hpp"

#include <algorithm>
#include <map>

namespace besteld::parsers {

namespace {

using email::MailMessage;
using email::MailPart;

bool is_body(const MailPart& part) {
    return part.disposition != "attachment" && part.info.name.empty() &&
           (part.info.content_type == "text/plain" || part.info.content_type == "text/html");
}

bool is_decoration(const MailPart& part) {
    const bool picture = part.info.content_type.starts_with("image/");
    return (picture && part.disposition != "attachment") ||
           part.info.content_type == "application/pgp-signature" ||
           part.info.content_type == "application/pkcs7-signature" ||
           part.info.content_type == "text/calendar";
}

// The body in one of its forms: HTML when only that exists or when it holds a table, else the plain
// text.
struct Body {
    std::uint32_t part = 0;
    std::string text;
};

std::string html_body(MailPart& part) {
    auto html = email::html_to_text(email::part_text(part));
    // What a clerk is shown, and what places point into, is the text and not its markup.
    part.info.text = html.text.substr(0, shown_at_most);
    return html.text;
}

bool has_data_table(const MailPart& part) {
    const auto html = email::html_to_text(email::part_text(part));
    return std::ranges::any_of(
        html.tables, [](const email::HtmlTable& t) { return !t.holds_table && t.rows.size() > 1; });
}

std::vector<Body> bodies_of(MailMessage& mail) {
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < mail.parts.size(); ++i) {
        auto& part = mail.parts[i];
        if (!is_body(part)) continue;
        const bool html = part.info.content_type == "text/html";
        auto* before = bodies.empty() ? nullptr : &mail.parts[bodies.back().part];
        const bool alternative =
            before && before->parent == part.parent && part.parent != email::no_node &&
            mail.structure[part.parent].content_type == "multipart/alternative";
        if (alternative && html && !has_data_table(part) && !trim(bodies.back().text).empty()) {
            html_body(part);
            part.info.read_as = "alternative";
            continue;
        }
        if (alternative) {
            before->info.read_as = "alternative";
            bodies.pop_back();
        }
        part.info.read_as = "body";
        bodies.push_back(
            {static_cast<std::uint32_t>(i), html ? html_body(part) : email::part_text(part)});
    }
    return bodies;
}

bool is_order_like(const OrderDraft& draft) {
    return draft.document_class == DocumentClass::order ||
           draft.document_class == DocumentClass::order_change ||
           draft.document_class == DocumentClass::order_cancellation;
}

std::string item_key(const LineDraft& line) {
    const auto& id = line.seller_item ? line.seller_item : line.gtin ? line.gtin : line.buyer_item;
    return id ? normalise_code(id->value) : std::string{};
}

// "Zie bijlage, alvast bedankt." and the sender's own name under it: what stands in every covering
// mail and asks for nothing. Anything with a digit in it may be a condition and is not among these.
bool is_cover_note(const std::string& text, const MailAddress& from) {
    if (text.find_first_of("0123456789") != std::string::npos) return false;
    static constexpr std::string_view notes[] = {
        "bijlage",    "bijgaand",  "bijgevoegd", "attached", "attachment", "enclosed",
        "anbei",      "im anhang", "beigefügt",  "anlage",   "ci-joint",   "pièce jointe",
        "en adjunto", "adjunto",   "附件",       "附上"};
    const std::string folded = fold_case(text);
    if (folded.size() < 80 &&
        std::ranges::any_of(notes, [&](auto note) { return folded.contains(note); }))
        return true;
    return folded.size() < 40 &&
           (fold_case(from.name).contains(folded) || fold_case(from.address).starts_with(folded));
}

// What the body says beside an attachment that holds the order: remarks go along for a person, a
// quantity that differs is a contradiction.
void hold_against(OrderDraft& order, const OrderDraft& prose, const MailAddress& from) {
    std::map<std::string, std::string> quantities;
    for (const auto& line : order.lines)
        if (!item_key(line).empty() && line.quantity)
            quantities[item_key(line)] = line.quantity->value;
    for (const auto& line : prose.lines) {
        const auto stated = quantities.find(item_key(line));
        if (!line.quantity || stated == quantities.end() || stated->second == line.quantity->value)
            continue;
        order.problems.push_back({.severity = Severity::error,
                                  .place = line.quantity->place,
                                  .code = "mail.text_contradicts",
                                  .text = cat("the mail's text says ", line.quantity->value, " of ",
                                              stated->first, ", the attachment ", stated->second),
                                  .hint = "ask the customer which of them holds"});
    }
    for (const auto& unread : prose.unread)
        if (!is_cover_note(unread.value, from)) order.unread.push_back(unread);
    order.notes.insert(order.notes.end(), prose.notes.begin(), prose.notes.end());
}

class MailReader {
public:
    MailReader(std::string_view bytes, const ReadHint& hint, const Partners& partners)
        : mail_(email::split_mail(bytes)), hint_(hint), partners_(partners) {}

    Reading read() {
        reading_.format = "email";
        reading_.mail = mail_.head;
        reading_.problems = mail_.problems;
        reading_.report = email::read_delivery_report(mail_);
        const auto bodies = bodies_of(mail_);
        read_attachments();
        for (const auto& body : bodies)
            read_body(body);
        std::ranges::move(wishes_, std::back_inserter(reading_.documents));
        for (auto& part : mail_.parts)
            reading_.parts.push_back(std::move(part.info));
        // The subject as a part of its own, so that what was read in it has a place too.
        reading_.parts.push_back({.index = subject_part(),
                                  .name = "Subject",
                                  .content_type = "text/plain",
                                  .size = mail_.head.subject.size(),
                                  .text = mail_.head.subject,
                                  .read_as = "subject"});
        return std::move(reading_);
    }

private:
    std::uint32_t subject_part() const {
        return static_cast<std::uint32_t>(reading_.parts.empty() ? mail_.parts.size()
                                                                 : reading_.parts.size());
    }

    bool is_report() const {
        const MailHead& head = mail_.head;
        const bool daemon = starts_with_ignoring_case(head.from.address, "mailer-daemon") ||
                            starts_with_ignoring_case(head.from.address, "postmaster@");
        const bool list = !head.list_id.empty() || equal_ignoring_case(head.precedence, "bulk") ||
                          equal_ignoring_case(head.precedence, "list") ||
                          equal_ignoring_case(head.precedence, "junk");
        return daemon || list || head.return_path == "<>" ||
               std::ranges::any_of(mail_.structure, [](const email::MailNode& node) {
                   return node.content_type == "multipart/report";
               });
    }

    void read_attachments() {
        for (auto& part : mail_.parts) {
            if (is_body(part) || !part.info.read_as.empty()) continue;
            if (is_decoration(part)) {
                part.info.read_as = "picture";
                continue;
            }
            ReadHint hint = hint_;
            hint.file_name = part.info.name;
            hint.content_type = part.info.content_type;
            if (part.info.text.empty()) part.info.text = showable_text(part.bytes);
            auto parsed = read_part(part.bytes, part.info, hint, partners_);
            append(std::move(parsed));
        }
    }

    void append(Parsed parsed) {
        for (auto& draft : parsed.documents)
            reading_.documents.push_back(std::move(draft));
        for (auto& problem : parsed.problems)
            reading_.problems.push_back(std::move(problem));
    }

    void read_body(const Body& body) {
        const auto& inner = mail_.heads[mail_.parts[body.part].message];
        const TextSource source{.text = body.text,
                                .subject = inner.subject,
                                .part = body.part,
                                .subject_part = subject_part(),
                                .received_date = hint_.received_date,
                                .sent_date = inner.date.substr(0, 10),
                                .is_reply = !mail_.head.in_reply_to.empty(),
                                .beside_order = has_order(),
                                .layouts = hint_.layouts};
        std::vector<Problem> problems;
        auto read = read_text(source, problems);
        take_wishes(read);
        auto& prose = read.main;
        if (!prose) return;
        // A bounce, a daemon's report or a list's mail quotes whatever it is about; it orders
        // nothing itself.
        if (is_report()) {
            prose->document_class = DocumentClass::other;
            prose->lines.clear();
        }
        const auto order = std::ranges::find_if(reading_.documents, is_order_like);
        if (order != reading_.documents.end() &&
            (is_order_like(*prose) || prose->document_class == DocumentClass::other)) {
            hold_against(*order, *prose, mail_.head.from);
            return;
        }
        reading_.problems.insert(reading_.problems.end(), problems.begin(), problems.end());
        reading_.documents.push_back(std::move(*prose));
    }

    bool has_order() const { return std::ranges::any_of(reading_.documents, is_order_like); }

    // Questions and complaints are documents of their own, after what the text says besides.
    void take_wishes(parsers::TextReading& read) {
        if (read.wishes.empty()) return;
        if (is_report()) {
            if (!read.main) read.main = std::move(read.wishes.front());
            return;
        }
        if (!has_order()) drop_pleasantries(read);
        std::ranges::move(read.wishes, std::back_inserter(wishes_));
    }

    MailMessage mail_;
    const ReadHint& hint_;
    const Partners& partners_;
    std::vector<OrderDraft> wishes_;
    Reading reading_;
};

} // namespace

Reading read_mail(std::string_view bytes, const ReadHint& hint, const Partners& partners) {
    return MailReader(bytes, hint, partners).read();
}

} // namespace besteld::parsers
