// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"
#include "parsers/table/table.hpp"

namespace besteld::parsers {

// Whether a heading row stands in the table, declared or known.
bool has_order_heading(const Table& table, const ReadHint& hint);

// The orders in a table: one draft per order number when a column holds it, else one. Labels above
// the table ("PO number: 4711") fill the head. Total and empty rows are left out, counted and
// noted. A table without a heading row yields a problem that names what was looked for.
Parsed read_table(const Table& table, const ReadHint& hint);

} // namespace besteld::parsers
