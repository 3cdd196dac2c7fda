// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"
#include "parsers/table/table.hpp"

#include <expected>
#include <string>
#include <vector>

namespace besteld::parsers {

// An archive that holds xl/workbook.xml, whatever it is called.
bool looks_like_xlsx(std::string_view bytes);

// The visible sheets that hold cells, as they are. Strict, for files of our own people: a sheet
// that cannot be read, or a formula without a stored value, is an error that says which.
std::expected<std::vector<Table>, std::string> workbook_tables(std::string_view bytes);

// The orders in a workbook (ECMA-376): every visible sheet with a heading row goes through
// read_table. Cells count with the values their program stored; formulas are never computed.
// Places name sheet, row and column.
Parsed read_xlsx(std::string_view bytes, std::uint32_t part, const ReadHint& hint);

} // namespace besteld::parsers
