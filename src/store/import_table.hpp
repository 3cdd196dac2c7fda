// SPDX-License-Identifier: Apache-2.0
#pragma once

// A base data file as texts: headings and rows, whether it was CSV, TOML or JSON.

#include "store/base_data.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace besteld {

using TableOrProblem = std::expected<TextTable, ImportProblem>;

// By the file name's extension: .csv, .toml, .json.
TableOrProblem read_table(const std::string& path);

// RFC 4180 in UTF-8, with or without a byte order mark; the separator is the one of tab, ";"
// and "," that the heading row holds. Blank lines are skipped.
TableOrProblem parse_csv(const std::string& file, std::string_view bytes);
// One array of tables, whatever its name: [[items]] …
TableOrProblem parse_toml(const std::string& file, std::string_view bytes);
// An array of objects, alone or as the only member of an object. Decimals as text or number; a
// number keeps the digits it was written with only up to 15, so amounts are better written as text.
TableOrProblem parse_json_table(const std::string& file, std::string_view bytes);

} // namespace besteld
