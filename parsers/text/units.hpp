// SPDX-License-Identifier: Apache-2.0
#pragma once

// Unit words as people write them (domain.md 2.3) to UN/ECE Recommendation 20 codes, packages as
// Recommendation 21 codes with an X in front.

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// "rollen" → "XRO". `language` decides words that two languages share: "dozen" is cartons (XCT) in
// Dutch and twelve (DZN) in English. Dutch "doos" is carton or box; XCT is given, the item's own
// units decide. Nothing when the word is no unit.
std::optional<std::string> unit_from_word(std::string_view word, std::string_view language);

// Whether the word is a unit in any language.
bool is_unit_word(std::string_view word);

// Length in bytes of the Chinese measure word at the front of the text, 0 if there is none.
std::size_t measure_word_length(std::string_view text);

// Millimetre, micron and the like: sizes of an item, never what is counted in an order.
bool is_size_unit(std::string_view word);

} // namespace besteld::parsers
