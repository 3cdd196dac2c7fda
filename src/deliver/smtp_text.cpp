// SPDX-License-Identifier: Apache-2.0
#include "deliver/smtp_text.hpp"

#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace besteld {

namespace {

// RFC 5321 4.5.3.1 asks for 512; servers exceed it.
constexpr std::size_t max_reply_line = 4096;
constexpr std::size_t max_reply_lines = 100;
// RFC 5322 2.1.1
constexpr std::size_t max_message_line = 998;

bool is_atom_character(char c) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
}

// Dot-string only: a quoted local part is legal, but no customer has one, and it is where injection
// begins.
bool is_local_part(std::string_view local) {
    return !local.empty() && local.size() <= 64 && std::ranges::all_of(local, is_atom_character) &&
           !local.starts_with('.') && !local.ends_with('.') &&
           local.find("..") == std::string_view::npos;
}

bool is_domain(std::string_view domain) {
    if (domain.empty() || domain.size() > 255) return false;
    for (const auto label : split(domain, '.')) {
        const bool letters = std::ranges::all_of(label, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-';
        });
        if (label.empty() || label.size() > 63 || !letters || label.starts_with('-') ||
            label.ends_with('-'))
            return false;
    }
    return true;
}

// UTS 46, as libcurl does not (mail.md A3).
std::optional<std::string> to_ascii_domain(std::string_view domain) {
    if (std::ranges::all_of(domain, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return std::string(domain);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(
        UIDNA_USE_STD3_RULES | UIDNA_NONTRANSITIONAL_TO_ASCII, status));
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    icu::IDNAInfo info;
    idna->nameToASCII_UTF8(
        icu::StringPiece(domain.data(), static_cast<std::int32_t>(domain.size())), sink, info,
        status);
    if (U_FAILURE(status) || info.hasErrors()) return std::nullopt;
    return out;
}

std::string printable(std::string_view line) {
    auto text = to_valid_utf8(line);
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return text;
}

} // namespace

std::expected<std::string, std::string> check_smtp_address(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) return std::unexpected("the address has no @");
    const auto local = address.substr(0, at);
    if (!is_local_part(local))
        return std::unexpected("the part before the @ is not one we can send to");
    const auto domain = to_ascii_domain(address.substr(at + 1));
    if (!domain || !is_domain(*domain))
        return std::unexpected("the part after the @ is not a domain");
    auto checked = cat(local, '@', *domain);
    if (checked.size() > 254) return std::unexpected("the address is longer than 254 characters");
    return checked;
}

std::expected<std::string, std::string> to_smtp_data(std::string_view message) {
    std::string data;
    data.reserve(message.size() + message.size() / 32 + 8);
    while (!message.empty()) {
        const auto end = std::min(message.find_first_of("\r\n"), message.size());
        const auto line = message.substr(0, end);
        if (line.find('\0') != std::string_view::npos)
            return std::unexpected("the message holds a NUL");
        if (line.size() > max_message_line)
            return std::unexpected("the message has a line over 998 octets");
        if (line.starts_with('.')) data += '.';
        data += line;
        data += "\r\n";
        const bool pair = message.substr(end).starts_with("\r\n");
        message.remove_prefix(std::min(end + (pair ? 2 : 1), message.size()));
    }
    data += ".\r\n";
    return data;
}

std::string SmtpReply::text() const {
    return printable(join(lines, " "));
}

std::expected<std::optional<SmtpReply>, std::string> SmtpReplyParser::next() {
    for (;;) {
        const auto end = waiting_.find('\n');
        if (std::min(end, waiting_.size()) > max_reply_line)
            return std::unexpected("a reply line over the limit");
        if (end == std::string::npos) return std::nullopt;
        auto line = waiting_.substr(0, end);
        waiting_.erase(0, end + 1);
        if (line.ends_with('\r')) line.pop_back();
        const bool digits = line.size() >= 3 && line[0] >= '2' && line[0] <= '5' &&
                            line[1] >= '0' && line[1] <= '9' && line[2] >= '0' && line[2] <= '9';
        const char mark = line.size() > 3 ? line[3] : ' ';
        if (!digits || (mark != ' ' && mark != '-'))
            return std::unexpected(cat("not an SMTP reply: ", printable(line.substr(0, 80))));
        const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
        if (!under_way_.lines.empty() && code != under_way_.code)
            return std::unexpected("a reply whose lines disagree on the code");
        under_way_.code = code;
        under_way_.lines.push_back(line.substr(std::min<std::size_t>(4, line.size())));
        if (mark == ' ') return std::exchange(under_way_, {});
        if (under_way_.lines.size() >= max_reply_lines)
            return std::unexpected("a reply of too many lines");
    }
}

} // namespace besteld
