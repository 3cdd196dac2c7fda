// SPDX-License-Identifier: Apache-2.0
#pragma once

// Base data in two times. A row says from when to when it is valid, where its kind has that; and
// besides, the database says from when to when we knew it so. The tables hold what is known now,
// with import_id and recorded_from; beside each stands TABLE_past with every version that was
// superseded or ended, with recorded_to and ended_by. The past tables follow from the tables'
// columns, so that a new column or table needs no word here.

#include "store/import_columns.hpp"
#include "store/session.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// Of the table, without import_id and recorded_from; in the order of the schema.
std::vector<std::string> data_columns(Session& session, std::string_view table);

// Adds what is missing: import_id and recorded_from, past tables and their columns, the guards of
// base_data_guard.hpp. Part of a migration's transaction, after its steps.
void shape_history(Session& session);

// Which import writes, and from when on its rows count (later than any import before it).
struct Stamp {
    std::int64_t import_id = 0;
    Instant at{};
};

using Columns = std::map<std::string, Value, std::less<>>;

// Writes rows of base data so that nothing that was known is forgotten.
class VersionedRows {
public:
    VersionedRows(Session& session, Stamp stamp) : session_(session), stamp_(stamp) {}
    const Stamp& stamp() const { return stamp_; }

    // The row with this key as it is now; empty: there is none.
    Columns find(const FileSpec& spec, const Columns& key);
    void insert(const FileSpec& spec, const Columns& row);
    // Both keep the version before.
    void update(const FileSpec& spec, const Columns& row);
    void remove(const FileSpec& spec, const Columns& key);
    const std::vector<std::string>& columns(std::string_view table);

private:
    void keep_past(const FileSpec& spec, const Columns& key);
    Session& session_;
    Stamp stamp_;
    std::map<std::string, std::vector<std::string>, std::less<>> columns_;
};

bool same_cell(const Value& a, const Value& b);

// What one import made of a row: nothing before when it came, nothing after when it went. Both hold
// the data columns and import_id.
struct TouchedRow {
    Columns before;
    Columns after;
    const Columns& key() const { return after.empty() ? before : after; }
};
// Latest first, so that what was freed before it was taken again can be undone in this order.
std::vector<TouchedRow> rows_touched_by(Session& session, const FileSpec& spec,
                                        std::int64_t import_id);

// "WHERE a = $1 AND b = $2" with its parameters, for the key of the row.
struct KeyCondition {
    std::string text;
    std::vector<Value> parameters;
};
KeyCondition key_condition(const FileSpec& spec, const Columns& row, std::size_t first = 1);

// Names the current tables' stand-ins for one transaction: until it is rolled back every query of
// this session reads base data as they were known at the moment. Needs a transaction that may
// write, for PostgreSQL's sake; nothing is written.
void show_as_known_at(Session& session, Instant at);

} // namespace besteld
