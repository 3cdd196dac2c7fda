// SPDX-License-Identifier: Apache-2.0
#pragma once

// One connection to a database engine. The SQL text is the same for both: parameters are $1, $2 …,
// and the few words on which the engines differ are tokens that the session replaces (see
// `dialect`). Text is UTF-8 without NUL: anything else is made so when it is bound; bytes go as
// Blob. Every failure throws StoreFault with the engine's words.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"

namespace besteld {

struct Blob {
    std::string bytes;
};

// A parameter or a cell. Decimals are millionths, instants milliseconds, dates ISO text.
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;

inline Value value(std::int64_t number) {
    return number;
}
inline Value value(std::string_view text) {
    return std::string(text);
}
inline Value value(Decimal decimal) {
    return decimal.units();
}
inline Value value(Instant instant) {
    return to_millis(instant);
}
inline Value value(Date date) {
    return to_iso(date);
}
template <typename T>
Value value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : Value{};
}
// Empty text as NULL, for columns with a unique index or a foreign key.
inline Value value_or_null(std::string_view text) {
    return text.empty() ? Value{} : Value{std::string(text)};
}

// 0 as NULL: a row that there is none of.
inline Value value_or_null(std::int64_t id) {
    return id == 0 ? Value{} : Value{id};
}

// One row of a result, read by column position. A cell of another kind than asked for throws
// StoreFault.
class Row {
public:
    explicit Row(std::vector<Value> cells) : cells_(std::move(cells)) {}
    const Value& cell(std::size_t column) const { return cells_.at(column); }
    bool is_null(std::size_t column) const;
    std::int64_t integer(std::size_t column) const;    // NULL is 0
    const std::string& text(std::size_t column) const; // NULL is empty
    const std::string& bytes(std::size_t column) const;
    Decimal decimal(std::size_t column) const { return Decimal::from_units(integer(column)); }
    Instant instant(std::size_t column) const { return from_millis(integer(column)); }
    Date date(std::size_t column) const;
    std::optional<Decimal> maybe_decimal(std::size_t column) const;
    std::optional<Instant> maybe_instant(std::size_t column) const;
    std::optional<Date> maybe_date(std::size_t column) const;

private:
    std::vector<Value> cells_;
};

struct Result {
    std::vector<Row> rows;
    std::int64_t changed = 0; // rows written by INSERT, UPDATE, DELETE
};

std::vector<std::int64_t> ids_of(const Result& found); // its first column

enum class Engine { sqlite, postgres };
enum class Access { read, write };

class Session {
public:
    virtual ~Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    virtual Engine engine() const = 0;
    // Prepared once per text, then reused: keep texts constant, never build values into them.
    Result execute(std::string_view sql, const std::vector<Value>& parameters = {});
    // Several statements without parameters or results: the schema.
    virtual void run_script(const std::string& sql) = 0;
    virtual std::string integrity_problem() = 0;
    // Waits until no other transaction that took its turn is open; the turn ends with this one.
    virtual void take_turn() = 0;
    // Names may mean something else from here on: prepared statements look them up again.
    virtual void forget_plans() = 0;

    // {id} {blob} {text} {skip locked} {for update} {without rowid}: this engine's words.
    std::string dialect(std::string_view sql) const;

    // Adds to a counter when the outermost transaction commits: all counters in one fixed order at
    // the end, so that daemons that share a database never wait for each other in a circle.
    void count(const std::string& name, std::int64_t delta) { tally_[name] += delta; }
    bool in_transaction() const { return depth_ > 0; }

protected:
    Session() = default;
    virtual Result run(const std::string& sql, const std::vector<Value>& parameters) = 0;
    virtual void begin(Access access) = 0;
    virtual void command(const std::string& sql) = 0; // COMMIT, ROLLBACK, SAVEPOINT …

private:
    friend class Transaction;
    void write_tally();
    int depth_ = 0;
    std::map<std::string, std::int64_t> tally_;
};

// Rolls back unless committed. Inside another one it is a savepoint.
class Transaction {
public:
    explicit Transaction(Session& session, Access access = Access::write);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Session& session_;
    std::map<std::string, std::int64_t> tally_before_;
    bool open_ = true;
};

// "($1, $2), ($3, $4)": `rows` groups of `width` parameters beginning with $`first`.
std::string parameter_rows(std::size_t first, std::size_t rows, std::size_t width);
// Lists are padded with their last element to 1, 4, 16, 64 … elements, so that few statement texts
// exist.
template <typename T>
void pad_list(std::vector<T>& list) {
    std::size_t wanted = 1;
    while (wanted < list.size())
        wanted *= 4;
    if (!list.empty()) list.resize(wanted, list.back());
}

std::unique_ptr<Session> open_sqlite(const std::string& path);
std::unique_ptr<Session> open_postgres(const std::string& url);

} // namespace besteld
