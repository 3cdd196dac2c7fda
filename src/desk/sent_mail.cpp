// SPDX-License-Identifier: Apache-2.0
#include "desk/sent_mail.hpp"

#include "parsers/email/message.hpp"

#include <algorithm>

namespace besteld {

SentMail take_apart(std::string_view bytes) {
    auto mail = parsers::email::split_mail(bytes);
    SentMail sent{.head = std::move(mail.head), .parts = {}};
    const bool plain = std::ranges::any_of(mail.parts, [](const auto& part) {
        return part.info.content_type == "text/plain" && part.disposition != "attachment";
    });
    for (auto& part : mail.parts) {
        const bool attached = part.disposition == "attachment";
        const bool html = part.info.content_type == "text/html" && !attached;
        if (html && plain) continue;
        SentPart one{.index = part.info.index,
                     .name = std::move(part.info.name),
                     .content_type = part.info.content_type,
                     .size = part.bytes.size()};
        if (!attached && !html) one.text = std::move(part.info.text);
        sent.parts.push_back(std::move(one));
    }
    return sent;
}

std::optional<std::string> part_bytes(std::string_view bytes, std::uint32_t index) {
    auto mail = parsers::email::split_mail(bytes);
    for (auto& part : mail.parts)
        if (part.info.index == index) return std::move(part.bytes);
    return std::nullopt;
}

} // namespace besteld
