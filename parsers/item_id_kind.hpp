// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading_profile.hpp"

#include <optional>
#include <string>

namespace besteld::parsers {

// Whose number for an article a qualifier announces (EDIFACT 7143, X12 235).
enum class ItemIdKind { gtin, seller, buyer, other };

// What the partner's profile says of a qualifier.
inline std::optional<ItemIdKind> agreed_kind(const ReadingProfile& profile,
                                             const std::string& type) {
    const auto found = profile.item_numbers.find(type);
    if (found == profile.item_numbers.end()) return std::nullopt;
    return found->second == "gtin"         ? ItemIdKind::gtin
           : found->second == "buyer_item" ? ItemIdKind::buyer
                                           : ItemIdKind::seller;
}

} // namespace besteld::parsers
