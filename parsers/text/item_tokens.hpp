// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/text/passage.hpp"

namespace besteld::parsers {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Which tokens name an item by code, as indices; `nowhere` when there is none.
struct ItemTokens {
    std::size_t code = nowhere; // the first: may be the same as gtin or buyer_code
    std::size_t second_code = nowhere;
    std::size_t gtin = nowhere;
    std::size_t buyer_code = nowhere;
};

// Looks in tokens [first, last). Codes in brackets count only when there is no other. Marks labels
// and labelled values as used.
ItemTokens find_item(Passage& passage, std::size_t first, std::size_t last);

} // namespace besteld::parsers
