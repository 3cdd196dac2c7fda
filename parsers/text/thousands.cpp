// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/tokens.hpp"

#include <algorithm>

namespace besteld::parsers {

namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_group_gap(std::string_view gap, std::string_view language) {
    if (gap == "\xC2\xA0" || gap == "\xE2\x80\xAF" || gap == "\xE2\x80\x89") return true;
    return gap == " " && language == "fr";
}

// Three digits, of the last group also with decimals: "500", "500,25".
bool is_group(const Token& token) {
    const std::string_view digits = token.text;
    const auto all = [](std::string_view t) { return std::ranges::all_of(t, is_ascii_digit); };
    const bool kind = token.kind == TokenKind::number || token.kind == TokenKind::identifier;
    return kind && digits.size() >= 3 && all(digits.substr(0, 3)) &&
           (digits.size() == 3 ||
            ((digits[3] == ',' || digits[3] == '.') && digits.size() > 4 && all(digits.substr(4))));
}

} // namespace

void join_thousands(std::string_view text, std::string_view language, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        Token& first = tokens[i];
        const bool begins = first.kind == TokenKind::number && first.text.size() <= 3 &&
                            first.text[0] != '0' && std::ranges::all_of(first.text, is_ascii_digit);
        if (!begins) continue;
        while (i + 1 < tokens.size() && is_group(tokens[i + 1]) &&
               is_group_gap(text.substr(tokens[i].end, tokens[i + 1].begin - tokens[i].end),
                            language)) {
            const bool last = tokens[i + 1].text.size() > 3;
            tokens[i].text += tokens[i + 1].text;
            tokens[i].end = tokens[i + 1].end;
            tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            if (last) break;
        }
    }
}

} // namespace besteld::parsers
