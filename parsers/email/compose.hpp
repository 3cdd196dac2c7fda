// SPDX-License-Identifier: Apache-2.0
#pragma once

// Mails that we write (RFC 5322, RFC 2045 to 2049, RFC 2231). The same input gives the same bytes,
// so that a mail sent a second time is the same mail.

#include "order/reading.hpp"

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace besteld::parsers::email {

struct OutgoingAttachment {
    std::string name;         // UTF-8, at most 255 bytes
    std::string content_type; // "application/pdf"
    std::string bytes;
};

struct OutgoingMail {
    MailAddress from;
    std::vector<MailAddress> to; // at least one
    std::vector<MailAddress> cc;
    std::string subject;
    std::string date;        // "2026-03-02T09:15:00+01:00"
    std::string message_id;  // without the angle brackets; the boundaries are derived from it
    std::string in_reply_to; // or empty
    std::vector<std::string> references; // old chain, then the parent
    std::string auto_submitted;          // "auto-replied", "auto-generated" (RFC 3834 5), or empty
    std::string text;
    std::string html; // or empty
    std::vector<OutgoingAttachment> attachments;
    std::vector<std::pair<std::string, std::string>> extra; // "X-…" fields and their values
    MailAddress reply_to = {};                              // without an address: none
};

// The mail with CRLF line ends and no line longer than 998 bytes, in 7 bits. A CR, LF, NUL or other
// control character in a header value is an error, as is an address that is not plain ASCII.
std::expected<std::string, std::string> compose_mail(const OutgoingMail& mail);

} // namespace besteld::parsers::email
