// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Chinese words that order mails hang on. Chinese is written without blanks, so the tokeniser
// cuts a run of ideographs at these words.

#include <cstddef>
#include <string_view>

namespace besteld::parsers {

// Length in bytes of the longest such word at the front of the text, 0 if there is none.
std::size_t chinese_word_length(std::string_view text);

} // namespace besteld::parsers
