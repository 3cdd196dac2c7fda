// SPDX-License-Identifier: Apache-2.0
#include "store/import_log.hpp"

#include "base/text.hpp"
#include "store/names.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::array<std::string_view, 4> basis_names{"first_fill", "nothing_guarded", "one_person",
                                                      "second_person"};
constexpr std::array<std::string_view, 4> state_names{"proposed", "applying", "effective",
                                                      "refused"};

// Later than any import before, so that what was known at a moment is never in doubt.
Instant next_moment(Session& session, Instant now) {
    const auto last = session.execute("SELECT coalesce(max(effective_at), 0) FROM base_data_import")
                          .rows.front()
                          .instant(0);
    return std::max(now, last + std::chrono::milliseconds{1});
}

std::int64_t add_import(Session& session, const ImportHead& head, ImportState state,
                        std::optional<Instant> effective, const ImportReport& report,
                        const std::string& fingerprint, Instant now) {
    const auto made = session.execute(
        cat("INSERT INTO base_data_import (undoes, state, actor, os_user, at, effective_at, "
            "complete, valid_from, rows_read, added, changed, ended, unchanged, fingerprint, "
            "reason) VALUES ",
            parameter_rows(1, 1, 15), " RETURNING id"),
        {value(head.undoes), value(name_of(state)), value(head.actor), value(head.os_user),
         value(now), value(effective), std::int64_t{head.missing == Missing::end ? 1 : 0},
         value(head.from), std::int64_t{report.rows}, std::int64_t{report.added},
         std::int64_t{report.changed}, std::int64_t{report.ended}, std::int64_t{report.unchanged},
         value(fingerprint), value(std::string_view{})});
    return made.rows.front().integer(0);
}

void add_approval(Session& session, std::int64_t number, const std::string& proposed_by,
                  Basis basis, std::string_view approved_by, Instant now) {
    session.execute("INSERT INTO base_data_approval (import_id, proposed_by, basis, approved_by, "
                    "at) VALUES ($1, $2, $3, $4, $5)",
                    {number, value(proposed_by), value(name_of(basis)), value_or_null(approved_by),
                     value(now)});
}

std::vector<ImportRecord::File> files_of(Session& session, std::int64_t number) {
    std::vector<ImportRecord::File> files;
    const auto found = session.execute("SELECT name, sha256, row_count FROM base_data_import_file "
                                       "WHERE import_id = $1 ORDER BY position",
                                       {number});
    for (const auto& row : found.rows)
        files.push_back({row.text(0), row.text(1), static_cast<int>(row.integer(2))});
    return files;
}

} // namespace

std::string_view name_of(Basis basis) {
    return basis_names.at(static_cast<std::size_t>(basis));
}
std::string_view name_of(ImportState state) {
    return state_names.at(static_cast<std::size_t>(state));
}
std::string_view name_of(RowFate fate) {
    constexpr std::string_view names[] = {"added", "changed", "ended"};
    return names[static_cast<std::size_t>(fate)];
}

// SQLite's BEGIN IMMEDIATE has locked already.
void lock_imports(Session& session) {
    if (session.engine() == Engine::postgres)
        session.execute("SELECT pg_advisory_xact_lock(727379)"); // our own number, no meaning
}

Stamp open_import(Session& session, const ImportHead& head, Basis basis, Instant now) {
    const auto effective = next_moment(session, now);
    const auto number =
        add_import(session, head, ImportState::applying, effective, {}, std::string{}, now);
    add_approval(session, number, head.actor, basis, "", now);
    return {number, effective};
}

Stamp open_proposed(Session& session, const ImportRecord& record, const std::string& approved_by,
                    Instant now) {
    const auto effective = next_moment(session, now);
    add_approval(session, record.number, record.actor, Basis::second_person, approved_by, now);
    session.execute("UPDATE base_data_import SET state = 'applying', effective_at = $1 "
                    "WHERE id = $2",
                    {value(effective), record.number});
    return {record.number, effective};
}

void close_import(Session& session, std::int64_t number, const ImportReport& report) {
    session.execute("UPDATE base_data_import SET state = 'effective', rows_read = $1, added = $2, "
                    "changed = $3, ended = $4, unchanged = $5 WHERE id = $6",
                    {std::int64_t{report.rows}, std::int64_t{report.added},
                     std::int64_t{report.changed}, std::int64_t{report.ended},
                     std::int64_t{report.unchanged}, number});
    session.execute("UPDATE base_data_import_file SET content = NULL WHERE import_id = $1",
                    {number});
    session.count("base_data.version", report.added + report.changed + report.ended > 0 ? 1 : 0);
}

std::int64_t add_waiting(Session& session, const ImportHead& head, const ImportReport& report,
                         const std::string& fingerprint, Instant now) {
    return add_import(session, head, ImportState::proposed, std::nullopt, report, fingerprint, now);
}

std::optional<ImportRecord> find_import(Session& session, std::int64_t number) {
    const auto found = session.execute(
        "SELECT i.id, i.undoes, i.undone_by, i.state, i.actor, i.os_user, i.at, i.effective_at, "
        "a.basis, a.approved_by, i.reason, i.rows_read, i.added, i.changed, i.ended, i.unchanged "
        "FROM base_data_import i LEFT JOIN base_data_approval a ON a.import_id = i.id "
        "WHERE i.id = $1",
        {number});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    const auto count = [&](std::size_t column) { return static_cast<int>(row.integer(column)); };
    return ImportRecord{.number = row.integer(0),
                        .undoes = row.integer(1),
                        .undone_by = row.integer(2),
                        .state = enum_named<ImportState>(state_names, row.text(3)),
                        .actor = row.text(4),
                        .os_user = row.text(5),
                        .at = row.instant(6),
                        .effective = row.maybe_instant(7),
                        .basis = row.text(8),
                        .approved_by = row.text(9),
                        .reason = row.text(10),
                        .rows = count(11),
                        .added = count(12),
                        .changed = count(13),
                        .ended = count(14),
                        .unchanged = count(15),
                        .files = files_of(session, number)};
}

WaitingImport find_waiting(Session& session, std::int64_t number) {
    const auto found = session.execute(
        "SELECT complete, valid_from, fingerprint FROM base_data_import WHERE id = $1", {number});
    const auto& row = found.rows.at(0);
    return {.missing = row.integer(0) != 0 ? Missing::end : Missing::stay,
            .from = row.maybe_date(1),
            .fingerprint = row.text(2)};
}

} // namespace besteld
