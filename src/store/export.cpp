// SPDX-License-Identifier: Apache-2.0

// Base data out, in the form that the import takes: what is exported and imported into an empty
// store is the same again.
#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "store/base_data_scan.hpp"
#include "store/base_data_text.hpp"
#include "store/store.hpp"

#include <boost/json.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace besteld {

namespace {

// Texts that people write; numbers, dates and codes of fixed form start no formula.
bool is_free_text(CellKind kind) {
    switch (kind) {
    case CellKind::yes_no:
    case CellKind::whole:
    case CellKind::decimal:
    case CellKind::positive:
    case CellKind::percent:
    case CellKind::date:
    case CellKind::instant:
    case CellKind::clock:
        return false;
    default:
        return true;
    }
}

std::string cell_of(const ColumnSpec& column, const std::string& text) {
    return csv_cell(is_free_text(column.kind) ? neutralised(text) : text);
}

std::string csv_row(const FileSpec& spec, const Columns& row) {
    std::vector<std::string> cells;
    for (const auto& column : spec.columns)
        cells.push_back(cell_of(column, heading_text(column, row)));
    return cat(join(cells, ","), "\n");
}

std::string csv_headings(const FileSpec& spec) {
    std::vector<std::string> headings;
    for (const auto& column : spec.columns)
        headings.emplace_back(column.heading);
    return cat(join(headings, ","), "\n");
}

std::string json_row(const FileSpec& spec, const Columns& row) {
    boost::json::object object;
    for (const auto& column : spec.columns)
        if (auto text = heading_text(column, row); !text.empty())
            object.emplace(column.heading, std::move(text));
    return boost::json::serialize(object);
}

void write_table(Session& session, const FileSpec& spec, ExportFormat format, std::ostream& out) {
    BaseDataScan scan(session, spec);
    bool first = true;
    out << (format == ExportFormat::csv ? csv_headings(spec) : std::string("["));
    for (auto rows = scan.next(); !rows.empty(); rows = scan.next())
        for (const auto& row : rows) {
            if (format == ExportFormat::csv)
                out << csv_row(spec, row);
            else
                out << (first ? "\n" : ",\n") << json_row(spec, row);
            first = false;
        }
    if (format == ExportFormat::json) out << "\n]\n";
}

} // namespace

std::string Store::export_table(const std::string& table) {
    Transaction snapshot(*session_, Access::read);
    std::ostringstream out;
    for (const auto& spec : file_specs())
        if (table == spec.name) write_table(*session_, spec, ExportFormat::csv, out);
    snapshot.commit();
    return std::move(out).str();
}

std::vector<std::string> Store::export_base_data(const ExportRequest& request) {
    namespace fs = std::filesystem;
    fs::create_directories(request.folder);
    const auto extension = request.format == ExportFormat::csv ? ".csv" : ".json";
    std::vector<std::string> written;
    Transaction snapshot(*session_, Access::read);
    for (const auto& spec : file_specs()) {
        if (!request.table.empty() && request.table != spec.name) continue;
        const auto path = (fs::path(request.folder) / cat(spec.name, extension)).string();
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        write_table(*session_, spec, request.format, out);
        out.close();
        if (!out) throw std::system_error(errno, std::generic_category(), path);
        written.push_back(path);
    }
    snapshot.commit();
    return written;
}

} // namespace besteld
