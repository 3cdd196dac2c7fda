// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"
#include "parsers/table/table.hpp"

#include <expected>

namespace besteld::parsers {

// Named or declared as CSV, or a text whose lines fall into columns under a heading row. EDI never
// does.
bool looks_like_csv(std::string_view bytes, const ReadHint& hint);

// Comma, semicolon, tab or bar, whichever makes a heading row of the file; RFC 4180 quotes; UTF-8,
// UTF-16 or, when it is neither, windows-1252. At most 100,000 rows, 512 columns and 64 KB per
// cell.
Parsed read_csv(std::string_view bytes, std::uint32_t part, const ReadHint& hint);

// One delimiter's view of the text (UTF-8), without the order logic. The problem names the line.
std::expected<Table, Problem> split_csv(std::string_view utf8, char delimiter,
                                        std::size_t max_rows);

} // namespace besteld::parsers
