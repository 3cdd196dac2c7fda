// SPDX-License-Identifier: Apache-2.0
#include "store/history.hpp"

#include "base/text.hpp"
#include "store/base_data_guard.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

struct Column {
    std::string name;
    std::string type; // as the engine calls it
};

std::vector<Column> live_columns(Session& session, std::string_view table) {
    constexpr std::string_view sqlite = "SELECT name, type FROM pragma_table_info($1) ORDER BY cid";
    constexpr std::string_view postgres =
        "SELECT column_name::text, data_type::text FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
    std::vector<Column> columns;
    const auto found =
        session.execute(session.engine() == Engine::sqlite ? sqlite : postgres, {value(table)});
    for (const auto& row : found.rows)
        columns.push_back({row.text(0), to_lower_ascii(row.text(1))});
    return columns;
}

bool has(const std::vector<Column>& columns, std::string_view name) {
    return std::ranges::find(columns, name, &Column::name) != columns.end();
}

constexpr std::string_view import_id = "import_id";
constexpr std::string_view recorded_from = "recorded_from";

bool is_bookkeeping(std::string_view column) {
    return column == import_id || column == recorded_from;
}

// A past row keeps what was, whatever the rules are by now: kinds only, no constraints.
std::string past_type(const Column& column, std::string_view table) {
    if (column.type.find("int") != std::string::npos) return "BIGINT";
    if (column.type.find("text") != std::string::npos) return "{text}";
    throw StoreFault(cat("column ", column.name, " of ", table, " is of kind ", column.type,
                         ", which base data does not use"));
}

void add_bookkeeping(Session& session, std::string_view table, std::vector<Column>& columns) {
    for (const auto name : {import_id, recorded_from}) {
        if (has(columns, name)) continue;
        session.run_script(
            cat("ALTER TABLE ", table, " ADD COLUMN ", name, " BIGINT NOT NULL DEFAULT 0"));
        columns.push_back({std::string(name), "bigint"});
    }
}

void make_past(Session& session, const FileSpec& spec, const std::vector<Column>& columns) {
    const auto past = cat(spec.table, "_past");
    auto script = cat("CREATE TABLE ", past,
                      " (past_id {id}, ended_by BIGINT NOT NULL, recorded_to BIGINT NOT NULL");
    for (const auto& column : columns)
        script += cat(", ", column.name, " ", past_type(column, spec.table));
    const auto key = join({spec.key.begin(), spec.key.end()}, ", ");
    session.run_script(cat(script, "); CREATE INDEX ", past, "_ended ON ", past,
                           " (ended_by); CREATE INDEX ", past, "_import ON ", past,
                           " (import_id); CREATE INDEX ", past, "_key ON ", past, " (", key, ");"));
}

void widen_past(Session& session, const FileSpec& spec, const std::vector<Column>& columns,
                const std::vector<Column>& known) {
    for (const auto& column : columns)
        if (!has(known, column.name))
            session.run_script(cat("ALTER TABLE ", spec.table, "_past ADD COLUMN ", column.name,
                                   " ", past_type(column, spec.table)));
}

} // namespace

std::vector<std::string> data_columns(Session& session, std::string_view table) {
    std::vector<std::string> names;
    for (auto& column : live_columns(session, table))
        if (!is_bookkeeping(column.name)) names.push_back(std::move(column.name));
    return names;
}

void shape_history(Session& session) {
    std::set<std::string_view> done;
    for (const auto& spec : file_specs()) {
        if (!done.insert(spec.table).second) continue;
        auto columns = live_columns(session, spec.table);
        add_bookkeeping(session, spec.table, columns);
        if (const auto known = live_columns(session, cat(spec.table, "_past")); known.empty())
            make_past(session, spec, columns);
        else
            widen_past(session, spec, columns, known);
    }
    guard_tables(session);
}

KeyCondition key_condition(const FileSpec& spec, const Columns& row, std::size_t first) {
    KeyCondition condition;
    for (const auto column : spec.key) {
        condition.text += cat(condition.text.empty() ? " WHERE " : " AND ", column, " = $",
                              first + condition.parameters.size());
        condition.parameters.push_back(row.find(column)->second);
    }
    return condition;
}

