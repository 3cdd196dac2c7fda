// SPDX-License-Identifier: Apache-2.0
#pragma once

// A table as a sender sees it, whatever it came from: CSV, a workbook's sheet, an HTML table,
// pasted text.

#include "order/draft.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace besteld::parsers {

struct Cell {
    std::string text;        // UTF-8, without padding
    std::uint32_t begin = 0; // bytes in the part; begin == end when they are not known
    std::uint32_t end = 0;
};

struct Row {
    std::uint32_t number = 0; // as the sender's program counts it, from 1
    std::string where;        // what a place says instead of "row 3": "page 1, line 12"
    std::vector<Cell> cells;
};

struct Table {
    std::string format;       // "csv", "xlsx", "html", "text"
    std::string message_type; // "purchase order table", "purchase order workbook" …
    std::string name;         // of the sheet, or empty
    std::uint32_t part = 0;
    std::vector<Row> rows;
};

// "A" to "Z", "AA" …: the letter a spreadsheet shows for a column counted from 0.
std::string column_letter(std::size_t column);
// "row 3, column B (Qty)"; the heading is left out when it is empty. "page 1, line 12 (Qty)" for a
// row that says itself where it stands.
Place cell_place(const Table& table, const Row& row, std::size_t column,
                 std::string_view heading = "");

} // namespace besteld::parsers
