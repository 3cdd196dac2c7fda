// SPDX-License-Identifier: Apache-2.0
#include "check/word_rules.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

// The first byte of a letter: ASCII, or Latin, Greek and Cyrillic with two bytes. Chinese
// characters and typographic marks have three; a word may begin and end beside them.
bool begins_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (byte >= 0xC3 && byte <= 0xDF);
}

bool is_chinese(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

bool ends_at(std::string_view text, std::size_t at) {
    return at >= text.size() || !begins_letter(text[at]);
}

bool starts_at(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U)
        --before;
    return !begins_letter(text[before]);
}

bool has_word(std::string_view text, std::string_view word) {
    const bool open_start = word.starts_with('*');
    if (open_start) word.remove_prefix(1);
    const bool open_end = word.ends_with('*');
    if (open_end) word.remove_suffix(1);
    if (word.empty()) return false;
    std::string blanked;
    if (word.find('_') != std::string_view::npos) {
        blanked = replace_all(std::string(word), "_", " ");
        word = blanked;
    }
    const bool chinese = is_chinese(word);
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (chinese) return true;
        if ((open_start || starts_at(text, at)) && (open_end || ends_at(text, at + word.size())))
            return true;
    }
    return false;
}

bool group_fits(std::string_view text, std::string_view group) {
    for (const std::string_view word : split(group, '|')) {
        if (has_word(text, word)) return true;
    }
    return false;
}

} // namespace

bool fits(std::string_view folded_sentence, const WordRule& rule) {
    for (const std::string_view group : split(rule.groups, ' ')) {
        const bool forbidden = group.starts_with('!');
        if (group_fits(folded_sentence, forbidden ? group.substr(1) : group) == forbidden)
            return false;
    }
    return true;
}

const WordRule* first_fit(std::string_view folded_sentence, std::span<const WordRule> rules) {
    const auto found =
        std::ranges::find_if(rules, [&](const WordRule& r) { return fits(folded_sentence, r); });
    return found != rules.end() ? &*found : nullptr;
}

} // namespace besteld