const std::vector<std::string>& VersionedRows::columns(std::string_view table) {
    if (const auto known = columns_.find(table); known != columns_.end()) return known->second;
    return columns_.emplace(table, data_columns(session_, table)).first->second;
}

Columns VersionedRows::find(const FileSpec& spec, const Columns& key) {
    const auto& names = columns(spec.table);
    const auto where = key_condition(spec, key);
    const auto found = session_.execute(
        cat("SELECT ", join(names, ", "), ", import_id FROM ", spec.table, where.text),
        where.parameters);
    Columns row;
    if (found.rows.empty()) return row;
    for (std::size_t i = 0; i < names.size(); ++i)
        row.emplace(names[i], found.rows.front().cell(i));
    row.emplace(import_id, found.rows.front().cell(names.size()));
    return row;
}

void VersionedRows::insert(const FileSpec& spec, const Columns& row) {
    std::vector<std::string> names;
    std::vector<Value> values;
    for (const auto& [name, cell] : row) {
        if (is_bookkeeping(name)) continue;
        names.push_back(name);
        values.push_back(cell);
    }
    names.insert(names.end(), {std::string(import_id), std::string(recorded_from)});
    values.insert(values.end(), {value(stamp_.import_id), value(stamp_.at)});
    session_.execute(cat("INSERT INTO ", spec.table, " (", join(names, ", "), ") VALUES ",
                         parameter_rows(1, 1, values.size())),
                     values);
}

void VersionedRows::update(const FileSpec& spec, const Columns& row) {
    keep_past(spec, row);
    std::string set;
    std::vector<Value> values;
    const auto put = [&](std::string_view name, Value cell) {
        values.push_back(std::move(cell));
        set += cat(set.empty() ? " SET " : ", ", name, " = $", values.size());
    };
    for (const auto& [name, cell] : row)
        if (!is_bookkeeping(name) && std::ranges::find(spec.key, name) == spec.key.end())
            put(name, cell);
    put(import_id, stamp_.import_id);
    put(recorded_from, value(stamp_.at));
    const auto where = key_condition(spec, row, values.size() + 1);
    values.insert(values.end(), where.parameters.begin(), where.parameters.end());
    session_.execute(cat("UPDATE ", spec.table, set, where.text), values);
}

void VersionedRows::remove(const FileSpec& spec, const Columns& key) {
    keep_past(spec, key);
    const auto where = key_condition(spec, key);
    session_.execute(cat("DELETE FROM ", spec.table, where.text), where.parameters);
}

void VersionedRows::keep_past(const FileSpec& spec, const Columns& key) {
    const auto names = join(columns(spec.table), ", ");
    const auto where = key_condition(spec, key, 3);
    std::vector<Value> values{stamp_.import_id, value(stamp_.at)};
    values.insert(values.end(), where.parameters.begin(), where.parameters.end());
    session_.execute(cat("INSERT INTO ", spec.table, "_past (", names,
                         ", import_id, recorded_from, ended_by, recorded_to) SELECT ", names,
                         ", import_id, recorded_from, CAST($1 AS BIGINT), CAST($2 AS BIGINT) FROM ",
                         spec.table, where.text),
                     values);
}

// Both engines look among temporary names first: a view named as the table stands in for it, and no
// query needs to know. The moment is a number and stands in the text: a view has no parameters.
void show_as_known_at(Session& session, Instant at) {
    const auto home = session.engine() == Engine::sqlite
                          ? std::string("main")
                          : session.execute("SELECT current_schema()::text").rows.front().text(0);
    const auto moment = to_millis(at);
    std::set<std::string_view> done;
    std::string views;
    for (const auto& spec : file_specs()) {
        if (!done.insert(spec.table).second) continue;
        const auto names = join(data_columns(session, spec.table), ", ");
        views += cat("CREATE TEMPORARY VIEW ", spec.table, " AS SELECT ", names,
                     ", import_id, recorded_from FROM ", home, ".", spec.table,
                     " WHERE recorded_from <= ", moment, " UNION ALL SELECT ", names,
                     ", import_id, recorded_from FROM ", home, ".", spec.table,
                     "_past WHERE recorded_from <= ", moment, " AND recorded_to > ", moment, ";");
    }
    session.run_script(views);
    session.forget_plans();
}

} // namespace besteld
