// SPDX-License-Identifier: Apache-2.0
#pragma once

// Status questions and complaints inside a mail, told apart sentence by sentence, so that one mail
// may hold an order, a question and a complaint (domain.md 2.2, 7.2 step 5). Rules only; where no
// rule tells two wishes apart, that is said and a person reads the mail.

#include "parsers/text/passage.hpp"

#include <vector>

namespace besteld::parsers {

struct Wish {
    DocumentClass document_class = DocumentClass::order_status; // or complaint
    std::vector<Sentence> sentences;                            // in their order, never overlapping
};

struct Wishes {
    std::vector<Wish> wishes; // in the order of the text
    bool tangled = false;     // one sentence wants several things at once
    bool in_passing = false;  // "when will it come?" beside an order: of that order
};

// What is known of the mail around the text.
enum class Beside { nothing, an_order }; // an attachment orders already

Wishes find_wishes(const Passage& body, const Passage& subject,
                   const std::vector<Sentence>& sentences, Beside beside);

// Whether somebody says that he orders, in more than the noun: "graag leveren", "please". Only of a
// text that names goods.
bool says_that_it_orders(const Passage& passage);

// One wish as a document of its own: order_number is the buyer's number it names first. references:
// "order" every further number, "seller_order", "case", "delivery_note" and "complaint" ours,
// "previous_order" and "last_order" the words that say so, "affected" what a complaint counts ("6
// XRO", with the item code as its line), "cause" what it is probably about (a suggestion). A number
// that nothing labels has a score below 70. notes: every sentence with its place.
OrderDraft draft_of(const Wish& wish, const Passage& body);

// Numbers of ours, as references: of a subject, say.
std::vector<Reference> our_numbers_in(const Passage& passage);

// "klacht" in the subject and no such word in the text: the whole text is the wish.
Wish whole_text(DocumentClass document_class, const std::vector<Sentence>& sentences);

} // namespace besteld::parsers
