// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/charset.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace besteld::parsers {
namespace {

void append_utf8(std::string& out, std::uint32_t c) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
    if (c < 0x10000) {
        return put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
    }
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
}

// windows-1252, bytes 0x80 to 0x9F; 0 = not assigned
constexpr std::array<std::uint16_t, 32> windows_1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint32_t latin(unsigned char byte, TextEncoding charset) {
    if (charset == TextEncoding::windows_1252 && byte >= 0x80 && byte < 0xA0)
        return windows_1252_high[byte - 0x80u];
    if (charset != TextEncoding::iso_8859_15) return byte;
    switch (byte) { // the eight places where ISO 8859-15 differs from ISO 8859-1
    case 0xA4:
        return 0x20AC;
    case 0xA6:
        return 0x0160;
    case 0xA8:
        return 0x0161;
    case 0xB4:
        return 0x017D;
    case 0xB8:
        return 0x017E;
    case 0xBC:
        return 0x0152;
    case 0xBD:
        return 0x0153;
    case 0xBE:
        return 0x0178;
    default:
        return byte;
    }
}

std::expected<std::string, EncodingFault> from_latin(std::string_view bytes, TextEncoding charset) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto c = latin(byte, charset);
        if (c == 0 && byte != 0)
            return std::unexpected(EncodingFault{i, "a byte that windows-1252 does not assign"});
        append_utf8(out, c);
    }
    return out;
}

std::expected<std::string, EncodingFault> from_utf16(std::string_view bytes, TextEncoding charset) {
    if (bytes.size() % 2 != 0)
        return std::unexpected(
            EncodingFault{bytes.size(), "UTF-16 text of an odd number of bytes"});
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(
            charset == TextEncoding::utf16_le ? first | (second << 8) : second | (first << 8));
    };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        std::uint32_t c = unit(i);
        if (i == 0 && c == 0xFEFF) continue;
        if (c >= 0xD800 && c < 0xE000) {
            const auto low = c < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF)
                return std::unexpected(EncodingFault{i, "half a UTF-16 surrogate pair"});
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        append_utf8(out, c);
    }
    return out;
}

// The start of the first line that is not UTF-8: near enough to find it in an editor.
std::size_t first_bad_line(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        if (!is_utf8(bytes.substr(at, end - at))) return at;
        at = end + 1;
    }
    return bytes.size();
}

} // namespace

TextEncoding encoding_from_first_bytes(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return TextEncoding::utf16_le;
    if (bytes.starts_with("\xFE\xFF")) return TextEncoding::utf16_be;
    if (bytes.size() < 4) return TextEncoding::utf8;
    if (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0)
        return TextEncoding::utf16_le;
    if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0)
        return TextEncoding::utf16_be;
    return TextEncoding::utf8;
}

std::expected<TextEncoding, EncodingFault> encoding_by_name(std::string_view name) {
    const std::string lower = to_lower_ascii(name);
    if (lower == "utf-8" || lower == "utf8" || lower == "us-ascii" || lower == "ascii")
        return TextEncoding::utf8;
    if (lower == "iso-8859-1" || lower == "latin1" || lower == "iso8859-1")
        return TextEncoding::iso_8859_1;
    if (lower == "iso-8859-15" || lower == "iso8859-15") return TextEncoding::iso_8859_15;
    if (lower == "windows-1252" || lower == "cp1252") return TextEncoding::windows_1252;
    if (lower == "utf-16le") return TextEncoding::utf16_le;
    if (lower == "utf-16be") return TextEncoding::utf16_be;
    return std::unexpected(EncodingFault{
        0, cat("the encoding \"", name,
               "\"; we read UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 and windows-1252")});
}

std::expected<std::string, EncodingFault> to_utf8(std::string_view bytes, TextEncoding charset) {
    switch (charset) {
    case TextEncoding::utf8:
        if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
        if (is_utf8(bytes)) return std::string(bytes);
        return std::unexpected(EncodingFault{first_bad_line(bytes), "bytes that are not UTF-8"});
    case TextEncoding::utf16_le:
    case TextEncoding::utf16_be:
        return from_utf16(bytes, charset);
    case TextEncoding::iso_8859_1:
    case TextEncoding::iso_8859_15:
    case TextEncoding::windows_1252:
        return from_latin(bytes, charset);
    }
    return std::unexpected(EncodingFault{0, "an unknown encoding"});
}

} // namespace besteld::parsers
