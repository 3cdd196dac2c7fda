// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// A description taken apart for comparison: words folded, dimensions with their unit ("50mm",
// "23um", "300").
struct ItemWords {
    std::vector<std::string> words;
    std::vector<std::string> dimensions;
};

ItemWords item_words(std::string_view utf8);

// How well `asked` describes an item of that name, in percent. Dimensions are a hard filter: one
// that the item does not have makes it 0 (domain.md 5.3: 50 mm is not 48 mm).
int likeness(const ItemWords& asked, const ItemWords& name);

} // namespace besteld
