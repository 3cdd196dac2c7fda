// SPDX-License-Identifier: Apache-2.0
#include "check/phrase_key.hpp"

#include "base/text.hpp"
#include "check/item_words.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::size_t longest_key = 200;

std::string one_micron(const std::string& word) {
    const bool micron = word == "my" || word == "mu" || word == "μm" || word == "μ" ||
                        word == "micron" || word == "mikron" || word == "微米";
    return micron ? "um" : word;
}

} // namespace

std::string phrase_key(std::string_view words) {
    std::string key;
    bool after_number = false;
    for (const TextToken& token : tokens_of(words)) {
        const std::string piece = after_number ? one_micron(token.text) : token.text;
        const bool is_unit = after_number && dimension_unit(piece);
        const std::string_view gap = key.empty() || is_unit ? "" : " ";
        if (key.size() + gap.size() + piece.size() > longest_key) break;
        key += cat(gap, piece);
        after_number = token.number;
    }
    return key;
}

std::vector<std::string> search_words(std::string_view description) {
    std::vector<std::string> words;
    std::vector<std::string> pieces;
    const std::string text =
        replace_all(to_valid_utf8(description.substr(0, longest_key)), "\t", " ");
    for (const std::string_view piece : split(text, ' ')) {
        if (piece.empty()) continue;
        pieces.emplace_back(piece);
        const ItemWords named = item_words(piece);
        if (!named.words.empty() || !named.colours.empty()) words.emplace_back(piece);
    }
    if (words.empty()) words = std::move(pieces);
    std::ranges::sort(words);
    const auto rest = std::ranges::unique(words);
    words.erase(rest.begin(), rest.end());
    return words;
}

} // namespace besteld
