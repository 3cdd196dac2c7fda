// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words by which names are found: both the rows that keep a name and who looks for one go
// through these functions, so that they meet.

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Folded, in the order of the text: runs of letters and runs of digits, "500mm" is two.
std::vector<std::string> words_in(std::string_view utf8);

// What an item is filed under for one text, sorted, each once: its words of two bytes and more;
// the first four letters of longer ones with "*", because plurals and inflections share them
// (tape*, foli*); and each two neighbouring characters of Chinese, which has no blanks.
std::vector<std::string> index_words(std::string_view utf8);

// The longest word, the first among equals: what a party's name is filed under. Empty for no word.
std::string key_word(std::string_view utf8);

} // namespace besteld
