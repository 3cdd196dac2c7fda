// SPDX-License-Identifier: Apache-2.0

// "What if": base data of one connection alone. A temporary table hides the real one of the same
// name on both engines, so that every reader and the import work as they are, and nothing that
// others see is written or locked.
#include "base/text.hpp"
#include "store/import_columns.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <set>

namespace besteld {

namespace {

// Derived from base data by the import, or counted and recorded by it.
constexpr std::string_view beside_the_files[] = {
    "customer_term",    "item_former",           "item_word",          "tally",
    "base_data_import", "base_data_import_file", "base_data_approval", "chain_head"};
// Written by the import and read by nobody here: hidden by empty tables.
constexpr std::string_view only_written[] = {"event"};

enum class Rows { copied, none };

bool exists(Session& session, const std::string& table) {
    const auto sql = session.engine() == Engine::sqlite
                         ? "SELECT count(*) FROM main.sqlite_master WHERE type = 'table' "
                           "AND name = $1"
                         : "SELECT count(*) FROM pg_catalog.pg_tables WHERE tablename = $1 AND "
                           "schemaname = current_schema()";
    return session.execute(sql, {value(table)}).rows.front().integer(0) > 0;
}

// "CREATE UNIQUE INDEX name ON …" → "CREATE UNIQUE INDEX temp.name ON …"
std::string as_temporary_index(const std::string& sql) {
    constexpr std::string_view word = "INDEX ";
    const auto at = sql.find(word);
    return at == std::string::npos
               ? std::string{}
               : cat(sql.substr(0, at + word.size()), "temp.", sql.substr(at + word.size()));
}

void shadow_in_sqlite(Session& session, const std::string& table, Rows rows) {
    constexpr std::string_view word = "CREATE TABLE ";
    const auto found = session.execute("SELECT type, sql FROM main.sqlite_master WHERE "
                                       "tbl_name = $1 AND type IN ('table', 'index') AND "
                                       "sql IS NOT NULL ORDER BY type DESC",
                                       {value(table)});
    for (const auto& row : found.rows) {
        const auto& sql = row.text(1);
        if (row.text(0) != "table") {
            session.run_script(as_temporary_index(sql) + ";");
            continue;
        }
        session.run_script(cat("CREATE TEMPORARY TABLE ", sql.substr(word.size()), ";"));
        if (rows == Rows::copied)
            session.run_script(cat("INSERT INTO temp.", table, " SELECT * FROM main.", table, ";"));
    }
}

void shadow_in_postgres(Session& session, const std::string& table, Rows rows) {
    const auto home = session.execute("SELECT current_schema()::text").rows.front().text(0);
    session.run_script(
        cat("CREATE TEMPORARY TABLE ", table, " (LIKE ", home, ".", table, " INCLUDING ALL);"));
    if (rows == Rows::none) return;
    session.run_script(cat("INSERT INTO pg_temp.", table, " SELECT * FROM ", home, ".", table,
                           "; ANALYZE pg_temp.", table, ";"));
    // The copy's numbers go on where the copied rows end.
    const auto counted = session.execute(
        "SELECT column_name::text FROM information_schema.columns WHERE table_schema = $1 AND "
        "table_name = $2 AND is_identity = 'YES'",
        {value(home), value(table)});
    for (const auto& row : counted.rows)
        session.run_script(cat("SELECT setval(pg_get_serial_sequence('pg_temp.", table, "', '",
                               row.text(0), "'), (SELECT coalesce(max(", row.text(0),
                               "), 0) + 1 FROM pg_temp.", table, "));"));
}

void shadow(Session& session, const std::string& table, Rows rows) {
    if (!exists(session, table)) return;
    if (session.engine() == Engine::sqlite)
        shadow_in_sqlite(session, table, rows);
    else
        shadow_in_postgres(session, table, rows);
}

} // namespace

void Store::shadow_base_data() {
    // The copies refer to each other and come in any order.
    const bool sqlite = session_->engine() == Engine::sqlite;
    if (sqlite) session_->run_script("PRAGMA foreign_keys = OFF;");
    std::set<std::string> tables(std::begin(beside_the_files), std::end(beside_the_files));
    for (const auto& spec : file_specs()) {
        tables.emplace(spec.table);
        tables.insert(cat(spec.table, "_past"));
    }
    for (const auto& table : tables)
        shadow(*session_, table, Rows::copied);
    for (const auto table : only_written)
        shadow(*session_, std::string(table), Rows::none);
    if (sqlite) session_->run_script("PRAGMA foreign_keys = ON;");
}

} // namespace besteld
