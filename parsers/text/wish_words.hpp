// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words by which status questions and complaints are told from orders, in Dutch, English,
// German, French and Chinese.

#include "parsers/text/phrases.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace besteld::parsers {

enum class WishWord {
    ordering,      // "graag leveren": it is an order, beyond the noun
    polite,        // "graag": beside a quantity it orders
    where_is,      // "waar blijft": an earlier order is meant
    replacement,   // "nieuwe", "kosteloos": in place of what was wrong
    delivery,      // "ontvangen", "levering": goods that came
    previous,      // "de vorige": the one before the one just named
    last,          // "onze laatste bestelling"
    delivery_note, // "pakbon": a number of ours may follow
};
std::optional<Phrases<WishWord>::Match> wish_word_at(std::span<const Token> tokens, std::size_t at);

// "transport", "quality", "quantity", "price", "order_entry", "late"
std::optional<Phrases<std::string_view>::Match> cause_at(std::span<const Token> tokens,
                                                         std::size_t at);

bool is_conjunction(std::string_view word);

// Numbers that we give: SO-26-000412, IN-26-000123, DN-26-000871, KL-26-0042.
bool is_our_number(std::string_view text);
// "seller_order", "case", "delivery_note", "complaint"; empty when it is none of ours.
std::string_view type_of_our_number(std::string_view text);

} // namespace besteld::parsers
