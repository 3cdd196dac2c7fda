// SPDX-License-Identifier: Apache-2.0
#pragma once

// The small words around an order line, by what they do to it.

#include "parsers/text/passage.hpp"

#include <optional>
#include <string_view>

namespace besteld::parsers {

enum class LineWord {
    quantity_label, // aantal, Menge, qty, 数量
    item_label,     // artikel, Art.-Nr., ref, 货号
    buyer_item_label,
    seller_item_label, // uw artikelnr, your part no: ours, beside a number of the buyer's
    gtin_label,
    position, // Pos.
    condition,
    filler,      // of, van, de, the: between a quantity and its item
    stop,        // graag, bitte, voor, to: no part of an item's name
    not_counted, // uur, Tage, weeks: the number before it counts no goods
    papers,      // orders, bestellingen: counted, but no goods
    difference   // meer, weniger, less: the number before it is no total
};

struct LineWordMatch {
    LineWord meaning;
    std::size_t length;
};

std::optional<LineWordMatch> line_word_at(std::span<const Token> tokens, std::size_t index);
// "en", "and", "+": joins two lines.
bool joins_lines(const Token& token);
// "also", "nog", "luego": may stand between the joint and the next line.
bool is_transition(std::string_view word);

} // namespace besteld::parsers
