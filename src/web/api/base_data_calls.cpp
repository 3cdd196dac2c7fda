// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "store/import_log.hpp"
#include "web/api/bodies.hpp"
#include "web/api/calls.hpp"
#include "web/api/convert.hpp"

namespace besteld::api {

namespace {

ImportOutcome said_of(const ImportReport& report) {
    ImportOutcome outcome{.number = {},
                          .state = std::string(name_of(
                              report.problems.empty() ? report.state : ImportState::refused)),
                          .added = report.added,
                          .changed = report.changed,
                          .ended = report.ended,
                          .unchanged = report.unchanged,
                          .problems = {},
                          .changes = {}};
    if (report.number != 0) outcome.number = report.number;
    for (const auto& problem : report.problems)
        outcome.problems.push_back({.file = problem.file,
                                    .column = problem.column,
                                    .text = problem.text,
                                    .hint = problem.hint,
                                    .row = problem.row});
    for (const auto& change : report.changes) {
        ChangeSeen seen{.row = change.row,
                        .table = change.table,
                        .key = change.key,
                        .fate = std::string(name_of(change.fate)),
                        .cells = {}};
        for (const auto& cell : change.cells)
            seen.cells.push_back(
                {.column = cell.column, .before = cell.before, .after = cell.after});
        outcome.changes.push_back(std::move(seen));
    }
    return outcome;
}

ImportKept said_of(const ImportRecord& record) {
    ImportKept kept{.number = record.number,
                    .state = std::string(name_of(record.state)),
                    .actor = record.actor,
                    .at = record.at,
                    .added = record.added,
                    .changed = record.changed,
                    .ended = record.ended,
                    .files = {},
                    .approved_by = maybe(record.approved_by),
                    .reason = maybe(record.reason),
                    .undoes = {},
                    .undone_by = {}};
    for (const auto& file : record.files)
        kept.files.push_back(file.name);
    if (record.undoes != 0) kept.undoes = record.undoes;
    if (record.undone_by != 0) kept.undone_by = record.undone_by;
    return kept;
}

BaseDataSheet sheet_of(const SheetBody& body) {
    return {.table = body.table,
            .rows = body.rows,
            .missing = body.complete.value_or(false) ? Missing::end : Missing::stay,
            .from = body.from};
}

Served reported(const std::expected<ImportReport, DeskRefused>& report, int status) {
    if (!report) return std::unexpected(report.error());
    return Said{.body = to_json(said_of(*report)),
                .status = report->problems.empty() ? status : 422};
}

Served kept_import(House& house, const std::expected<std::int64_t, DeskRefused>& number) {
    if (!number) return std::unexpected(number.error());
    const auto record = house.store.import_record(*number);
    if (!record) return refuse("not_found", "there is no such import");
    return Said{.body = to_json(said_of(*record))};
}

Served imports(House& house, const Call&) {
    ImportsKept all;
    for (const auto& record : house.base_data.imports())
        all.imports.push_back(said_of(record));
    return Said{.body = to_json(all)};
}

Served changes(House& house, const Call& call) {
    const auto seen = house.base_data.open(call.number(0), call.viewer.now);
    if (!seen) return std::unexpected(seen.error());
    auto outcome = said_of(seen->changes);
    outcome.number = seen->record.number;
    outcome.state = name_of(seen->record.state);
    return Said{.body = to_json(outcome)};
}

Served table_as_csv(House& house, const Call& call) {
    const auto& table = call.path.at(0);
    auto csv = house.base_data.as_csv(table, call.viewer.user);
    if (!csv) return std::unexpected(std::move(csv.error()));
    return Said{.file = HttpResponse::file(cat(table, ".csv"), *std::move(csv))};
}

} // namespace

Table base_data_calls(House& house) {
    constexpr auto upkeep = Scope::upkeep;
    auto& desk = house.base_data;
    return {
        get<ImportsKept>("/base-data/imports", "Every import, newest first", {},
                         to(house, imports)),
        get<ImportOutcome>("/base-data/imports/{number}",
                           "What one changed, or would change while it waits", {},
                           to(house, changes)),
        get_file("/base-data/tables/{table}", upkeep,
                 "A table as CSV, to be changed and brought back", to(house, table_as_csv)),
        post<SheetBody, ImportOutcome>(
            "/base-data/preview", upkeep, Match::any, "What rows would change; nothing is written",
            [&](const Call& call, const SheetBody& body) {
                return reported(desk.preview(sheet_of(body), call.viewer.user, call.viewer.now),
                                200);
            }),
        post<SheetBody, ImportOutcome>(
            "/base-data/imports", upkeep, Match::any,
            "Brings rows in, or proposes them to a second person",
            [&](const Call& call, const SheetBody& body) {
                return reported(desk.import(sheet_of(body), call.viewer.user, call.viewer.now),
                                201);
            }),
        post<Nothing, ImportKept>("/base-data/imports/{number}/approve", upkeep, Match::any,
                                  "Another person lets it count",
                                  [&](const Call& call, const Nothing&) {
                                      return kept_import(house, desk.approve(call.number(0),
                                                                             call.viewer.user,
                                                                             call.viewer.now));
                                  }),
        post<Reason, ImportKept>(
            "/base-data/imports/{number}/refuse", upkeep, Match::any, "It does not count",
            [&](const Call& call, const Reason& body) {
                return kept_import(house, desk.refuse_it(call.number(0), call.viewer.user,
                                                         body.reason, call.viewer.now));
            }),
        post<Nothing, ImportKept>("/base-data/imports/{number}/undo", upkeep, Match::any,
                                  "Takes a whole import back, as an import of its own",
                                  [&](const Call& call, const Nothing&) {
                                      return kept_import(house,
                                                         desk.undo(call.number(0), call.viewer.user,
                                                                   call.viewer.now));
                                  }),
    };
}

} // namespace besteld::api
