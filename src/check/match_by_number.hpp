// SPDX-License-Identifier: Apache-2.0
#pragma once

// Steps M1 to M4 of domain.md 5.3: numbers. And M5, M6: words a person has confirmed.

#include "check/match_item.hpp"

#include <string>
#include <vector>

namespace besteld {

// One way in which base data know what was written.
struct ItemHit {
    std::string sku;
    std::string step;
    int score = 0;
    PackLevel level;
    std::string words; // "our number NK-331"
    Place place;
    std::string former_number;
};

// Strongest first. Several articles for one number are several hits.
std::vector<ItemHit> hits_by_number(const LineDraft& line, const ItemIndex& index, Date on,
                                    WrittenBy by);
// What the customer's own words meant before; several articles when people disagreed.
std::vector<ItemHit> hits_by_phrase(const LineDraft& line, const ItemIndex& index, Date on);

// Whether a GTIN is one of base data at all.
bool knows_gtin(const ItemIndex& index, const std::string& written);
std::string without_zeros(std::string code);

} // namespace besteld
