// SPDX-License-Identifier: Apache-2.0
#pragma once

// What goes into and comes out of the upkeep of base data: imports, their previews, their list.
// Every import has a number and is kept for good; every row names the import that made it.

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct ImportProblem {
    std::string file;
    int row = 0;        // 1 = the heading
    std::string column; // heading
    std::string text;
    std::string hint;
};

struct TextRow {
    int number =
        0; // as ImportProblem counts: the heading is row 1; in TOML and JSON the first entry is 2
    std::vector<std::string> cells; // parallel to the headings
};

// A base data file as texts, whether it was CSV, TOML, JSON or a workbook's sheet.
struct TextTable {
    std::string file; // path as given, for problems
    std::string name; // what it holds: "prices"; empty: the file's name says it
    std::vector<std::string> headings;
    std::vector<TextRow> rows;
};

enum class ImportRun { apply, preview }; // a preview does everything and takes it back
enum class Missing { stay, end };        // rows of the files' tables that stand in no file
enum class SecondPerson { needed, not_needed };
enum class Tell { counts, rows }; // whether the report lists every row that changes

struct ImportRequest {
    std::vector<std::string> files;
    std::vector<TextTable> tables; // besides: what the caller read itself
    std::string actor;             // log-in name
    std::string os_user;           // who typed it, as the machine knows him; may be empty
    ImportRun run = ImportRun::apply;
    Missing missing = Missing::stay;
    // Needed: prices, addresses, identities and the like (store/base_data_guard.hpp) are only
    // proposed and wait for another person, unless the store holds no base data yet.
    SecondPerson second_person = SecondPerson::needed;
    Tell tell = Tell::counts;
    // Rows without valid_from begin on this day; rows that Missing::end ends were valid until the
    // day before. Absent: the day of the import in UTC, for ending alone.
    std::optional<Date> from;
};

enum class RowFate { added, changed, ended };
std::string_view name_of(RowFate fate); // "added"
struct CellChange {
    std::string column; // heading
    std::string before; // as the files write it
    std::string after;
};
struct RowChange {
    std::string file;
    int row = 0; // 0: the row stands in no file
    std::string table;
    std::string key; // "C1001 NK-100 2026-01-01"
    RowFate fate = RowFate::added;
    std::vector<CellChange> cells; // of a changed row those that differ; else those that are filled
};
struct FileReport {
    std::string file;
    std::string table; // "prices"
    int rows = 0;
    int added = 0;
    int changed = 0;
    int ended = 0;
    int unchanged = 0;
};

enum class ImportState { proposed, applying, effective, refused };

struct ImportReport {
    int rows = 0;
    int added = 0;
    int changed = 0;
    int ended = 0;
    int unchanged = 0;
    std::vector<ImportProblem> problems; // not empty: nothing at all was imported
    std::vector<FileReport> files;
    std::vector<RowChange> changes;             // Tell::rows
    std::int64_t number = 0;                    // of the import; 0: preview or refused
    ImportState state = ImportState::effective; // or proposed; of a preview what it would be
};

// One import as `besteld import --list` shows it.
struct ImportRecord {
    std::int64_t number = 0;
    std::int64_t undoes = 0; // 0: files were imported
    std::int64_t undone_by = 0;
    ImportState state = ImportState::effective;
    std::string actor;
    std::string os_user;
    Instant at{};                     // imported or proposed
    std::optional<Instant> effective; // its rows count from here on
    std::string basis;       // first_fill, nothing_guarded, one_person, second_person; else empty
    std::string approved_by; // of second_person
    std::string reason;      // of a refusal, with who refused
    int rows = 0;
    int added = 0;
    int changed = 0;
    int ended = 0;
    int unchanged = 0;
    struct File {
        std::string name;
        std::string sha256; // of the bytes, or of a sheet's cells
        int rows = 0;
    };
    std::vector<File> files;
};

enum class ExportFormat { csv, json };
struct ExportRequest {
    std::string folder; // made when it does not exist
    ExportFormat format = ExportFormat::csv;
    std::string table; // "prices"; empty: every one
};

} // namespace besteld
