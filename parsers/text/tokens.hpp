// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words, numbers, item codes and punctuation of a mail's text, each with its place. One pass, no
// language needed: what a number means is decided in numbers.hpp, what a word means by its reader.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

enum class TokenKind {
    word,
    number,    // text: ASCII digits with the separators as written
    code,      // letters and digits in one piece, such as an item or order number
    gtin,      // 12 to 14 digits with a right check digit
    dimension, // 300x200x150, 50 mm x 66 m, 23my: never a quantity
    date,      // three numbers with one separator
    date_pair, // two numbers, 3/20 or 13.03.: a date only beside words that say so
    time,
    percent,
    identifier, // digits that are no amount: telephone numbers, 88-2041, anything with a leading
                // zero
    currency,   // text: the ISO 4217 code
    address,    // mail address or URL
    punctuation,
    line_end
};

// What a token was used for, so that no rule uses it twice and unused text can be shown.
enum class Use { none, header, date, price, line, cue };

struct Token {
    TokenKind kind = TokenKind::word;
    std::uint32_t begin = 0; // bytes in the original text
    std::uint32_t end = 0;
    std::string text; // folded to lower case, full-width forms to ASCII; codes keep their case
    Use use = Use::none;
};

// The tokens of text[begin, end); a line end is a token of its own.
void tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end,
              std::vector<Token>& tokens);

// "1 500 pièces": groups of three digits become one number, where a hard or narrow blank stands
// between them or the language writes thousands so.
void join_thousands(std::string_view text, std::string_view language, std::vector<Token>& tokens);

// ASCII and Latin letters (À to ž) to lower case, full-width ASCII to ASCII.
std::string fold_latin(std::string_view utf8);

// GS1 General Specifications 7.9: the last digit checks the others. Lengths 8, 12, 13 and 14.
bool is_gtin(std::string_view digits);

bool is_punctuation(const Token& token, std::string_view any_of);
// A word of the Chinese, Japanese and Korean ideographs.
bool starts_with_ideograph(std::string_view utf8);

} // namespace besteld::parsers
