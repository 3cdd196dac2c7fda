// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/dimensions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// Words and numbers of a text in their order, for comparison: case folded, Latin accents and
// full-width forms gone, "," in numbers a point. `glued`: no blank stands before it.
struct TextToken {
    std::string text;
    bool number = false;
    bool glued = false;
};
std::vector<TextToken> tokens_of(std::string_view utf8);

// A description taken apart. Articles ("de", "the") and packing words between number and article
// are left out.
struct ItemWords {
    std::vector<std::string> words;
    std::vector<Dimension> dimensions;
    std::vector<std::string> colours; // in English, whatever the text's language
    std::vector<std::string> sizes;   // "m", "xl"
};
ItemWords item_words(std::string_view utf8);

// How far two words mean the same, in quarters: 4 equal up to ending and a slip of the pen, 3 one
// is the other's head ("folie" of "rekwikkelfolie"), 0 different.
int word_likeness(const std::string& a, const std::string& b);
// More for long words: they name one thing, short ones a class of things.
int weight_of(const std::string& word);
bool is_cjk(std::string_view word);

} // namespace besteld
