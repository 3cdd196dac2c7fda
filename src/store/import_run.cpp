// SPDX-License-Identifier: Apache-2.0

// One import from its first row to its record. Whether it needs another person shows only when it
// has been written: then it is taken back and stays a proposal.
#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "store/blobs.hpp"
#include "store/import_log.hpp"
#include "store/import_steps.hpp"

#include <algorithm>

namespace besteld {

namespace {

void nothing_done(ImportReport& report) {
    report.added = report.changed = report.ended = report.unchanged = 0;
    report.changes.clear();
}

std::string told(const ImportReport& report, std::int64_t number) {
    return cat("import ", number, ": ", report.rows, " rows, ", report.added, " added, ",
               report.changed, " changed, ", report.ended, " ended, ", report.unchanged,
               " unchanged");
}

// A proposal by nobody could be approved by the one who made it.
std::optional<ImportProblem> nobody_known(Store& store, const ImportRequest& request) {
    const auto user = store.user(request.actor);
    if (user && user->active) return std::nullopt;
    return ImportProblem{"", 0, "",
                         cat("prices, addresses and the like need a second person, and \"",
                             request.actor, "\" is no user"),
                         "say who you are: --as LOGIN (users: besteld user add)"};
}

void mark_undone(Session& session, std::optional<std::int64_t> undoes, std::int64_t by) {
    if (undoes)
        session.execute("UPDATE base_data_import SET undone_by = $1 WHERE id = $2", {by, *undoes});
}

class ImportInProgress {
public:
    ImportInProgress(Store& store, Session& session, const ImportRequest& request,
                     std::optional<std::int64_t> undoes, Instant now)
        : store_(store), session_(session), request_(request),
          head_{request.actor, request.os_user, undoes, request.missing, request.from}, now_(now) {}

    ImportReport run(const ImportWork& work, const KeepFiles& keep) {
        Transaction transaction(session_);
        lock_imports(session_);
        if (attempt(work, keep) == Attempt::to_propose) propose(keep);
        if (report_.number != 0) transaction.commit();
        return std::move(report_);
    }

private:
    enum class Attempt { over, to_propose };

    Basis basis() const {
        if (store_.is_empty()) return Basis::first_fill;
        return request_.second_person == SecondPerson::needed ? Basis::nothing_guarded
                                                              : Basis::one_person;
    }

    Attempt attempt(const ImportWork& work, const KeepFiles& keep) {
        Transaction trial(session_);
        const auto basis_now = basis();
        const auto stamp = open_import(session_, head_, basis_now, now_);
        BaseDataWriter writer(session_, stamp, report_, request_.tell);
        work(writer, report_);
        if (!report_.problems.empty()) {
            nothing_done(report_);
            return Attempt::over;
        }
        const bool alone = basis_now == Basis::nothing_guarded && writer.guarded() == Guarded::yes;
        fingerprint_ = writer.fingerprint();
        report_.state = alone ? ImportState::proposed : ImportState::effective;
        if (request_.run == ImportRun::preview) return Attempt::over;
        if (alone) return Attempt::to_propose;
        keep(stamp.import_id, ImportState::effective);
        close_import(session_, stamp.import_id, report_);
        mark_undone(session_, head_.undoes, stamp.import_id);
        report_.number = stamp.import_id;
        tell(what_happened(ImportState::effective));
        trial.commit();
        return Attempt::over;
    }

    void propose(const KeepFiles& keep) {
        if (auto problem = nobody_known(store_, request_)) {
            report_.problems.push_back(std::move(*problem));
            return nothing_done(report_);
        }
        report_.number = add_waiting(session_, head_, report_, fingerprint_, now_);
        keep(report_.number, ImportState::proposed);
        tell(what_happened(ImportState::proposed));
    }

    Step what_happened(ImportState state) const {
        if (state == ImportState::proposed) return {.event = "base_data.proposed"};
        if (head_.undoes) return {.event = "base_data.undone"};
        return {.event = "base_data.imported"};
    }

    void tell(Step step) {
        step.role = Role::admin;
        step.actor = request_.actor;
        step.reason = told(report_, report_.number);
        store_.add_events(0, 0, {std::move(step)}, now_);
    }

    Store& store_;
    Session& session_;
    const ImportRequest& request_;
    ImportHead head_;
    Instant now_;
    ImportReport report_;
    std::string fingerprint_;
};

boost::json::object as_json(const TextTable& table) {
    boost::json::array rows;
    for (const auto& row : table.rows) {
        boost::json::array cells;
        for (const auto& cell : row.cells)
            cells.emplace_back(cell);
        rows.push_back(boost::json::object{{"row", row.number}, {"cells", std::move(cells)}});
    }
    boost::json::array headings;
    for (const auto& heading : table.headings)
        headings.emplace_back(heading);
    return {{"file", table.file},
            {"name", table.name},
            {"headings", std::move(headings)},
            {"rows", std::move(rows)}};
}

std::string text_at(const boost::json::value& value) {
    return std::string(value.as_string());
}

TextTable table_of(const boost::json::value& kept) {
    TextTable table{.file = text_at(kept.at("file")), .name = text_at(kept.at("name"))};
    for (const auto& heading : kept.at("headings").as_array())
        table.headings.push_back(text_at(heading));
    for (const auto& row : kept.at("rows").as_array()) {
        auto& text =
            table.rows.emplace_back(TextRow{.number = static_cast<int>(row.at("row").as_int64())});
        for (const auto& cell : row.at("cells").as_array())
            text.cells.push_back(text_at(cell));
    }
    return table;
}

bool was_given(const ImportRequest& request, const TextTable& table) {
    return std::ranges::find(request.files, table.file) != request.files.end();
}

} // namespace

ImportReport run_import(Store& store, Session& session, const ImportRequest& request,
                        std::optional<std::int64_t> undoes, const ImportWork& work,
                        const KeepFiles& keep, Instant now) {
    return ImportInProgress(store, session, request, undoes, now).run(work, keep);
}

void keep_files(Session& session, std::int64_t number, const ImportRequest& request,
                const std::vector<TextTable>& texts, ImportState state) {
    std::int64_t position = 0;
    for (const auto& table : texts) {
        const bool staged = state == ImportState::proposed, given = was_given(request, table);
        const auto cells =
            staged || !given ? boost::json::serialize(as_json(table)) : std::string{};
        const auto hash = sha256_hex(given ? read_file(table.file) : cells);
        session.execute(cat("INSERT INTO base_data_import_file (import_id, position, name, sha256, "
                            "row_count, content) VALUES ",
                            parameter_rows(1, 1, 6)),
                        {number, ++position, value(table.file), value(hash),
                         static_cast<std::int64_t>(table.rows.size()),
                         staged ? Value{pack(cells)} : Value{}});
    }
}

std::vector<TextTable> kept_files(Session& session, std::int64_t number) {
    std::vector<TextTable> tables;
    const auto found = session.execute("SELECT content FROM base_data_import_file "
                                       "WHERE import_id = $1 ORDER BY position",
                                       {number});
    for (const auto& row : found.rows)
        tables.push_back(table_of(parse_json(unpack(row.bytes(0)))));
    return tables;
}

} // namespace besteld
