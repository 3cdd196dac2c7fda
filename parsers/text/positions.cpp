// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/positions.hpp"

#include "parsers/text/line_words.hpp"

namespace besteld::parsers {

namespace {

bool is_behind_position(const Passage& p, std::size_t i, std::size_t last) {
    if (i >= last) return false;
    if (is_punctuation(p.tokens[i], ":")) return true;
    const auto word = line_word_at(p.tokens, i);
    return word &&
           (word->meaning == LineWord::item_label || word->meaning == LineWord::buyer_item_label ||
            word->meaning == LineWord::seller_item_label);
}

} // namespace

std::optional<LinePosition> position_at(const Passage& p, std::size_t i, std::size_t last) {
    const auto word = i < last ? line_word_at(p.tokens, i) : std::nullopt;
    if (!word) return std::nullopt;
    // "Item 10:" is a place in the list, "Item 4711" an article.
    const bool item = p.tokens[i].text == "item" && word->length == 1;
    if (word->meaning != LineWord::position && !item) return std::nullopt;
    std::size_t at = i + word->length;
    while (at < last && is_punctuation(p.tokens[at], ".:"))
        ++at;
    if (at >= last || p.tokens[at].text.empty() || p.tokens[at].text.size() > 6)
        return std::nullopt;
    const bool digits = p.tokens[at].text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || (item && !is_behind_position(p, at + 1, last))) return std::nullopt;
    return LinePosition{at, at + 1};
}

} // namespace besteld::parsers
