// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures and days as people of a language write them (domain.md 6).

#include "base/words.hpp"
#include "order/answer.hpp"

#include <string>

namespace besteld {

// At least `digits` places, more where the value has them: "1.234,56" (nl, de), "1,234.56" (en,
// zh), "1 234,56" with narrow no-break spaces (fr).
std::string format_decimal(Decimal value, int digits, std::string_view language);
std::string format_money(Decimal value, std::string_view currency,
                         std::string_view language); // "EUR 452,80"
std::string format_quantity(Decimal value, std::string_view unit,
                            const Words& words); // "108 rollen"
// "05-03-2026", "5 March 2026", "05.03.2026", "05/03/2026", "2026年3月5日"
std::string format_date(Date date, const Words& words);
std::string format_day(Date date, const Words& words); // with the weekday, for promised dates
struct UnitPrice {
    Decimal amount{};
    Decimal base{1};
    std::string unit;
};
// "EUR 0,74 per 100 stuks"
std::string format_price(const UnitPrice& price, std::string_view currency, const Words& words);
std::string format_price(const AnswerLine& line, std::string_view currency, const Words& words);

// The two values of a deviation, which the answer holds raw.
std::string format_deviation_value(const std::string& raw, const Deviation& deviation,
                                   const Answer& answer, const Words& words);

// Controls and line ends of foreign texts become blanks: a value is never more than one line.
std::string one_line(std::string_view text);
// Blanks, tabs and line ends in a row become one blank: how what was rendered is compared.
std::string with_single_blanks(std::string_view text);

} // namespace besteld
