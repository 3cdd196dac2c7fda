// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures, days and moments as people of a language write them (domain.md 6), and back.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/zone.hpp"
#include "web/strings.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// Of every list; the next are a key away.
inline constexpr int rows_per_page = 50;

// At least `digits` places, more where the value has them.
std::string format_number(Decimal value, int digits, const Strings& words);
std::string format_money(Decimal value, std::string_view currency, const Strings& words);
std::string format_day(Date date, const Strings& words);           // "ma 02-03-2026"
std::string format_hour(std::chrono::milliseconds since_midnight); // "09:20"
std::string format_moment(Instant at, const Zone& zone, const Strings& words);
// How long ago, in the largest unit that fits: "12 min", "3 u", "4 d".
std::string format_age(std::chrono::milliseconds age, const Strings& words);
// "108 rollen"; a unit without words stays its code.
std::string format_quantity(Decimal value, std::string_view unit, const Strings& words);

// A text of a finding ("100 XRO", "0.74 EUR", "2026-03-10 or later"): days, decimals and units in
// it are written for the reader; codes and everything else stay as they are.
std::string format_value(std::string_view raw, const Strings& words);

// The same for what the checks say in words of their own ("48 XRO on 2026-03-05", "article NK-330,
// minimum order quantity"): their phrases are told in the reader's language. Never for a customer's
// words.
std::string format_said(std::string_view raw, const Strings& words);

// What a clerk typed as a number or a day, in our notation; nothing when it can be read in two ways
// ("1.234" where the comma is the decimal mark) or in none.
std::optional<std::string> number_typed(std::string_view text, std::string_view language);
// The way back, for a field: "1234.5" becomes "1234,5", without marks for thousands.
std::string number_to_type(std::string number, std::string_view language);
std::optional<std::string> day_typed(std::string_view text);

} // namespace besteld
