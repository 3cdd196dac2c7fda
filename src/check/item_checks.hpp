// SPDX-License-Identifier: Apache-2.0
#pragma once

// The checks of one line's article; check_items calls them. Each appends what it finds.

#include "check/inquiry.hpp"
#include "check/match_item.hpp"

namespace besteld {

// What a check of one line's article looks at.
struct ItemQuestion {
    const Inquiry& inquiry;
    const ItemIndex& index;
    const OrderLine& line;
    const LineDraft& draft;
    const Item& item;
    const ItemMatch& match;
};

// How the line's article was found, with what else it may have been.
ItemMatch match_again(const Inquiry& inquiry, const ItemIndex& index, const OrderLine& line);

void check_sellable(const ItemQuestion& question, Findings& findings);      // D04
void check_assortment(const ItemQuestion& question, Findings& findings);    // D05
void check_specification(const ItemQuestion& question, Findings& findings); // D06
void check_description(const ItemQuestion& question, Findings& findings);   // D07
void check_licences(const ItemQuestion& question, Findings& findings);      // D09

// Whether the words beside numbers of ours must be looked up too: nobody knows a number, or its
// words say something else, and then what they mean is offered.
bool words_are_wanted(const OrderDraft& draft, const Terms& terms, Date on);

// What the customer may get in place of an article: his own rule goes before the article's
// successor. Empty when there is none, the agreement or the buyer forbids it, or it is itself not
// on sale.
std::string substitute_of(const ItemQuestion& question, Date on);

} // namespace besteld
