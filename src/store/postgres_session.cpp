// SPDX-License-Identifier: Apache-2.0

// PostgreSQL behind Session: the only file that sees libpq. Results come in binary form, so that
// numbers and bytes need no quoting. A connection that broke is opened again at the next
// transaction.
#include "store/session.hpp"

#include "base/text.hpp"
#include "store/store.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace besteld {

namespace {

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, CloseConnection>;
using Answer = std::unique_ptr<PGresult, ClearResult>;

// pg_type.dat: the types our schema uses.
constexpr Oid oid_bool = 16, oid_bytea = 17, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23,
              oid_text = 25;

std::int64_t big_endian(const char* data, int length) {
    std::uint64_t number = static_cast<unsigned char>(*data) & 0x80U ? ~0ULL : 0ULL; // sign
    for (int i = 0; i < length; ++i)
        number = number << 8U | static_cast<unsigned char>(data[i]);
    return static_cast<std::int64_t>(number);
}

Value cell_of(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column)) return std::monostate{};
    const char* data = PQgetvalue(result, row, column);
    const int length = PQgetlength(result, row, column);
    switch (PQftype(result, column)) {
    case oid_bool:
        return std::int64_t{*data != 0};
    case oid_int2:
    case oid_int4:
    case oid_int8:
        return big_endian(data, length);
    case oid_bytea:
        return Blob{std::string(data, static_cast<std::size_t>(length))};
    default:
        return std::string(data, static_cast<std::size_t>(length));
    }
}

// serialization_failure, deadlock_detected, lock_not_available, query_canceled (statement_timeout)
constexpr std::array<std::string_view, 4> others_are_in_the_way{"40001", "40P01", "55P03", "57014"};

// What one execution hands to libpq: pointers into the parameters.
struct Bound {
    std::vector<Oid> types;
    std::vector<std::string> numbers; // texts of the integers
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats; // 1: binary
};

Bound bind(const std::vector<Value>& parameters) {
    Bound bound;
    bound.numbers.reserve(parameters.size()); // pointers into it must stay
    for (const auto& parameter : parameters) {
        Oid type = 0; // NULL: the server infers it
        const char* data = nullptr;
        std::size_t length = 0;
        int format = 0;
        if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
            data = bound.numbers.emplace_back(std::to_string(*number)).c_str();
            type = oid_int8;
        } else if (const auto* text = std::get_if<std::string>(&parameter)) {
            data = text->c_str();
            type = oid_text;
        } else if (const auto* blob = std::get_if<Blob>(&parameter)) {
            data = blob->bytes.data();
            length = blob->bytes.size();
            type = oid_bytea;
            format = 1;
        }
        bound.types.push_back(type);
        bound.values.push_back(data);
        bound.lengths.push_back(static_cast<int>(length));
        bound.formats.push_back(format);
    }
    return bound;
}

class PostgresSession final : public Session {
public:
    explicit PostgresSession(const std::string& url);

    Engine engine() const override { return Engine::postgres; }
    void run_script(const std::string& sql) override;
    // The server checks its pages itself when data checksums are on; asking it proves that it
    // answers.
    std::string integrity_problem() override;
    void forget_plans() override { command("DISCARD PLANS"); }
    void take_turn() override {
        command("SELECT pg_advisory_xact_lock(727380)"); // our own number, no meaning
    }

protected:
    Result run(const std::string& sql, const std::vector<Value>& parameters) override;
    void begin(Access access) override;
    void command(const std::string& sql) override;

private:
    void connected();
    const std::string& prepared(const std::string& sql, const Bound& bound);
    void expect(const PGresult* result, std::string_view doing) const;

    Connection connection_;
    std::unordered_map<std::string, std::string> statements_; // text → name
};

PostgresSession::PostgresSession(const std::string& url) {
    // What the URL says comes after and wins. A statement of ours takes milliseconds: a minute is a
    // hang.
    const std::array<const char*, 8> keys{
        "connect_timeout", "keepalives_idle", "tcp_user_timeout", "application_name",
        "client_encoding", "options",         "dbname",           nullptr};
    const std::array<const char*, 8> values{"10",
                                            "30",
                                            "30000",
                                            "besteld",
                                            "UTF8",
                                            "-c statement_timeout=60000 -c lock_timeout=20000 -c "
                                            "idle_in_transaction_session_timeout=120000",
                                            url.c_str(),
                                            nullptr};
    connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw StoreFault(cat("PostgreSQL: ", trim(PQerrorMessage(connection_.get()))));
    // Notices ("relation already exists, skipping") are no news.
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
}

void PostgresSession::connected() {
    if (PQstatus(connection_.get()) == CONNECTION_OK) return;
    statements_.clear();
    PQreset(connection_.get());
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw StoreFault(cat("PostgreSQL: ", trim(PQerrorMessage(connection_.get()))));
}

void PostgresSession::expect(const PGresult* result, std::string_view doing) const {
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return;
    const std::string text =
        cat("PostgreSQL: ", trim(PQerrorMessage(connection_.get())), " (", doing, ")");
    const char* code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (code && std::ranges::find(others_are_in_the_way, code) != others_are_in_the_way.end())
        throw StoreBusy(text);
    throw StoreFault(text);
}

const std::string& PostgresSession::prepared(const std::string& sql, const Bound& bound) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    const std::string name = cat("s", statements_.size() + 1);
    const Answer answer(PQprepare(connection_.get(), name.c_str(), dialect(sql).c_str(),
                                  static_cast<int>(bound.types.size()), bound.types.data()));
    expect(answer.get(), sql);
    return statements_.emplace(sql, name).first->second;
}

Result PostgresSession::run(const std::string& sql, const std::vector<Value>& parameters) {
    if (!in_transaction()) connected();
    const Bound bound = bind(parameters);
    const auto& name = prepared(sql, bound);
    const Answer answer(PQexecPrepared(connection_.get(), name.c_str(),
                                       static_cast<int>(bound.values.size()), bound.values.data(),
                                       bound.lengths.data(), bound.formats.data(), 1));
    expect(answer.get(), sql);
    Result result;
    const int rows = PQntuples(answer.get());
    const int columns = PQnfields(answer.get());
    result.rows.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        std::vector<Value> cells;
        cells.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column)
            cells.push_back(cell_of(answer.get(), row, column));
        result.rows.emplace_back(std::move(cells));
    }
    const std::string_view changed = PQcmdTuples(answer.get());
    result.changed = changed.empty() ? 0 : std::stoll(std::string(changed));
    return result;
}

void PostgresSession::begin(Access access) {
    connected();
    command(access == Access::write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void PostgresSession::command(const std::string& sql) {
    const Answer answer(PQexec(connection_.get(), sql.c_str()));
    expect(answer.get(), sql);
    // The server answers COMMIT of a failed transaction with the tag ROLLBACK and no error.
    if (sql == "COMMIT" && std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
        throw StoreFault("PostgreSQL: the transaction was rolled back instead of committed");
}

void PostgresSession::run_script(const std::string& sql) {
    if (!in_transaction()) connected();
    command(dialect(sql));
}

std::string PostgresSession::integrity_problem() {
    run("SELECT count(*) FROM schema_version", {});
    return {};
}

} // namespace

std::unique_ptr<Session> open_postgres(const std::string& url) {
    return std::make_unique<PostgresSession>(url);
}

} // namespace besteld
