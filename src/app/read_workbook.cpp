// SPDX-License-Identifier: Apache-2.0
#include "app/read_workbook.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "parsers/table/xlsx.hpp"
#include "store/base_data_text.hpp"
#include "store/import_columns.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace besteld {

namespace {

bool names_a_table(const std::string& name) {
    return std::ranges::find(file_specs(), std::string_view(to_lower_ascii(name)),
                             &FileSpec::name) != file_specs().end();
}

bool is_empty(const TextRow& row) {
    return std::ranges::all_of(row.cells, [](const std::string& cell) { return cell.empty(); });
}

TextRow row_of(const parsers::Row& row) {
    TextRow text{.number = static_cast<int>(row.number)};
    for (const auto& cell : row.cells)
        text.cells.emplace_back(strip_apostrophe(trim(cell.text)));
    return text;
}

// Cells behind the last heading hold notes at best: they are an error when they are filled.
TextTable table_of(const parsers::Table& sheet, const std::string& path,
                   std::vector<ImportProblem>& problems) {
    TextTable table{.file = cat(path, "#", sheet.name), .name = sheet.name};
    for (const auto& line : sheet.rows) {
        auto row = row_of(line);
        if (is_empty(row)) continue;
        if (table.headings.empty()) {
            while (row.cells.back().empty())
                row.cells.pop_back();
            table.headings = std::move(row.cells);
            continue;
        }
        const auto width = table.headings.size();
        if (row.cells.size() > width &&
            !std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width), row.cells.end(),
                         [](const std::string& cell) { return cell.empty(); }))
            problems.push_back({table.file, row.number, "", "a cell stands under no heading",
                                "name its column in the first row, or empty it"});
        row.cells.resize(width);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

bool is_workbook(const std::string& path) {
    return to_lower_ascii(std::filesystem::path(path).extension().string()) == ".xlsx";
}

void add_sheets(const std::string& path, std::vector<TextTable>& tables,
                std::vector<ImportProblem>& problems) {
    std::string bytes;
    try { // the adapter of a throwing call
        bytes = read_file(path);
    } catch (const std::system_error& fault) {
        problems.push_back({path, 0, "", fault.what(), "check the path and its rights"});
        return;
    }
    const auto sheets = parsers::workbook_tables(bytes);
    if (!sheets) {
        problems.push_back({path, 0, "", sheets.error(), "save the workbook again, or as CSV"});
        return;
    }
    const auto stem = std::filesystem::path(path).stem().string();
    for (const auto& sheet : *sheets) {
        auto table = table_of(sheet, path, problems);
        if (sheets->size() == 1 && !names_a_table(sheet.name) && names_a_table(stem))
            table.name = stem;
        tables.push_back(std::move(table));
    }
    if (sheets->empty())
        problems.push_back({path, 0, "", "no visible sheet holds cells",
                            "the first row of a sheet "
                            "names its columns"});
}

} // namespace besteld
