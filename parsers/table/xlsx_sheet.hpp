// SPDX-License-Identifier: Apache-2.0
#pragma once

// The XML parts of a workbook (ECMA-376 part 1, SpreadsheetML) as plain values.

#include "parsers/table/table.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

struct WorkbookSheet {
    std::string name;
    std::string target; // the part's name in the archive: "xl/worksheets/sheet1.xml"
    bool hidden = false;
};

// What cells refer to.
struct WorkbookContext {
    std::vector<std::string> shared_strings;
    std::vector<bool> date_styles; // by cell style (cellXfs): shown as a date
    bool dates_from_1904 = false;
};

struct SheetRows {
    std::vector<Row> rows;
    std::size_t formulas_without_value = 0;
    std::string first_formula; // "F14"
};

// Each error says which part is wrong and how.
std::expected<std::vector<WorkbookSheet>, std::string>
read_workbook(const std::string& workbook, const std::string& relations, WorkbookContext& context);
std::expected<std::vector<std::string>, std::string> read_shared_strings(const std::string& part);
std::expected<std::vector<bool>, std::string> read_date_styles(const std::string& part);
// At most 100,000 rows and 512 columns.
std::expected<SheetRows, std::string> read_sheet(const std::string& part,
                                                 const WorkbookContext& context);

// Whether a number format shows a calendar day: "dd/mm/yyyy", not "0.00" nor "h:mm".
bool shows_date(std::string_view format_code);
// A stored number as a person would read it: without exponent, rounded to the fifteen digits that
// spreadsheets keep ("3.0799999999999996" is 3.08). Three decimals get a zero behind them, so that
// nobody takes "1.125" for a thousand.
std::string plain_number(std::string_view stored);
// "2026-03-05" for a day number of the 1900 or 1904 system; empty when it is no such day.
std::string date_of_serial(std::string_view stored, bool from_1904);

} // namespace besteld::parsers
