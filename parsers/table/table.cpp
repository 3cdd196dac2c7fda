// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/table.hpp"

#include "base/text.hpp"

namespace besteld::parsers {

std::string column_letter(std::size_t column) {
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

Place cell_place(const Table& table, const Row& row, std::size_t column, std::string_view heading) {
    Place place{.part = table.part};
    if (column < row.cells.size()) {
        place.begin = row.cells[column].begin;
        place.end = row.cells[column].end;
    }
    std::string where = table.name.empty() ? "" : cat("sheet ", table.name, ", ");
    where +=
        row.where.empty() ? cat("row ", row.number, ", column ", column_letter(column)) : row.where;
    if (!heading.empty()) where += cat(" (", heading, ")");
    place.where = std::move(where);
    return place;
}

} // namespace besteld::parsers
