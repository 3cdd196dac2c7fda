// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which lines of a mail the sender wrote for us: without quoted mails, reply headers, signatures
// and disclaimers. A forward is turned round: the inner mail is the text (domain.md 7.2 step 3).

#include <cstdint>
#include <string_view>
#include <vector>

namespace besteld::parsers {

enum class LineKind { blank, own, header, quoted, signature, disclaimer };

struct TextLine {
    std::uint32_t begin = 0; // without the line end
    std::uint32_t end = 0;
    LineKind kind = LineKind::own;
};

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool empty() const { return begin >= end; }
};

struct Blocks {
    std::vector<TextLine> lines;
    bool forwarded = false;
    Span inner_sender;  // what the From: line inside the text says
    Span inner_subject; // what its Subject: line says
};

Blocks find_blocks(std::string_view text, std::string_view subject);

} // namespace besteld::parsers
