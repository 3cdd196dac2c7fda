// SPDX-License-Identifier: Apache-2.0
#include "store/name_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

// A longer text is no name.
constexpr std::size_t longest_text = 500;
constexpr std::size_t stem_letters = 4;

bool is_word_byte(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z');
}

// The characters of valid UTF-8.
std::vector<std::string_view> characters(std::string_view word) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < word.size();) {
        std::size_t end = i + 1;
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80)
            ++end;
        out.push_back(word.substr(i, end - i));
        i = end;
    }
    return out;
}

// Han, kana and hangul begin at U+2E80, whose UTF-8 is E2 BA 80.
bool is_east_asian(std::string_view character) {
    return character.size() >= 3 && character >= std::string_view("\xE2\xBA\x80");
}

void add_pairs(const std::vector<std::string_view>& letters, std::set<std::string>& out) {
    for (std::size_t i = 0; i + 1 < letters.size(); ++i)
        if (is_east_asian(letters[i]) && is_east_asian(letters[i + 1]))
            out.insert(cat(letters[i], letters[i + 1]));
}

} // namespace

std::vector<std::string> words_in(std::string_view utf8) {
    const auto folded = fold_case(to_valid_utf8(utf8.substr(0, longest_text)));
    std::vector<std::string> words;
    for (std::size_t i = 0; i < folded.size();) {
        if (!is_word_byte(folded[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < folded.size() && is_word_byte(folded[end]) &&
               is_digit(folded[end]) == is_digit(folded[i]))
            ++end;
        words.push_back(folded.substr(i, end - i));
        i = end;
    }
    return words;
}

std::vector<std::string> index_words(std::string_view utf8) {
    std::set<std::string> keys;
    for (const auto& word : words_in(utf8)) {
        if (word.size() < 2) continue;
        keys.insert(word);
        if (is_digit(word.front())) continue;
        const auto letters = characters(word);
        add_pairs(letters, keys);
        if (letters.size() < stem_letters || is_east_asian(letters.front())) continue;
        std::string stem;
        for (std::size_t i = 0; i < stem_letters; ++i)
            stem += letters[i];
        keys.insert(stem + "*");
    }
    return {keys.begin(), keys.end()};
}

std::string key_word(std::string_view utf8) {
    const auto words = words_in(utf8);
    const auto longest = std::ranges::max_element(words, {}, &std::string::size);
    return longest == words.end() ? std::string() : *longest;
}

} // namespace besteld
