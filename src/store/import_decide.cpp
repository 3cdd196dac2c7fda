// SPDX-License-Identifier: Apache-2.0

// What people do with imports that are there: approve, refuse, take back, look at.
#include "base/text.hpp"
#include "store/base_data_text.hpp"
#include "store/import_log.hpp"
#include "store/import_steps.hpp"
#include "store/import_undo.hpp"

namespace besteld {

namespace {

std::optional<ImportProblem> problem(std::string text, std::string hint) {
    return ImportProblem{"", 0, "", std::move(text), std::move(hint)};
}

std::optional<ImportProblem> not_proposed(const std::optional<ImportRecord>& record,
                                          std::int64_t number) {
    if (!record) return problem(cat("there is no import ", number), "besteld import --list");
    if (record->state == ImportState::proposed) return std::nullopt;
    return problem(cat("import ", number, " waits for nobody: it is ", name_of(record->state)),
                   cat("besteld import --show ", number));
}

std::optional<ImportProblem> may_not_decide(Store& store, const std::string& login) {
    const auto user = store.user(login);
    if (!user || !user->active)
        return problem(cat("there is no active user \"", login, "\""),
                       "say who you are: --as LOGIN (users: besteld user add)");
    if (user->role == Role::second_clerk || user->role == Role::lead || user->role == Role::admin)
        return std::nullopt;
    return problem(cat(login, " is ", name_of(user->role), " and may not decide this"),
                   "a second_clerk, lead or admin may");
}

std::optional<ImportProblem> own_proposal(const ImportRecord& record, const std::string& login) {
    if (login != record.actor && login != record.os_user) return std::nullopt;
    return problem(cat("import ", record.number, " was proposed by ", login),
                   "another person approves it");
}

// What a proposed import would do.
ImportWork work_of(Session& session, const ImportRecord& record) {
    if (record.undoes != 0)
        return [&session, undoes = record.undoes](BaseDataWriter& writer, ImportReport& report) {
            undo_rows(session, writer, report, undoes);
        };
    return [&session, number = record.number, at = record.at](BaseDataWriter& writer,
                                                              ImportReport& report) {
        const auto waiting = find_waiting(session, number);
        const auto tables = validate_all(kept_files(session, number), report.problems);
        if (report.problems.empty())
            write_tables(session, writer, tables, {waiting.missing, ending_day(waiting.from, at)},
                         report);
    };
}

void add_changes(Session& session, const FileSpec& spec, std::int64_t number,
                 ImportReport& report) {
    for (const auto& row : rows_touched_by(session, spec, number)) {
        const auto fate = row.before.empty()  ? RowFate::added
                          : row.after.empty() ? RowFate::ended
                                              : RowFate::changed;
        report.changes.push_back({.table = std::string(spec.name),
                                  .key = key_text(spec, row.key()),
                                  .fate = fate,
                                  .cells = cell_changes(spec, row.before, row.after)});
    }
}

ImportReport counts_of(const ImportRecord& record) {
    return {.rows = record.rows,
            .added = record.added,
            .changed = record.changed,
            .ended = record.ended,
            .unchanged = record.unchanged,
            .number = record.number,
            .state = record.state};
}

} // namespace

ImportReport Store::approve_import(std::int64_t number, const std::string& login, Instant now) {
    ImportReport report;
    const auto refuse = [&](std::optional<ImportProblem> why) {
        if (why) report.problems.push_back(std::move(*why));
        return why.has_value();
    };
    Transaction transaction(*session_);
    lock_imports(*session_);
    const auto record = find_import(*session_, number);
    if (refuse(not_proposed(record, number)) || refuse(may_not_decide(*this, login)) ||
        refuse(own_proposal(*record, login)))
        return report;
    const auto expected = find_waiting(*session_, number).fingerprint;
    BaseDataWriter writer(*session_, open_proposed(*session_, *record, login, now), report,
                          Tell::counts);
    work_of(*session_, *record)(writer, report);
    if (report.problems.empty() && writer.fingerprint() != expected)
        refuse(problem(cat("base data changed since import ", number, " was proposed"),
                       "refuse it and let it be proposed again"));
    if (!report.problems.empty()) return report;
    close_import(*session_, number, report);
    if (record->undoes != 0)
        session_->execute("UPDATE base_data_import SET undone_by = $1 WHERE id = $2",
                          {number, record->undoes});
    report.number = number;
    add_events(0, 0,
               {{.event = "base_data.approved",
                 .role = Role::admin,
                 .actor = login,
                 .reason = cat("import ", number, " of ", record->actor, ": ", report.added,
                               " added, ", report.changed, " changed, ", report.ended, " ended")}},
               now);
    transaction.commit();
    return report;
}

std::string Store::refuse_import(std::int64_t number, const std::string& login,
                                 const std::string& reason, Instant now) {
    Transaction transaction(*session_);
    lock_imports(*session_);
    const auto record = find_import(*session_, number);
    if (const auto why = not_proposed(record, number)) return why->text;
    // Who proposed it may think better of it.
    if (const auto why = may_not_decide(*this, login); why && login != record->actor)
        return cat(why->text, "; ", why->hint);
    session_->execute("UPDATE base_data_import SET state = 'refused', reason = $1 WHERE id = $2",
                      {value(cat(login, ": ", reason)), number});
    session_->execute("UPDATE base_data_import_file SET content = NULL WHERE import_id = $1",
                      {number});
    add_events(0, 0,
               {{.event = "base_data.refused",
                 .role = Role::admin,
                 .actor = login,
                 .reason = cat("import ", number, " of ", record->actor, ": ", reason)}},
               now);
    transaction.commit();
    return {};
}

ImportReport Store::undo_import(std::int64_t number, const ImportRequest& request, Instant now) {
    ImportReport report;
    const auto record = find_import(*session_, number);
    if (!record)
        report.problems.push_back(
            *problem(cat("there is no import ", number), "besteld import --list"));
    else if (record->state != ImportState::effective)
        report.problems.push_back(*problem(
            cat("import ", number, " is ", name_of(record->state), " and has changed nothing"),
            cat("besteld import --show ", number)));
    if (!report.problems.empty()) return report;
    const ImportWork work = [&](BaseDataWriter& writer, ImportReport& told) {
        undo_rows(*session_, writer, told, number);
    };
    return run_import(
        *this, *session_, request, number, work, [](std::int64_t, ImportState) {}, now);
}

std::vector<ImportRecord> Store::imports(int limit) {
    std::vector<ImportRecord> records;
    Transaction snapshot(*session_, Access::read);
    const auto found = session_->execute(
        "SELECT id FROM base_data_import ORDER BY id DESC LIMIT $1", {std::int64_t{limit}});
    for (const auto& row : found.rows)
        if (auto record = find_import(*session_, row.integer(0)))
            records.push_back(std::move(*record));
    snapshot.commit();
    return records;
}

std::optional<ImportRecord> Store::import_record(std::int64_t number) {
    return find_import(*session_, number);
}

ImportReport Store::import_changes(std::int64_t number, Instant now) {
    const auto record = find_import(*session_, number);
    if (!record || record->state == ImportState::refused)
        return record ? counts_of(*record) : ImportReport{};
    if (record->state == ImportState::effective) {
        auto report = counts_of(*record);
        for (const auto& spec : file_specs())
            add_changes(*session_, spec, number, report);
        return report;
    }
    Transaction trial(*session_); // and taken back
    ImportReport report;
    const auto stamp = open_import(*session_, {.actor = record->actor}, Basis::one_person, now);
    BaseDataWriter writer(*session_, stamp, report, Tell::rows);
    work_of(*session_, *record)(writer, report);
    report.number = number;
    report.state = ImportState::proposed;
    return report;
}

void Store::as_known_at(Instant then, const std::function<void()>& work) {
    // What is kept of what is read here would not be true now, nor the other way round.
    struct Forget {
        std::int64_t& version;
        ~Forget() { version = -1; }
    };
    domains_version_ = -1;
    const Forget afterwards{domains_version_};
    {
        Transaction scratch(*session_);
        show_as_known_at(*session_, then);
        work();
    }
    session_->forget_plans();
}

} // namespace besteld
