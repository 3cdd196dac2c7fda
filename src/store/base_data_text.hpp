// SPDX-License-Identifier: Apache-2.0
#pragma once

// Base data rows as the texts that the files hold: the way back from parse_cell and the derived
// columns of import_rows.cpp.

#include "store/history.hpp"

#include <string>
#include <string_view>

namespace besteld {

// parse_cell(column, cell_text(column, value)) gives the value again.
std::string cell_text(const ColumnSpec& column, const Value& value);
// The cell under the heading, which may be derived: applies_to stands in scope_key, an identity's
// value in identity_key.
std::string heading_text(const ColumnSpec& column, const Columns& row);
// "C1001 NK-100 2026-01-01": by what a person knows the row.
std::string key_text(const FileSpec& spec, const Columns& row);
// The key as bytes that differ when the keys do, for programs.
std::string exact_key(const FileSpec& spec, const Columns& row);

// A text that a spreadsheet would run as a formula gets an apostrophe before it, as spreadsheets do
// it themselves; so does one that would otherwise be taken for such a one. strip gives the text
// back. (OWASP ASVS 5.0, 1.2.10)
std::string neutralised(std::string_view text);
std::string_view strip_apostrophe(std::string_view text);

} // namespace besteld
