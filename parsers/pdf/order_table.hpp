// SPDX-License-Identifier: Apache-2.0
#pragma once

// A printed table's lines as the table that every other reader makes.

#include "parsers/pdf/item_rows.hpp"
#include "parsers/table/table.hpp"

#include <string>
#include <vector>

namespace besteld::parsers::pdf {

struct OrderTable {
    Table table;                        // its first row is the heading
    std::vector<Problem> problems;      // cells that may say more than was taken
    std::vector<std::string> discounts; // of each line, per cent as printed, or empty
};

// Descriptions in several rows are one; "Your item no.: NK-100" in a row of its own goes under its
// column; "12,50 per 100" parts into a price and its base; numbers before the first column without
// a heading are line numbers.
OrderTable to_order_table(const ItemTable& items, std::uint32_t part);

} // namespace besteld::parsers::pdf
