// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mail taken apart (RFC 5322, RFC 2045 to 2049): its head, its leaf parts decoded, and what was
// odd about it. Nothing is dropped: what cannot be divided or decoded comes out as a part with its
// raw bytes and a problem that names it.

#include "order/draft.hpp"
#include "order/reading.hpp"
#include "parsers/email/limits.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::email {

inline constexpr std::uint32_t no_node = 0xFFFFFFFF;

// RFC 3676: how the lines of a text part are to be read.
enum class TextFlow { fixed, flowed, flowed_delsp };

struct MailPart {
    PartInfo info;            // `text` is filled for text parts
    std::string bytes;        // decoded
    std::string disposition;  // "inline", "attachment" or empty
    std::string content_id;   // without the angle brackets
    std::string charset_used; // of `info.text`; empty when the part is no text
    TextFlow flow = TextFlow::fixed;
    std::uint32_t parent = no_node; // index into MailMessage::structure
    std::uint32_t message = 0;      // index into MailMessage::heads: 0 is the mail itself
};

// A multipart or an enclosed message; leaf parts hang on these.
struct MailNode {
    std::string content_type; // "multipart/alternative", "message/rfc822" …
    std::uint32_t parent = no_node;
    std::uint32_t depth = 0;
    std::uint32_t message = 0; // the message whose header this node stands in
};

struct MailMessage {
    MailHead head;
    std::vector<MailPart> parts; // leaf parts in the order of the mail; PartInfo::index counts them
    std::vector<MailNode> structure; // parents before children
    std::vector<MailHead>
        heads; // [0] equals `head`; then those of enclosed messages in their order
    std::vector<Problem> problems; // codes "mime.…"
};

MailMessage split_mail(std::string_view bytes, const Limits& limits = {});

// The whole text of a part as UTF-8, also where PartInfo::text was cut at its limit: charset as
// declared (for HTML: also by its meta element), NUL as U+FFFD, flowed lines joined (RFC 3676).
std::string part_text(const MailPart& part);

// True when the bytes begin like a mail. Never true for EDI, XML, CSV or prose with colons.
bool looks_like_mail(std::string_view bytes, const ReadHint& hint);

} // namespace besteld::parsers::email
