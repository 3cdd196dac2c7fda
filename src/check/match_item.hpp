// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of our articles a line means: domain.md 5.3. Learned phrases (M5, M6) are the store's and
// not here.

#include "check/units.hpp"

#include <map>
#include <string>
#include <vector>

namespace besteld {

struct ItemCandidate {
    std::string sku;
    int score = 0; // percent
};

struct ItemMatch {
    std::string sku;  // empty: not identified
    std::string step; // "M1" …
    int score = 0;
    std::string level; // unit that the GTIN or the buyer's number stands for; empty when none
    Place place;
    std::string conflict; // "our number NK-331, GTIN 9521000000032 is NK-330"; empty when none
    std::vector<ItemCandidate> candidates; // best first, at most five, when nothing matched
};

// Base data by normalised number, made once per order so that long orders stay linear. Refers to
// the terms.
struct ItemIndex {
    explicit ItemIndex(const Terms& known);

    struct Level {
        std::string sku;
        std::string unit;
    };
    const Terms& terms;
    std::map<std::string, const Item*> by_number;
    std::map<std::string, const Item*> by_number_without_zeros;
    std::map<std::string, Level> by_gtin; // 14 digits
    std::multimap<std::string, const ItemReference*> by_buyers_number;
};

ItemMatch match_item(const LineDraft& line, const ItemIndex& index, Date on, WrittenBy by);

// What the buyer wrote for the item: his words, else his numbers.
std::string item_text(const LineDraft& line);
// Every GTIN a line states, as written.
std::vector<std::string> gtins_of(const LineDraft& line);

} // namespace besteld
