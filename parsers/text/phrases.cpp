// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/phrases.hpp"

namespace besteld::parsers {

std::size_t phrase_length(std::span<const Token> tokens, std::size_t at, std::string_view phrase) {
    std::size_t used = 0;
    while (!phrase.empty()) {
        const std::size_t blank = phrase.find(' ');
        const std::string_view word = phrase.substr(0, blank);
        if (used > 0 && at + used < tokens.size() && tokens[at + used].kind == TokenKind::line_end)
            ++used;
        if (at + used >= tokens.size() || tokens[at + used].text != word) return 0;
        ++used;
        if (blank == std::string_view::npos) break;
        phrase.remove_prefix(blank + 1);
    }
    return used;
}

} // namespace besteld::parsers
