// SPDX-License-Identifier: Apache-2.0
#pragma once

// The heading of a printed table of order lines, which column each word of it names, and where the
// columns' borders run.

#include "order/reading.hpp"
#include "parsers/pdf/page_rows.hpp"
#include "parsers/table/columns.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace besteld::parsers::pdf {

struct TableColumn {
    std::string heading;          // as printed
    std::optional<Column> column; // what it means, if we know
    int score = 0;
    bool discount = false; // per cent off the price
    double left = 0;       // of the heading's own text
    double right = 0;
    double from = 0; // of the cells below it
    double to = 0;
};

struct TableHeading {
    std::size_t first = 0; // rows [first, last) hold it
    std::size_t last = 0;
    std::vector<TableColumn> columns; // from left to right
    bool declared = false;            // by a customer's table layout

    bool has(Column column) const;
    std::size_t known() const;
};

// As match_heading, and also for headings in two languages ("数量 Qty"), with a currency ("Betrag
// EUR") or a unit behind them.
std::optional<HeadingMatch> match_printed_heading(std::string_view text);

// The heading in rows[at], which may go on in the two rows below it.
std::optional<TableHeading> heading_at(std::span<const PageRow> rows, std::size_t at,
                                       const std::vector<TableLayout>& layouts);

// Puts each border into the widest gap that the rows [first, last) leave between two headings.
void set_borders(TableHeading& heading, std::span<const PageRow> rows);

} // namespace besteld::parsers::pdf
