// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "check/item_words.hpp"

#include <array>

namespace besteld {

namespace {

// Enough for any description; a longer text is no item name.
constexpr std::size_t longest_text = 400;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// One code point of valid UTF-8 beginning at `at`; its length in bytes is that of the piece.
std::string_view piece_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return text.substr(at, length);
}

// Folded Latin letters without their accent (U+00E0 to U+00FF): people leave it out.
constexpr std::array<std::string_view, 32> without_accent{
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "",  "y"};

// U+0080 to U+00BF, U+2000 to U+206F, U+3000 to U+303F and U+FF00 to U+FFEF hold signs, not
// letters.
bool is_sign(std::string_view piece) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(piece[i]); };
    if (piece.size() == 2) return byte(0) == 0xC2;
    if (piece.size() != 3) return false;
    if (byte(0) == 0xE2) return byte(1) == 0x80 || byte(1) == 0x81;
    if (byte(0) == 0xE3) return byte(1) == 0x80;
    return byte(0) == 0xEF && byte(1) >= 0xBC;
}

// "４０ｍｍ" as "40mm": U+FF01 to U+FF5E are ASCII in full width.
std::string narrow(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view piece = piece_at(text, i);
        i += piece.size();
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(piece[k]); };
        if (piece.size() == 3 && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
            const int code = ((byte(1) & 0x3F) << 6) + (byte(2) & 0x3F) + 0xF000 - 0xFF00 + 0x20;
            if (code > 0x20 && code < 0x7F) {
                out += static_cast<char>(code);
                continue;
            }
        }
        out += piece;
    }
    return out;
}

// One spelling for what people write in several ways.
std::string one_spelling(std::string_view utf8) {
    std::string text = fold_case(narrow(to_valid_utf8(utf8.substr(0, longest_text))));
    struct Pair {
        std::string_view written;
        std::string_view spelled;
    };
    constexpr auto pairs = std::to_array<Pair>({{"×", " x "},
                                                {"*", " x "},
                                                {"µ", "μ"},
                                                {"²", "2"},
                                                {"gr/m2", "gsm"},
                                                {"gram/m2", "gsm"},
                                                {"g/m2", "gsm"},
                                                {"克/平方米", "gsm"}});
    for (const Pair& pair : pairs)
        text = replace_all(std::move(text), pair.written, pair.spelled);
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view piece = piece_at(text, i);
        i += piece.size();
        const bool accented = piece.size() == 2 && piece[0] == '\xC3' && piece[1] >= '\xA0';
        if (accented)
            out += without_accent[static_cast<unsigned char>(piece[1]) - 0xA0U];
        else
            out += piece;
    }
    return out;
}

// Where the number that begins at `at` ends: digits, with one point or comma between digits.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    const bool fraction =
        end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]);
    if (!fraction) return end;
    ++end;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    return end;
}

bool is_letter(std::string_view piece) {
    if (piece.size() == 1) return piece[0] >= 'a' && piece[0] <= 'z';
    return !is_sign(piece);
}

} // namespace

bool is_cjk(std::string_view word) {
    return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xE3;
}

namespace {

// "50mmx66m": the "x" between two sizes is no part of the unit.
void split_off_times(std::vector<TextToken>& tokens) {
    if (tokens.size() < 3 || !tokens.back().number || !tokens.back().glued) return;
    TextToken& unit = tokens[tokens.size() - 2];
    if (unit.number || !unit.glued || unit.text.size() < 2 || !unit.text.ends_with('x')) return;
    const std::string shorter = unit.text.substr(0, unit.text.size() - 1);
    if (!tokens[tokens.size() - 3].number || !dimension_unit(shorter)) return;
    unit.text = shorter;
    tokens.insert(tokens.end() - 1, TextToken{.text = "x", .glued = true});
}

} // namespace

std::vector<TextToken> tokens_of(std::string_view utf8) {
    const std::string text = one_spelling(utf8);
    std::vector<TextToken> tokens;
    std::size_t before = std::string::npos; // where the last token ended
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view piece = piece_at(text, i);
        std::size_t end = i;
        if (is_digit(text[i])) {
            end = end_of_number(text, i);
        } else if (piece == "%") {
            end = i + 1;
        } else {
            // Latin letters and Chinese characters are different words even without a blank.
            while (end < text.size() && is_letter(piece_at(text, end)) &&
                   is_cjk(piece_at(text, end)) == is_cjk(piece))
                end += piece_at(text, end).size();
        }
        if (end == i) {
            i += piece.size();
            continue;
        }
        tokens.push_back({.text = replace_all(text.substr(i, end - i), ",", "."),
                          .number = is_digit(text[i]),
                          .glued = before == i});
        split_off_times(tokens);
        before = i = end;
    }
    return tokens;
}

} // namespace besteld
