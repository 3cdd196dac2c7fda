// SPDX-License-Identifier: Apache-2.0
#pragma once

// Orders that people write: the text of a mail in Dutch, English, German, Chinese, French or
// Spanish (domain.md 7.2). Rules only: the same text gives the same draft.

#include "order/draft.hpp"
#include "order/reading.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

struct TextSource {
    std::string_view text; // UTF-8 body
    std::string_view subject;
    std::uint32_t part = 0;         // index of the body in its message
    std::uint32_t subject_part = 0; // Place.part of what was read in the subject
    std::string received_date;      // ISO date or empty
    std::string
        sent_date; // ISO date or empty; relative words count from it, else from received_date
    std::string default_language; // when the text does not tell
    bool is_reply = false;
    bool beside_order = false;             // an attachment of the same mail orders already
    std::vector<TableLayout> layouts = {}; // what people taught of headings
};

// What the text asks for, or nothing when it is empty. The class is `other` for a text that is no
// order and asks nothing we know; only order, order_change and mixed carry lines. An order whose
// lines stand in an attachment or in an earlier order has none. Doubts stand in
// OrderDraft.problems; `problems` takes what concerns the text as a whole. In changes a line's old
// quantity is a reference of type "quantity_before".
std::optional<OrderDraft> read_text_order(const TextSource& source, std::vector<Problem>& problems);

// The same text with its status questions and complaints as documents of their own.
struct TextReading {
    std::optional<OrderDraft> main; // everything else; class `mixed` when nothing tells it apart
    std::vector<OrderDraft> wishes; // order_status or complaint: parsers/text/wishes.hpp
};
TextReading read_text(const TextSource& source, std::vector<Problem>& problems);

} // namespace besteld::parsers
