// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules about words as data: a sentence fits when every group has a word in it and none of the
// forbidden ones.

#include <span>
#include <string_view>

namespace besteld {

// Groups are separated by blanks, words of a group by '|'. "word*" is the beginning of a word,
// "*word" its end, "*word*" anything inside (compounds); "two_words" stand next to each other; a
// group that begins with '!' must not fit. Words are folded (lower case, ß as ss); Chinese words
// are found anywhere.
struct WordRule {
    std::string_view language;
    std::string_view groups;
};

bool fits(std::string_view folded_sentence, const WordRule& rule);
// The first rule that fits; null when none does.
const WordRule* first_fit(std::string_view folded_sentence, std::span<const WordRule> rules);

} // namespace besteld
