// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace besteld::parsers {

// The encodings in which orders are met; anything else is refused by name, never guessed.
enum class TextEncoding { utf8, utf16_le, utf16_be, iso_8859_1, iso_8859_15, windows_1252 };

struct EncodingFault {
    std::size_t offset = 0; // of the first byte that is no character of the encoding
    std::string text;
};

// What the first bytes say: a byte order mark, or the zero bytes of UTF-16 around '<' or an ASCII
// letter. utf8 when they say nothing.
TextEncoding encoding_from_first_bytes(std::string_view bytes);
// IANA name without regard to case; nothing when the encoding is not one of ours.
std::expected<TextEncoding, EncodingFault> encoding_by_name(std::string_view name);
// Without the byte order mark. Strict: a byte sequence that is no character is a fault.
std::expected<std::string, EncodingFault> to_utf8(std::string_view bytes, TextEncoding charset);

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

} // namespace besteld::parsers
