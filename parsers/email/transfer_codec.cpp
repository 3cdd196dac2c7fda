// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/transfer_codec.hpp"

#include "parsers/email/lines.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace besteld::parsers::email {

namespace {

constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64_and_blanks =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n";

constexpr std::array<std::int8_t, 256> base64_values() {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < base64_alphabet.size(); ++i)
        values[static_cast<unsigned char>(base64_alphabet[i])] = static_cast<std::int8_t>(i);
    return values;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

// Whole groups of four and nothing else: pieces that were encoded one by one.
bool is_more_base64(std::string_view text) {
    if (text.find_first_not_of(base64_and_blanks) != std::string_view::npos) return false;
    return std::ranges::count_if(
               text.substr(std::min(text.find_first_not_of("= \t\r\n"), text.size())),
               [](char c) { return !is_space(c); }) %
               4 ==
           0;
}

// The byte that "=XX" at `at` stands for, or -1.
int escaped_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return -1;
    const int high = hex_value(text[at + 1]);
    const int low = hex_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// One line without its line end. Returns whether the line ends in a soft break.
bool decode_qp_line(std::string_view line, Decoded& out) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    const bool soft = !line.empty() && line.back() == '=';
    if (soft) line.remove_suffix(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '=') {
            out.bytes += line[i];
        } else if (const int byte = escaped_byte(line, i); byte >= 0) {
            out.bytes += static_cast<char>(byte);
            i += 2;
        } else {
            out.bytes += '=';
            ++out.faults;
        }
    }
    return soft;
}

void decode_uu_line(std::string_view line, Decoded& out) {
    const auto value = [&](std::size_t i) {
        return i < line.size() ? static_cast<unsigned>(line[i] - ' ') & 0x3FU : 0U;
    };
    std::size_t left = value(0);
    for (std::size_t i = 1; left > 0; i += 4) {
        const unsigned bits =
            value(i) << 18 | value(i + 1) << 12 | value(i + 2) << 6 | value(i + 3);
        for (int shift = 16; shift >= 0 && left > 0; shift -= 8, --left)
            out.bytes += static_cast<char>(bits >> shift & 0xFFU);
    }
}

} // namespace

Decoded decode_base64(std::string_view text) {
    static constexpr auto values = base64_values();
    Decoded out;
    out.bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int digits = 0;
    const auto flush = [&] {
        if (digits == 1) ++out.faults;
        if (digits >= 2) out.bytes += static_cast<char>(bits >> (digits == 2 ? 4 : 10) & 0xFFU);
        if (digits == 3) out.bytes += static_cast<char>(bits >> 2 & 0xFFU);
        bits = 0;
        digits = 0;
    };
    bool rest_is_known = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int value = values[static_cast<unsigned char>(text[i])];
        if (value >= 0) {
            bits = bits << 6 | static_cast<std::uint32_t>(value);
            if (++digits < 4) continue;
            for (const int shift : {16, 8, 0})
                out.bytes += static_cast<char>(bits >> shift & 0xFFU);
            bits = 0;
            digits = 0;
        } else if (text[i] == '=' && digits > 1) {
            flush();
            if (rest_is_known) continue;
            rest_is_known = true;
            if (is_more_base64(text.substr(i + 1))) continue;
            out.ignored = text.size() - i - 1;
            return out;
        } else if (text[i] != '=' && !is_space(text[i])) {
            ++out.faults;
        }
    }
    flush();
    return out;
}

Decoded decode_quoted_printable(std::string_view text) {
    Decoded out;
    out.bytes.reserve(text.size());
    Lines lines(text);
    while (const auto line = lines.next()) {
        const bool soft = decode_qp_line(line->text, out);
        if (!soft)
            out.bytes += text.substr(line->begin + line->text.size(),
                                     line->end - line->begin - line->text.size());
    }
    return out;
}

Decoded decode_uuencode(std::string_view text) {
    Decoded out;
    Lines lines(text);
    bool begun = false;
    while (const auto line = lines.next()) {
        if (!begun) {
            begun = line->text.starts_with("begin ");
        } else if (line->text == "end") {
            return out;
        } else if (!line->text.empty()) {
            decode_uu_line(line->text, out);
        }
    }
    ++out.faults;
    return out;
}

std::string decode_q_word(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = text[i] == '=' ? escaped_byte(text, i) : -1;
        if (byte >= 0) i += 2;
        out += byte >= 0 ? static_cast<char>(byte) : text[i] == '_' ? ' ' : text[i];
    }
    return out;
}

std::string encode_quoted_printable(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    Lines lines(text);
    while (const auto line = lines.next()) {
        std::size_t column = 0;
        for (std::size_t i = 0; i < line->text.size(); ++i) {
            const char c = line->text[i];
            const bool last = i + 1 == line->text.size();
            // "From " and "." at a line's start are escaped so that no relay alters them.
            const bool touchy = column == 0 && (c == '.' || c == 'F' || c == '-');
            const bool plain = (c > ' ' && c <= '~' && c != '=' && !touchy) || (c == ' ' && !last);
            const std::size_t width = plain ? 1 : 3;
            if (column + width > (last ? 76U : 75U)) {
                out += "=\r\n";
                column = 0;
            }
            const auto byte = static_cast<unsigned char>(c);
            if (plain) {
                out += c;
            } else {
                out += '=';
                out += digits[byte >> 4];
                out += digits[byte & 15U];
            }
            column += width;
        }
        if (line->end > line->begin + line->text.size()) out += "\r\n";
    }
    return out;
}

} // namespace besteld::parsers::email
