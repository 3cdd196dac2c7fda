// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/compose_header.hpp"

#include "base/text.hpp"
#include "parsers/email/mail_date.hpp"

#include <sodium.h>

#include <algorithm>

namespace besteld::parsers::email {

namespace {

constexpr std::size_t word_bytes = 45; // base64 of 45 bytes is 60; with =?utf-8?B? and ?= 72 ≤ 75
constexpr std::size_t longest_plain = 200; // longer words without a blank cannot be folded
constexpr std::size_t longest_name = 255;

bool is_control(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
}
bool is_plain_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}
bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string base64(std::string_view bytes) {
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back(); // the terminating NUL
    return out;
}

// RFC 2047 words of at most 75 bytes, cut between characters, parted by one blank.
std::string encoded_words(std::string_view utf8) {
    std::vector<std::string> words;
    while (!utf8.empty()) {
        std::size_t length = std::min(utf8.size(), word_bytes);
        while (length < utf8.size() && length > 1 &&
               (static_cast<unsigned char>(utf8[length]) & 0xC0U) == 0x80U)
            --length;
        words.push_back(cat("=?utf-8?B?", base64(utf8.substr(0, length)), "?="));
        utf8.remove_prefix(length);
    }
    return join(words, " ");
}

bool needs_words(std::string_view text) {
    const auto words = split(text, ' ');
    return !is_plain_ascii(text) || text.contains("=?") || text.starts_with(' ') ||
           text.ends_with(' ') || std::ranges::any_of(words, [](std::string_view word) {
               return word.size() > longest_plain;
           });
}

std::optional<std::string> value_fault(std::string_view field, std::string_view value) {
    if (std::ranges::any_of(value, is_control))
        return cat(field, " holds a control character, which could break out of the field");
    if (!is_utf8(value)) return cat(field, " is not UTF-8");
    return std::nullopt;
}

// What goes between < and >, or into an SMTP command: no way to end it early.
std::optional<std::string> id_fault(std::string_view field, std::string_view id) {
    const bool good = !id.empty() && id.size() <= 320 && is_plain_ascii(id) &&
                      id.find_first_of(" <>,;\"\\()") == std::string_view::npos &&
                      id.find('@') != 0 && id.find('@') == id.rfind('@') &&
                      id.find('@') < id.size() - 1;
    if (good) return std::nullopt;
    return cat(field, ": \"", to_valid_utf8(id.substr(0, 80)), "\" cannot be written",
               is_plain_ascii(id) ? ""
                                  : "; a domain that is not ASCII must be given in its xn-- form");
}

std::optional<std::string> addresses_fault(std::string_view field,
                                           const std::vector<MailAddress>& addresses) {
    for (const auto& address : addresses) {
        if (auto fault = id_fault(field, address.address)) return fault;
        if (auto fault = value_fault(field, address.name)) return fault;
    }
    return std::nullopt;
}

bool is_token(std::string_view text) {
    return !text.empty() && text.size() <= 70 && std::ranges::all_of(text, [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '.' || c == '+';
    });
}

bool is_media_type(std::string_view type) {
    const std::size_t slash = type.find('/');
    return slash != std::string_view::npos && is_token(type.substr(0, slash)) &&
           is_token(type.substr(slash + 1));
}

std::optional<std::string> attachments_fault(const OutgoingMail& mail) {
    for (const auto& attachment : mail.attachments) {
        if (auto fault = value_fault("attachment name", attachment.name)) return fault;
        if (attachment.name.size() > longest_name)
            return cat("an attachment name is longer than ", longest_name);
        // multipart and message must not be encoded in base64 (RFC 2045 6.4)
        if (!is_media_type(attachment.content_type) ||
            attachment.content_type.starts_with("multipart/") ||
            attachment.content_type.starts_with("message/"))
            return cat("\"", to_valid_utf8(attachment.content_type),
                       "\" is no content type for an attachment");
    }
    return std::nullopt;
}

std::optional<std::string> extra_fault(const OutgoingMail& mail) {
    for (const auto& [name, value] : mail.extra) {
        if (!starts_with_ignoring_case(name, "X-") || !is_token(name))
            return cat("\"", to_valid_utf8(name), "\" is no X- field");
        if (auto fault = value_fault(name, value)) return fault;
    }
    return std::nullopt;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace

std::optional<std::string> header_fault(const OutgoingMail& mail) {
    if (mail.to.empty()) return "no recipient";
    if (to_mail_date(mail.date).empty())
        return cat("\"", to_valid_utf8(mail.date), "\" is no date with offset");
    if (auto fault = addresses_fault("From", {mail.from})) return fault;
    if (!mail.reply_to.address.empty())
        if (auto fault = addresses_fault("Reply-To", {mail.reply_to})) return fault;
    if (auto fault = addresses_fault("To", mail.to)) return fault;
    if (auto fault = addresses_fault("Cc", mail.cc)) return fault;
    if (auto fault = id_fault("Message-ID", mail.message_id)) return fault;
    if (auto fault = value_fault("Subject", mail.subject)) return fault;
    if (!mail.auto_submitted.empty() && !is_token(mail.auto_submitted))
        return "Auto-Submitted is no single word";
    std::vector<std::string> ids = mail.references;
    if (!mail.in_reply_to.empty()) ids.push_back(mail.in_reply_to);
    for (const auto& id : ids) {
        // Foreign ids are odd at times; only what would break out is refused.
        if (id.empty() || id.size() > 900 || !is_plain_ascii(id) ||
            id.find_first_of(" <>") != std::string::npos)
            return cat("\"", to_valid_utf8(id.substr(0, 80)), "\" cannot stand in References");
    }
    if (auto fault = attachments_fault(mail)) return fault;
    if (!is_utf8(mail.text) || !is_utf8(mail.html)) return "the text is not UTF-8";
    return extra_fault(mail);
}

std::string unstructured_text(std::string_view utf8) {
    return needs_words(utf8) ? encoded_words(utf8) : std::string(utf8);
}

std::string address_text(const MailAddress& address) {
    if (address.name.empty()) return address.address;
    const bool atoms = std::ranges::all_of(address.name, [](char c) {
        return is_alphanumeric(c) || c == ' ' || c == '-' || c == '_';
    });
    const std::string name = needs_words(address.name) ? encoded_words(address.name)
                             : atoms                   ? address.name
                                                       : email::quoted(address.name);
    return cat(name, " <", address.address, ">");
}

std::string address_list_text(const std::vector<MailAddress>& addresses) {
    std::vector<std::string> texts;
    for (const auto& address : addresses)
        texts.push_back(address_text(address));
    return join(texts, ", ");
}

std::string file_name_parameters(std::string_view utf8) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string ascii;
    std::string percent;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continuation = (byte & 0xC0U) == 0x80U;
        if (c >= ' ' && c <= '~') {
            ascii += c;
        } else if (!continuation) {
            ascii += '_';
        }
        if (is_alphanumeric(c) || c == '.' || c == '-' || c == '_') {
            percent += c;
        } else {
            percent += cat("%", digits[byte >> 4], digits[byte & 15U]);
        }
    }
    std::string out = cat("filename=", email::quoted(ascii));
    if (!is_plain_ascii(utf8)) out += cat("; filename*=utf-8''", percent);
    return out;
}

} // namespace besteld::parsers::email
