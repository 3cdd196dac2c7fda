// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/compose.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "parsers/email/compose_header.hpp"
#include "parsers/email/lines.hpp"
#include "parsers/email/mail_date.hpp"
#include "parsers/email/transfer_codec.hpp"

#include <mimetic/mimetic.h>

#include <memory>
#include <optional>
#include <sstream>

namespace besteld::parsers::email {

namespace {

constexpr std::size_t max_line = 998; // RFC 5322 2.1.1

using Entity = mimetic::MimeEntity;

void add_field(Entity& entity, const std::string& name, const std::string& value) {
    mimetic::Field field;
    field.name(name);
    field.value(value); // written as it is, folded at blanks
    entity.header().push_back(field);
}

// mimetic's body owns its parts.
void add_part(Entity& parent, std::unique_ptr<Entity> part) {
    parent.body().parts().push_back(part.release());
}

// "=_" cannot occur in base64 nor in quoted-printable, so no body can hold a boundary.
std::string boundary(const OutgoingMail& mail, std::string_view level) {
    return cat("=_", sha256_hex(cat(mail.message_id, "/", level)).substr(0, 32));
}

void make_multipart(Entity& entity, std::string_view type, const std::string& mark) {
    add_field(entity, "Content-Type", cat(type, "; boundary=\"", mark, "\""));
}

void fill_text(Entity& entity, std::string_view type, std::string_view text) {
    add_field(entity, "Content-Type", cat(type, "; charset=utf-8"));
    add_field(entity, "Content-Transfer-Encoding", "quoted-printable");
    entity.body().set(encode_quoted_printable(text));
}

void fill_bodies(Entity& entity, const OutgoingMail& mail) {
    if (mail.html.empty()) return fill_text(entity, "text/plain", mail.text);
    make_multipart(entity, "multipart/alternative", boundary(mail, "alternative"));
    auto plain = std::make_unique<Entity>();
    fill_text(*plain, "text/plain", mail.text);
    add_part(entity, std::move(plain));
    auto html = std::make_unique<Entity>();
    fill_text(*html, "text/html", mail.html);
    add_part(entity, std::move(html));
}

std::unique_ptr<Entity> make_attachment(const OutgoingAttachment& attachment) {
    auto entity = std::make_unique<Entity>();
    add_field(*entity, "Content-Type", attachment.content_type);
    add_field(*entity, "Content-Disposition",
              cat("attachment; ", file_name_parameters(attachment.name)));
    add_field(*entity, "Content-Transfer-Encoding", "base64");
    entity->body().set(attachment.bytes);
    mimetic::Base64::Encoder base64;
    entity->body().code(base64);
    return entity;
}

std::string bracketed(const std::vector<std::string>& ids) {
    std::vector<std::string> out;
    for (const auto& id : ids)
        out.push_back(cat("<", id, ">"));
    return join(out, " ");
}

void fill_header(Entity& entity, const OutgoingMail& mail) {
    add_field(entity, "Date", to_mail_date(mail.date));
    add_field(entity, "From", address_text(mail.from));
    if (!mail.reply_to.address.empty()) add_field(entity, "Reply-To", address_text(mail.reply_to));
    add_field(entity, "To", address_list_text(mail.to));
    if (!mail.cc.empty()) add_field(entity, "Cc", address_list_text(mail.cc));
    add_field(entity, "Subject", unstructured_text(mail.subject));
    add_field(entity, "Message-ID", bracketed({mail.message_id}));
    if (!mail.in_reply_to.empty()) add_field(entity, "In-Reply-To", bracketed({mail.in_reply_to}));
    if (!mail.references.empty()) add_field(entity, "References", bracketed(mail.references));
    if (!mail.auto_submitted.empty()) add_field(entity, "Auto-Submitted", mail.auto_submitted);
    for (const auto& [name, value] : mail.extra)
        add_field(entity, name, unstructured_text(value));
    add_field(entity, "MIME-Version", "1.0");
}

std::expected<std::string, std::string> with_crlf(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 50);
    Lines lines(text);
    while (const auto line = lines.next()) {
        if (line->text.size() > max_line)
            return std::unexpected(cat("a line of the mail has ", line->text.size(), " bytes; ",
                                       max_line, " are allowed: ", line->text.substr(0, 40), "…"));
        out += line->text;
        out += "\r\n";
    }
    return out;
}

} // namespace

std::expected<std::string, std::string> compose_mail(const OutgoingMail& mail) {
    if (const auto fault = header_fault(mail)) return std::unexpected(*fault);
    Entity entity;
    fill_header(entity, mail);
    if (mail.attachments.empty()) {
        fill_bodies(entity, mail);
    } else {
        make_multipart(entity, "multipart/mixed", boundary(mail, "mixed"));
        auto bodies = std::make_unique<Entity>();
        fill_bodies(*bodies, mail);
        add_part(entity, std::move(bodies));
        for (const auto& attachment : mail.attachments)
            add_part(entity, make_attachment(attachment));
    }
    std::ostringstream out;
    out << entity;
    return with_crlf(out.str());
}

} // namespace besteld::parsers::email
