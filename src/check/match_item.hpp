// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of our articles a line means: domain.md 5.3, steps M1 to M8.

#include "check/fuzzy_item.hpp"
#include "check/units.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct ItemCandidate {
    std::string sku;
    int score = 0;       // percent
    std::string differs; // "48 mm": what was stated and it has not
};

struct ItemMatch {
    std::string sku;  // empty: not identified
    std::string step; // "M1" …; "M8" when only candidates can be offered
    int score = 0;
    PackLevel level; // of the number or phrase that named the item
    Place place;
    std::string trace;                     // "M3 buyer's number 4711, 97 %"
    std::string former_number;             // M4: the old number that was written
    std::string conflict;                  // "our number NK-331 is …, GTIN … is NK-330"; else empty
    std::vector<ItemCandidate> candidates; // best first, at most five, when words were compared
};

// Base data by normalised number, made once per order so that long orders stay linear. Refers to
// the terms.
struct ItemIndex {
    explicit ItemIndex(const Terms& known);

    struct Level {
        const Item* item = nullptr;
        std::string unit;
    };
    const Terms& terms;
    std::multimap<std::string, const Item*> by_number; // collisions are a doubt, never a choice
    std::multimap<std::string, const Item*> by_number_without_zeros;
    std::multimap<std::string, const Item*> by_former_number;
    std::multimap<std::string, Level> by_gtin; // 14 digits
    std::multimap<std::string, const ItemReference*> by_buyers_number;
    std::multimap<std::string, const LearnedPhrase*> by_phrase;
    // What the customer bought or may buy, described when the first line asks for it: most orders
    // name numbers alone.
    const std::vector<DescribedItem>& described() const;

private:
    mutable std::optional<std::vector<DescribedItem>> described_;
};

ItemMatch match_item(const LineDraft& line, const ItemIndex& index, Date on, WrittenBy by);

// Articles that only a line's words name, chosen among the candidates: whoever looks base data up
// must ask for them too, because prices and stock are those of numbers alone.
std::vector<std::string> items_named_by_words(const OrderDraft& draft, const Terms& terms, Date on);

// Who put the words of this document down: units mean other things in each hand.
WrittenBy written_by(const OrderDraft& draft);
// What the buyer wrote for the item: his words, else his numbers.
std::string item_text(const LineDraft& line);
// Every GTIN a line states, as written.
std::vector<Field> gtin_fields(const LineDraft& line);
std::vector<std::string> gtins_of(const LineDraft& line);
// A number of ours or a GTIN: description and habit must not overrule it when nobody knows it.
bool states_a_code(const LineDraft& line);

} // namespace besteld
