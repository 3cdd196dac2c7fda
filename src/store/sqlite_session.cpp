// SPDX-License-Identifier: Apache-2.0

// SQLite behind Session: the only file that sees sqlite3.h. WAL with synchronous=FULL, because
// NORMAL may roll back committed work after a power loss.
#include "store/session.hpp"

#include "base/text.hpp"
#include "store/store.hpp"

#include <sqlite3.h>

#include <string>
#include <unordered_map>

namespace besteld {

namespace {

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

// Other daemons and the web's connection write too: wait this long for them.
constexpr int busy_timeout_ms = 10'000;
constexpr std::size_t cached_statements = 300;

class SqliteSession final : public Session {
public:
    explicit SqliteSession(const std::string& path);

    Engine engine() const override { return Engine::sqlite; }
    void run_script(const std::string& sql) override;
    std::string integrity_problem() override;
    void take_turn() override {}    // one writer at a time is all there is
    void forget_plans() override {} // the engine does so itself when the schema changes

protected:
    Result run(const std::string& sql, const std::vector<Value>& parameters) override;
    // IMMEDIATE: a transaction that will write waits at its beginning, where waiting is safe; one
    // that began as a reader could only be refused.
    void begin(Access access) override {
        command(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
    }
    void command(const std::string& sql) override { run(sql, {}); }

private:
    [[noreturn]] void fail(std::string_view doing) const {
        const std::string text = cat("SQLite: ", sqlite3_errmsg(db_.get()), " (", doing, ")");
        if ((sqlite3_errcode(db_.get()) & 0xFF) == SQLITE_BUSY) throw StoreBusy(text);
        throw StoreFault(text);
    }
    sqlite3_stmt* prepared(const std::string& sql);
    void bind(sqlite3_stmt* statement, int position, const Value& value);
    static Row row_of(sqlite3_stmt* statement);

    Database db_;
    std::unordered_map<std::string, Statement> statements_;
};

SqliteSession::SqliteSession(const std::string& path) {
    sqlite3* opened = nullptr;
    const int rc = sqlite3_open_v2(path.c_str(), &opened,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                                       SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   nullptr);
    db_.reset(opened);
    if (rc != SQLITE_OK) fail(cat("opening ", path));
    sqlite3_busy_timeout(db_.get(), busy_timeout_ms);
    // 4,000 pages = 16 MB of log before a checkpoint: fewer of the slow commits that carry one.
    run_script(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;"
        "PRAGMA trusted_schema = OFF;");
}

sqlite3_stmt* SqliteSession::prepared(const std::string& sql) {
    if (const auto found = statements_.find(sql); found != statements_.end())
        return found->second.get();
    // Texts are few and constant; an unexpected flood of them must not fill the memory.
    if (statements_.size() >= cached_statements) statements_.clear();
    const std::string text = dialect(sql);
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v3(db_.get(), text.data(), static_cast<int>(text.size()),
                           SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
        fail(text);
    return statements_.emplace(sql, Statement(made)).first->second.get();
}

void SqliteSession::bind(sqlite3_stmt* statement, int position, const Value& value) {
    const int index = sqlite3_bind_parameter_index(statement, cat("$", position).c_str());
    if (index == 0)
        throw StoreFault(cat("SQLite: no parameter $", position, " in ", sqlite3_sql(statement)));
    int rc = SQLITE_OK;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        rc = sqlite3_bind_int64(statement, index, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
        rc = sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC,
                                 SQLITE_UTF8);
    else if (const auto* blob = std::get_if<Blob>(&value))
        rc = sqlite3_bind_blob64(statement, index, blob->bytes.data(), blob->bytes.size(),
                                 SQLITE_STATIC);
    else
        rc = sqlite3_bind_null(statement, index);
    if (rc != SQLITE_OK) fail("binding");
}

Row SqliteSession::row_of(sqlite3_stmt* statement) {
    std::vector<Value> cells;
    const int columns = sqlite3_column_count(statement);
    cells.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) {
        const int type = sqlite3_column_type(statement, i);
        if (type == SQLITE_INTEGER) {
            cells.emplace_back(sqlite3_column_int64(statement, i));
        } else if (type == SQLITE_NULL) {
            cells.emplace_back(std::monostate{});
        } else {
            const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, i));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
            std::string bytes = size == 0 ? std::string() : std::string(data, size);
            if (type == SQLITE_BLOB)
                cells.emplace_back(Blob{std::move(bytes)});
            else
                cells.emplace_back(std::move(bytes));
        }
    }
    return Row(std::move(cells));
}

Result SqliteSession::run(const std::string& sql, const std::vector<Value>& parameters) {
    auto* statement = prepared(sql);
    // A statement left in the middle would hold its read lock: reset on every way out.
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> reset(statement, &sqlite3_reset);
    sqlite3_clear_bindings(statement);
    int position = 0;
    for (const auto& parameter : parameters)
        bind(statement, ++position, parameter);
    Result result;
    int rc = SQLITE_OK;
    while ((rc = sqlite3_step(statement)) == SQLITE_ROW)
        result.rows.push_back(row_of(statement));
    if (rc != SQLITE_DONE) fail(sqlite3_sql(statement));
    result.changed = sqlite3_changes64(db_.get());
    return result;
}

void SqliteSession::run_script(const std::string& sql) {
    if (sqlite3_exec(db_.get(), dialect(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(sql);
}

std::string SqliteSession::integrity_problem() {
    const auto answer = run("PRAGMA quick_check(5)", {});
    std::string problem;
    for (const auto& row : answer.rows)
        if (row.text(0) != "ok") problem += cat(problem.empty() ? "" : "; ", row.text(0));
    if (!problem.empty()) return problem;
    const auto orphans = run("PRAGMA foreign_key_check", {});
    if (orphans.rows.empty()) return {};
    return cat("a row of table ", orphans.rows.front().text(0), " refers to a row of ",
               orphans.rows.front().text(2), " that does not exist");
}

} // namespace

std::unique_ptr<Session> open_sqlite(const std::string& path) {
    return std::make_unique<SqliteSession>(path);
}

} // namespace besteld
