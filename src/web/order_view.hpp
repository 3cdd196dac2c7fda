// SPDX-License-Identifier: Apache-2.0
#pragma once

// The order as it was read, what would be answered, and what has happened.

#include "web/source_view.hpp"

namespace besteld {

std::string format_validity(const Agreement& agreed, const Strings& words); // both ends, or "…"
std::string date_words(const DateSpec& date, const Strings& words);
std::string kind_words(AnswerKind kind, const Strings& words);     // "Orderbevestiging"
std::string outbox_words(OutboxState state, const Strings& words); // "verzonden"
// Whose order it is, with the way to his page; or that nobody knows.
void fill_customer(Dictionary& page, const Order& order, const Strings& words);
// What an answer says, as data: before it leaves and after.
void fill_answer(Dictionary& one, const Answer& answer, const Viewer& viewer);

// Handles of an order's places, added before the texts are cut.
struct OrderMarks {
    struct Line {
        std::size_t item = 0, quantity = 0, price = 0, requested = 0;
    };
    std::size_t number = 0, ship_to = 0, requested = 0;
    std::vector<Line> lines;
};
OrderMarks add_order_marks(const Order& order, SourceMarks& marks);

void fill_order(Dictionary& page, const Viewer& viewer, const CaseView& view,
                const SourceMarks& marks, const OrderMarks& places);
void fill_preview(Dictionary& page, const Viewer& viewer, const CaseView& view);
void fill_history(Dictionary& page, const Viewer& viewer, const CaseView& view);

} // namespace besteld
