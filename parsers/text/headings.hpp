// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a column of a table, or a label before a colon, says about the value under or behind it.

#include "order/draft.hpp"
#include "parsers/text/passage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

enum class TextColumn {
    item,
    buyer_item,
    gtin,
    name,
    quantity,
    unit,
    price,
    amount,
    position,
    other
};

struct TextHeading {
    TextColumn column = TextColumn::other;
    std::string currency; // ISO 4217, when the heading names it: "Prijs (EUR)"
};

// Nothing when the words are no heading that we know.
std::optional<TextHeading> heading_of(std::string_view written);

// A value's place in the text: bytes [begin, end).
struct TextCell {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// Puts what stands in the cell into the line, as its heading says.
void fill_from_cell(const Passage& passage, const TextHeading& heading, const TextCell& cell,
                    LineDraft& line);

} // namespace besteld::parsers
