// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The notations of SMTP (RFC 5321), without a network.
namespace besteld {

// The address as it may stand between "<" and ">": ASCII, an international domain in its A-label
// form. The error says what is wrong. Nothing that could end the command or begin another one ever
// passes.
std::expected<std::string, std::string> check_smtp_address(std::string_view address);

// Every line end CR LF, leading dots doubled (RFC 5321 4.5.2), the terminating dot line at the end:
// whatever the bytes hold, the receiver sees one message and no command. The error: a NUL, or a
// line over 998 octets.
std::expected<std::string, std::string> to_smtp_data(std::string_view message);

struct SmtpReply {
    int code = 0;                   // 200 to 599
    std::vector<std::string> lines; // without the codes
    std::string text() const;       // the lines joined by a blank, printable
};

// Replies out of bytes, whatever their cut. A fault is for ever.
class SmtpReplyParser {
public:
    // Nothing while no whole reply is there.
    std::expected<std::optional<SmtpReply>, std::string> next();
    void feed(std::string_view bytes) { waiting_ += bytes; }
    // Bytes that no command asked for.
    bool has_leftover() const { return !waiting_.empty(); }

private:
    std::string waiting_;
    SmtpReply under_way_;
};

} // namespace besteld
