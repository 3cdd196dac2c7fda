// SPDX-License-Identifier: Apache-2.0
#pragma once

// One code point at a time, and which kind of character it is to the tokeniser.

#include <cstdint>
#include <string>
#include <string_view>

namespace besteld::parsers {

struct Character {
    char32_t point = 0;
    std::uint32_t length = 0; // bytes, 0 at the end of the text
    char ascii = 0;           // itself, or the ASCII form of a full-width character; else 0
};

// An ill-formed byte is one character U+FFFD.
Character character_at(std::string_view text, std::size_t at);

bool is_ideograph(char32_t point);
bool is_space(const Character& c); // not the line end
bool is_digit(const Character& c);
bool is_letter(const Character& c); // Latin, not ideographs
void append_utf8(std::string& out, char32_t point);
// Full-width forms as ASCII: ＮＹ－０８１５ is NY-0815.
std::string narrow(std::string_view text);

} // namespace besteld::parsers
