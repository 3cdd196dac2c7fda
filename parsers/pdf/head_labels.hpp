// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands before a value on a printed order, in Dutch, English, German, French and Chinese, and
// where a row's text parts into such labels and their values.

#include "parsers/pdf/page_rows.hpp"

#include <optional>
#include <span>
#include <vector>

namespace besteld::parsers::pdf {

enum class HeadLabel {
    order_number,
    order_word, // "Purchase order", "Bestellung": a title, unless a number stands behind it
    order_date,
    any_date, // "Date": the order's, when nothing says it better
    delivery_date,
    delivery_by,
    currency,
    payment_terms,
    delivery_terms,
    buyer,
    supplier,
    ship_to,
    bill_to,
    contact,
    phone,
    mail,
    vat,
    gln,
    quotation,
    contract,
    project,
    cost_reference,
    reference, // "Our reference": nobody's order number for certain
    other      // known only so that its value is taken for nothing else
};

struct LabelMatch {
    HeadLabel label = HeadLabel::other;
    std::size_t words = 0; // it takes
    bool colon = false;    // or "#" or "no." behind it
};

// The piece's words, parted where a label and its value are printed without a blank: "订单号HD-1",
// "PO:4711".
std::vector<Word> label_words_of(const Piece& piece);

// The longest label at the front of the words.
std::optional<LabelMatch> match_label(std::span<const Word> words);

// What a document calls itself.
struct Title {
    std::string text;
    DocumentClass document_class = DocumentClass::order;
    bool known = false; // by a word of the list; else a document without title
};

// The largest of the titles in the rows.
Title find_title(std::span<const PageRow> rows);

} // namespace besteld::parsers::pdf
