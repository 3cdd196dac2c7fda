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

// Derived from base data by the import, or counted by it.
constexpr std::string_view beside_the_files[] = {
    "customer_term",    "item_word",         "tally", "base_data_import", "base_data_import_file",
    "base_data_staged", "base_data_approval"};

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

void shadow_in_sqlite(Session& session, const std::string& table) {
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
        session.run_script(cat("CREATE TEMPORARY TABLE ", sql.substr(word.size()), ";\n",
                               "INSERT INTO temp.", table, " SELECT * FROM main.", table, ";"));
    }
}

void shadow_in_postgres(Session& session, const std::string& table) {
    const auto schema = session.execute("SELECT current_schema()").rows.front().text(0);
    session.run_script(cat("CREATE TEMPORARY TABLE ", table, " (LIKE ", schema, ".", table,
                           " INCLUDING ALL); INSERT INTO pg_temp.", table,
                           " OVERRIDING SYSTEM VALUE SELECT * FROM ", schema, ".", table,
                           "; ANALYZE pg_temp.", table, ";"));
}

} // namespace

void Store::shadow_base_data() {
    std::set<std::string> tables(std::begin(beside_the_files), std::end(beside_the_files));
    for (const auto& spec : file_specs()) {
        tables.emplace(spec.table);
        tables.insert(cat(spec.table, "_past"));
    }
    for (const auto& table : tables) {
        if (!exists(*session_, table)) continue;
        if (session_->engine() == Engine::sqlite)
            shadow_in_sqlite(*session_, table);
        else
            shadow_in_postgres(*session_, table);
    }
}

} // namespace besteld
