// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/derived_rows.hpp"
#include "store/history.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

constexpr std::string_view version_table = R"sql(
CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY, name {text} NOT NULL);
)sql";

// Two daemons that start at once: the second waits here and finds the work done. SQLite's BEGIN
// IMMEDIATE has locked already.
void lock_schema(Session& session) {
    if (session.engine() == Engine::postgres)
        session.execute("SELECT pg_advisory_xact_lock(727378)"); // our own number, no meaning
}

std::int64_t schema_version(Session& session) {
    return session.execute("SELECT coalesce(max(version), 0) FROM schema_version")
        .rows.front()
        .integer(0);
}

void apply(Session& session, const Migration& step, std::int64_t number) {
    session.run_script(std::string(step.both));
    const auto own = session.engine() == Engine::sqlite ? step.sqlite : step.postgres;
    if (!own.empty()) session.run_script(std::string(own));
    session.execute("INSERT INTO schema_version (version, name) VALUES ($1, $2)",
                    {number, value(step.name)});
}

} // namespace

void migrate_schema(Session& session) {
    Transaction transaction(session);
    lock_schema(session);
    session.run_script(std::string(version_table));
    const auto known = static_cast<std::int64_t>(migrations().size());
    const auto found = schema_version(session);
    if (found > known)
        throw StoreFault(cat("the database has schema version ", found,
                             ", this program knows up to ", known,
                             ": it was used by a newer program; start that one"));
    for (auto number = found + 1; number <= known; ++number)
        apply(session, migrations()[static_cast<std::size_t>(number - 1)], number);
    if (found < known) shape_history(session);
    refresh_derived_rows(session);
    // Makes mail ids of this database unlike those of any other.
    session.execute(
        "INSERT INTO meta (name, content) VALUES ('secret', $1) ON CONFLICT (name) DO NOTHING",
        {value(random_hex(32))});
    transaction.commit();
}

} // namespace besteld
