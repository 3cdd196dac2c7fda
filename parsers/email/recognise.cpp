// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/recognise.hpp"

#include "base/text.hpp"
#include "parsers/email/header.hpp"
#include "parsers/email/lines.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::email {

namespace {

struct Reason {
    std::string_view code;
    std::string_view text;
    std::string_view hint;
};

bool type_is(const MailPart& part, std::initializer_list<std::string_view> types) {
    return std::ranges::find(types, part.info.content_type) != types.end();
}

bool is_tnef(const MailPart& part) {
    return type_is(part, {"application/ms-tnef", "application/vnd.ms-tnef"}) ||
           equal_ignoring_case(part.info.name, "winmail.dat") ||
           part.bytes.starts_with("\x78\x9F\x3E\x22"); // MS-OXTNEF 2.1.3.1 TNEFSignature
}

bool is_smime(const MailPart& part) {
    return type_is(part, {"application/pkcs7-mime", "application/x-pkcs7-mime"}) ||
           to_lower_ascii(part.info.name).ends_with(".p7m");
}

// A digit, blank or "<<" must follow: /EncryptMetadata and text about encryption do not count.
bool is_encrypted_pdf(const MailPart& part) {
    const std::string_view bytes = part.bytes;
    if (!bytes.substr(0, 1024).contains("%PDF-")) return false;
    for (std::size_t at = bytes.find("/Encrypt"); at != std::string_view::npos;
         at = bytes.find("/Encrypt", at + 8)) {
        const std::string_view rest = bytes.substr(at + 8, 4);
        const std::size_t first = rest.find_first_not_of(" \r\n\t");
        if (first == std::string_view::npos) continue;
        if ((rest[first] >= '0' && rest[first] <= '9' && first > 0) ||
            rest.substr(first).starts_with("<<"))
            return true;
    }
    return false;
}

// "begin 644 name" and a line of the length that its first character states.
bool holds_uuencode(const MailPart& part) {
    if (!part.info.content_type.starts_with("text/")) return false;
    Lines lines(part.bytes);
    bool begun = false;
    while (const auto line = lines.next()) {
        const std::string_view text = line->text;
        if (begun) {
            const std::size_t count =
                text.empty() ? 0 : static_cast<std::size_t>(text[0] - ' ') & 0x3FU;
            if (count > 0 && text.size() >= 1 + (count + 2) / 3 * 4 - 1 &&
                text.size() <= count * 2 + 8)
                return true;
        }
        const bool mode =
            text.size() > 10 && text.starts_with("begin ") &&
            std::ranges::all_of(text.substr(6, 3), [](char c) { return c >= '0' && c <= '7'; });
        begun = mode && text.substr(9, 2).contains(' ');
    }
    return false;
}

Reason reason_for(const MailPart& part) {
    if (is_tnef(part))
        return {"mime.tnef", "Outlook wrapped the attachments into winmail.dat (TNEF)",
                "Ask the sender to send as HTML or plain text, or open the attachment with a TNEF "
                "viewer."};
    if (is_smime(part))
        return {"mime.smime", "the content is inside an S/MIME envelope",
                "Open the mail in a mail program that holds the key, or ask for the order "
                "unencrypted."};
    if (type_is(part, {"application/pgp-encrypted"}) ||
        part.bytes.starts_with("-----BEGIN PGP MESSAGE-----"))
        return {"mime.pgp", "the content is encrypted with PGP",
                "Ask the sender for the order unencrypted."};
    if (is_encrypted_pdf(part))
        return {"mime.pdf_encrypted", "the PDF is encrypted",
                "Ask the sender for the PDF without a password."};
    if (type_is(part, {"message/partial"}))
        return {"mime.partial", "the mail is one piece of a divided message (message/partial)",
                "Ask the sender to send the order in one mail."};
    if (type_is(part, {"message/external-body"}))
        return {"mime.external",
                "the content lies elsewhere and is only pointed to (message/external-body)",
                "Ask the sender to attach it."};
    if (holds_uuencode(part))
        return {"mime.uuencode", "a file is uuencoded within the text",
                "Open the mail in a mail program."};
    return {};
}

} // namespace

void recognise_unreadable(const MailPart& part, std::vector<Problem>& problems) {
    const Reason reason = reason_for(part);
    if (reason.code.empty()) return;
    std::string where = cat("part ", part.info.index + 1);
    if (!part.info.name.empty()) where += cat(" (", part.info.name, ")");
    problems.push_back({.severity = Severity::error,
                        .place = {.part = part.info.index, .where = std::move(where)},
                        .code = std::string(reason.code),
                        .text = std::string(reason.text),
                        .hint = std::string(reason.hint)});
}

bool looks_like_mail(std::string_view bytes, const ReadHint& hint) {
    const Limits limits;
    const std::string_view head = bytes.substr(0, limits.header_block);
    const HeaderBlock block = read_header(head, Level::message, limits);
    const std::string name = to_lower_ascii(hint.file_name);
    const bool told =
        name.ends_with(".eml") || starts_with_ignoring_case(hint.content_type, "message/rfc822");
    // Fields that a mail has and other texts with colons (a note, YAML, a form) do not have
    // together.
    static constexpr std::array fields = {
        "From",        "To",           "Subject",      "Date",         "Message-ID", "Received",
        "Return-Path", "MIME-Version", "Content-Type", "Delivered-To", "Reply-To",   "Cc"};
    static constexpr std::array machine_fields = {"Message-ID",   "Received",     "Return-Path",
                                                  "MIME-Version", "Content-Type", "Delivered-To",
                                                  "X-Mailer",     "References"};
    const auto present = [&](const char* field) { return block.find(field) != nullptr; };
    const auto known = std::ranges::count_if(fields, present);
    if (told) return known > 0;
    const bool sent = block.find("From") && block.find("Date");
    return known >= 2 && block.bad_lines < 5 &&
           (sent || std::ranges::any_of(machine_fields, present));
}

} // namespace besteld::parsers::email
