// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/table/table_styles.hpp"

namespace besteld::parsers {

// "PO number: | 4711", "Ship to: Hoorn" in the rows above the heading, into the draft's head; what
// no rule reads goes to `unread`.
void read_labels_above(const Table& table, const Heading& heading, CellReader& cells,
                       OrderDraft& draft);

// Words that open a total row; `grand` when it is the order's total and no subtotal or tax.
struct TotalWord {
    bool grand = false;
};
std::optional<TotalWord> total_word(std::string_view text);

} // namespace besteld::parsers
