// SPDX-License-Identifier: Apache-2.0
#include "store/base_data_writer.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/base_data_text.hpp"
#include "store/import_followers.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view fate_names[] = {"added", "changed", "ended"};

std::string told(const FileSpec& spec, const Columns& row, RowFate fate,
                 const std::vector<CellChange>& cells) {
    auto text = cat(spec.table, '\n', key_text(spec, row), '\n',
                    fate_names[static_cast<std::size_t>(fate)], '\n');
    for (const auto& cell : cells)
        text += cat(cell.column, '=', cell.before, "->", cell.after, '\n');
    return text;
}

bool equal_where_named(const Columns& stored, const Columns& row) {
    return std::ranges::all_of(row, [&](const auto& cell) {
        const auto known = stored.find(cell.first);
        return cell.first == "import_id" ||
               (known != stored.end() && same_cell(known->second, cell.second));
    });
}

} // namespace

std::vector<CellChange> cell_changes(const FileSpec& spec, const Columns& before,
                                     const Columns& after) {
    std::vector<CellChange> cells;
    for (const auto& column : spec.columns) {
        CellChange cell{.column = std::string(column.heading)};
        if (!before.empty()) cell.before = heading_text(column, before);
        if (!after.empty()) cell.after = heading_text(column, after);
        if (cell.before != cell.after) cells.push_back(std::move(cell));
    }
    return cells;
}

void BaseDataWriter::put(const FileSpec& spec, const Columns& row, const Place& place,
                         RowFate change) {
    const auto before = rows_.find(spec, row);
    if (before.empty()) {
        rows_.insert(spec, row);
        note(spec, place, RowFate::added, {}, row);
    } else if (equal_where_named(before, row)) {
        ++report_.unchanged;
        ++file_report(spec, place.file).unchanged;
    } else {
        auto after = before;
        for (const auto& [name, cell] : row)
            after.insert_or_assign(name, cell);
        rows_.update(spec, row);
        note(spec, place, change, before, after);
    }
    write_followers(session_, rows_, spec, row);
}

void BaseDataWriter::remove(const FileSpec& spec, const Columns& row, const Place& place) {
    drop_followers(session_, rows_, spec, row);
    const auto problems = report_.problems.size();
    tell_who_names(spec, row, place);
    if (report_.problems.size() != problems) return;
    rows_.remove(spec, row);
    note(spec, place, RowFate::ended, row, {});
}

void BaseDataWriter::tell_who_names(const FileSpec& spec, const Columns& row, const Place& place) {
    const auto refuse = [&](const FileSpec& other) {
        report_.problems.push_back({place.file, place.row, std::string(spec.key.front()),
                                    cat(spec.table, " ", key_text(spec, row),
                                        " cannot go: ", other.name, " still name it"),
                                    cat("end those too, with --complete and ", other.name,
                                        ".csv; or give it an end in this file")});
    };
    if (spec.key.size() != 1) return; // only single columns are referred to
    const auto& wanted = row.find(spec.key.front())->second;
    const auto name = cat(spec.table, ".", spec.key.front());
    for (const auto& other : file_specs()) {
        for (const auto& column : other.columns)
            if (column.refers == name && !session_
                                              .execute(cat("SELECT 1 FROM ", other.table, " WHERE ",
                                                           column.heading, " = $1 LIMIT 1"),
                                                       {wanted})
                                              .rows.empty())
                return refuse(other);
        const bool scoped = std::ranges::find(other.key, "scope_key") != other.key.end();
        if (scoped && spec.name == "customers" &&
            !session_
                 .execute(cat("SELECT 1 FROM ", other.table,
                              " WHERE scope_key = 'customer:' || $1 LIMIT 1"),
                          {wanted})
                 .rows.empty())
            return refuse(other);
    }
}

std::string BaseDataWriter::fingerprint() const {
    return sha256_hex(guarded_changes_);
}

void BaseDataWriter::note(const FileSpec& spec, const Place& place, RowFate fate,
                          const Columns& before, const Columns& after) {
    auto& file = file_report(spec, place.file);
    const auto count = [&](int& in_all, int& in_file) {
        ++in_all;
        ++in_file;
    };
    if (fate == RowFate::added) count(report_.added, file.added);
    if (fate == RowFate::changed) count(report_.changed, file.changed);
    if (fate == RowFate::ended) count(report_.ended, file.ended);
    const bool is_its = is_guarded(spec.table, before, after) == Guarded::yes;
    if (is_its) guarded_ = Guarded::yes;
    if (!is_its && tell_ == Tell::counts) return;
    auto cells = cell_changes(spec, before, after);
    const auto& row = after.empty() ? before : after;
    if (is_its) guarded_changes_ = sha256_hex(guarded_changes_ + told(spec, row, fate, cells));
    if (tell_ == Tell::rows)
        report_.changes.push_back({.file = place.file,
                                   .row = place.row,
                                   .table = std::string(spec.name),
                                   .key = key_text(spec, row),
                                   .fate = fate,
                                   .cells = std::move(cells)});
}

FileReport& BaseDataWriter::file_report(const FileSpec& spec, const std::string& file) {
    const auto found = std::ranges::find_if(report_.files, [&](const FileReport& known) {
        return known.file == file && known.table == spec.name;
    });
    if (found != report_.files.end()) return *found;
    return report_.files.emplace_back(FileReport{.file = file, .table = std::string(spec.name)});
}

} // namespace besteld
