// SPDX-License-Identifier: Apache-2.0
#pragma once

// The order lines of a printed table, over all pages: which row begins a line, which go on with
// one, and where the table ends.

#include "parsers/pdf/headings.hpp"
#include "parsers/pdf/totals.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers::pdf {

// What stands of one row under each column of its page's heading.
struct CellRow {
    const PageRow* row = nullptr;
    std::vector<std::optional<Piece>> cells;
};

// An order line: the row with its quantity, and the rows around it that belong to it.
struct ItemRecord {
    CellRow anchor;
    std::vector<CellRow> above; // of a cell whose text is centred beside the quantity
    std::vector<CellRow> below;
};

struct ItemTable {
    std::vector<TableColumn> columns; // of the first page; later pages' cells are put under these
    std::vector<ItemRecord> records;
    std::vector<Sum> sums;
    std::vector<const PageRow*> heading_rows; // every row that a heading takes, on all pages
    std::vector<const PageRow*> rest;         // below the heading, and neither line nor sum
    std::vector<const PageRow*> doubts;       // look like lines and were not taken
    std::vector<const PageRow*> repeated;     // of a line that the page before ends with
    std::size_t first_row = 0;                // of the first heading
};

// Nothing when no row is a heading. The rows must outlive the table.
std::optional<ItemTable> find_items(const std::vector<PageRow>& rows,
                                    const std::vector<TableLayout>& layouts);

} // namespace besteld::parsers::pdf
