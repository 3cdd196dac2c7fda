// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/characters.hpp"

namespace besteld::parsers {

namespace {

// The ASCII form of full-width letters, digits and signs (U+FF01 to U+FF5E) and of the Chinese
// punctuation that stands for one.
char ascii_form(char32_t point) {
    if (point < 0x80) return static_cast<char>(point);
    if (point >= 0xFF01 && point <= 0xFF5E) return static_cast<char>(point - 0xFEE0);
    switch (point) {
    case 0x3002:
        return '.';
    case 0x3001:
        return ',';
    case 0x00D7:
        return 'x';
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    case 0x2022:
    case 0x00B7:
        return '*';
    case 0x2018:
    case 0x2019:
        return '\'';
    default:
        return 0;
    }
}

} // namespace

Character character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1, static_cast<char>(first)};
    const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || at + length > text.size()) return {0xFFFD, 1, 0};
    char32_t point = first & (0xFFU >> (length + 1));
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1, 0};
        point = (point << 6) | (byte(at + i) & 0x3FU);
    }
    return {point, length, ascii_form(point)};
}

bool is_ideograph(char32_t point) {
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF);
}

bool is_space(const Character& c) {
    return c.point == ' ' || c.point == '\t' || c.point == '\r' || c.point == 0xA0 ||
           c.point == 0x3000 || (c.point >= 0x2000 && c.point <= 0x200B) || c.point == 0xFEFF ||
           c.point == 0x202F;
}

bool is_digit(const Character& c) {
    return c.ascii >= '0' && c.ascii <= '9';
}

bool is_letter(const Character& c) {
    if ((c.ascii >= 'a' && c.ascii <= 'z') || (c.ascii >= 'A' && c.ascii <= 'Z')) return true;
    return (c.point >= 0xC0 && c.point <= 0x24F && c.point != 0xD7 && c.point != 0xF7) ||
           c.point == 0xB5 || c.point == 0x3BC;
}

void append_utf8(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

std::string narrow(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.length == 3 && c.ascii != 0)
            out += c.ascii;
        else
            out += text.substr(at, c.length);
        at += c.length;
    }
    return out;
}

} // namespace besteld::parsers
