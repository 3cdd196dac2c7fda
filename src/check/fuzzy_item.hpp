// SPDX-License-Identifier: Apache-2.0
#pragma once

// How well words describe an article (domain.md 5.3, M7): a set of weighted tokens. Stated
// dimensions, colours and sizes must be the article's own: 50 mm is not 48 mm.

#include "check/item_words.hpp"
#include "order/terms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

// An article's names taken apart, each with what its properties add. Refers to the item.
struct DescribedItem {
    const Item* item = nullptr;
    std::vector<ItemWords> names; // one per different name
    std::vector<std::string> brand;
};
DescribedItem describe(const Item& item);

struct Likeness {
    int percent = 0;
    std::string differs; // "48 mm": stated and not the article's; the percentage is at most 50 then
};
// Of the name that fits best, whatever its language.
Likeness likeness(const ItemWords& asked, const DescribedItem& item);

// What both name, in percent of the shorter description: for noticing a text that means something
// else than the number beside it (CK-D07). Nothing when they cannot be compared: no words, or
// another script.
std::optional<int> resemblance(const ItemWords& asked, const DescribedItem& item);

// A property that the words state and the article has otherwise (CK-D06).
struct PropertyDifference {
    std::string asked;
    std::string has;
};
std::vector<PropertyDifference> property_differences(const ItemWords& asked,
                                                     const DescribedItem& item);

} // namespace besteld
