// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/import_columns.hpp"
#include "store/import_table.hpp"

#include <map>
#include <string>
#include <vector>

namespace besteld {

// One row ready for the database: column → value, derived columns included.
struct BaseRow {
    int number = 0;
    std::map<std::string, Value, std::less<>> columns;
};
struct BaseTable {
    const FileSpec* spec = nullptr;
    std::string file;
    std::vector<BaseRow> rows;
};

// Headings, cells and what one row alone can tell. Problems are added; rows with problems are left
// out.
BaseTable validate(const TextTable& table, const FileSpec& spec,
                   std::vector<ImportProblem>& problems);

// At most this many are told: a wrong separator would make one per cell.
inline constexpr std::size_t most_problems = 200;

} // namespace besteld
