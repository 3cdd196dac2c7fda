// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers as people write them, by the habits of their language (domain.md 7.2 step 8).

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

struct NumberReading {
    std::string value;                // plain decimal text, "1000", "1.5"
    std::optional<std::string> other; // the second reading when the separator may be either
    friend bool operator==(const NumberReading&, const NumberReading&) = default;
};

// "1.000" is a thousand in nl, de, fr and es, and two readings in en and zh; "1,000" the other way
// round. Nothing when the separators fit no reading ("1.00.0").
std::optional<NumberReading> read_number(std::string_view digits, std::string_view language);

// "twaalf", "zwölf", "half": the value, or nothing. Also articles (een, ein), which only count
// before a unit. Sums such as "twenty five" are not read: nobody orders in them.
std::optional<std::string> number_word(std::string_view word, std::string_view language);

// 十二, 两, 三百, 一万二千, 半: nothing when the text is no such numeral.
std::optional<std::string> chinese_numeral(std::string_view utf8);
bool is_chinese_numeral(char32_t point);

// 1000 for "Tsd", "tausend", "duizend", "千"; 100 for "honderd"; 12 for "Dutzend" only before a
// unit (the caller decides); 0 when the word multiplies nothing.
int multiplier_word(std::string_view word);

// value × factor, exactly; nothing when the result is no decimal.
std::optional<std::string> times(std::string_view value, int factor);

} // namespace besteld::parsers
