// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

namespace detail {
inline void append_one(std::string& out, std::string_view text) {
    out += text;
}
inline void append_one(std::string& out, char c) {
    out += c;
}
template <std::integral T>
    requires(!std::same_as<T, char> && !std::same_as<T, bool>)
void append_one(std::string& out, T number) {
    out += std::to_string(number);
}
} // namespace detail

// The pieces one after another: cat("segment ", 14, " (", tag, ")"). libstdc++ 12 has no
// std::format.
template <typename... Pieces>
std::string cat(const Pieces&... pieces) {
    std::string out;
    (detail::append_one(out, pieces), ...);
    return out;
}

// ASCII blanks, tabs and line ends off both ends.
std::string_view trim(std::string_view text);
// ASCII only; other bytes stay as they are.
std::string to_lower_ascii(std::string_view text);
std::string to_upper_ascii(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);               // ASCII
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix); // ASCII
// Every piece, empty ones too.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& pieces, std::string_view separator);
std::string replace_all(std::string text, std::string_view what, std::string_view with);

// Well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);
// Nothing but bytes from blank to tilde: the text is its own UTF-8 and holds no control character.
bool is_printable_ascii(std::string_view bytes);
// Each maximal ill-formed piece becomes U+FFFD.
std::string to_valid_utf8(std::string_view bytes);
// Unicode case folding (ICU), for comparing names; input must be UTF-8.
std::string fold_case(std::string_view utf8);
// Levenshtein distance over code points, for "did you mean" and look-alike names.
std::size_t edit_distance(std::string_view a, std::string_view b);

// Upper case, without blanks, dashes, dots, slashes and underscores: how order numbers and item
// codes are compared (domain.md O03, 5.3 M1).
std::string normalise_code(std::string_view text);

} // namespace besteld
