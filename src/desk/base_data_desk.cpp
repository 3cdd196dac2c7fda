// SPDX-License-Identifier: Apache-2.0
#include "desk/base_data_desk.hpp"

#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "store/import_columns.hpp"
#include "store/import_table.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::unexpected<DeskRefused> problem_of(const ImportReport& report) {
    const auto& first = report.problems.front();
    return refuse("bad_value", first.hint.empty() ? first.text : cat(first.text, "; ", first.hint));
}

} // namespace

bool may_keep_base_data(Role role) {
    return may_act(role) || role == Role::admin;
}

bool may_approve_base_data(Role role) {
    return role == Role::second_clerk || role == Role::lead || role == Role::admin;
}

std::optional<DeskRefused> BaseDataDesk::refuse_person(const User& user) const {
    if (!may_keep_base_data(user.role))
        return DeskRefused{"not_allowed", "this role keeps no base data"};
    const bool alone = second_person_ == SecondPerson::not_needed;
    if (alone && user.role != Role::lead && user.role != Role::admin)
        return DeskRefused{"lead_only", "no second person looks at it"};
    return std::nullopt;
}

std::vector<std::string> BaseDataDesk::tables() {
    std::vector<std::string> names;
    for (const auto& spec : file_specs())
        names.emplace_back(spec.name);
    return names;
}

std::expected<ImportSeen, DeskRefused> BaseDataDesk::open(std::int64_t number, Instant now) {
    auto record = store_.import_record(number);
    if (!record) return refuse("not_found", "there is no such import");
    return ImportSeen{.record = *std::move(record), .changes = store_.import_changes(number, now)};
}

std::expected<ImportReport, DeskRefused>
BaseDataDesk::run(const BaseDataSheet& sheet, const User& user, ImportRun how, Instant now) {
    if (auto refused = refuse_person(user)) return std::unexpected(*std::move(refused));
    const auto known = tables();
    if (std::ranges::find(known, sheet.table) == known.end())
        return refuse("bad_value", sheet.table);
    auto table = parse_csv(cat(sheet.table, ".csv"), sheet.rows);
    if (!table) {
        ImportReport unread;
        unread.problems.push_back(std::move(table.error()));
        return unread;
    }
    table->name = sheet.table;
    ImportRequest request{.actor = user.login,
                          .run = how,
                          .missing = sheet.missing,
                          .second_person = second_person_,
                          .tell = Tell::rows,
                          .from = sheet.from};
    request.tables.push_back(*std::move(table));
    return store_.import_base_data(request, now);
}

std::expected<ImportReport, DeskRefused> BaseDataDesk::preview(const BaseDataSheet& sheet,
                                                               const User& user, Instant now) {
    return run(sheet, user, ImportRun::preview, now);
}

std::expected<ImportReport, DeskRefused> BaseDataDesk::import(const BaseDataSheet& sheet,
                                                              const User& user, Instant now) {
    return run(sheet, user, ImportRun::apply, now);
}

std::expected<std::int64_t, DeskRefused> BaseDataDesk::approve(std::int64_t number,
                                                               const User& user, Instant now) {
    const auto record = store_.import_record(number);
    if (!record) return refuse("not_found", "there is no such import");
    if (record->state != ImportState::proposed) return refuse("wrong_state", "it waits for nobody");
    if (record->actor == user.login) return refuse("same_person", "by another person");
    if (!may_approve_base_data(user.role))
        return refuse("not_allowed", "this role approves nothing");
    const auto report = store_.approve_import(number, user.login, now);
    if (!report.problems.empty()) return problem_of(report);
    return number;
}

std::expected<std::int64_t, DeskRefused> BaseDataDesk::refuse_it(std::int64_t number,
                                                                 const User& user,
                                                                 const std::string& reason,
                                                                 Instant now) {
    if (!may_keep_base_data(user.role))
        return refuse("not_allowed", "this role keeps no base data");
    if (trim(reason).empty()) return refuse("reason_missing", "say why not");
    const auto why = store_.refuse_import(number, user.login, reason, now);
    if (!why.empty()) return refuse("wrong_state", why);
    return number;
}

std::expected<std::int64_t, DeskRefused> BaseDataDesk::undo(std::int64_t number, const User& user,
                                                            Instant now) {
    if (auto refused = refuse_person(user)) return std::unexpected(*std::move(refused));
    const auto report =
        store_.undo_import(number, {.actor = user.login, .second_person = second_person_}, now);
    if (!report.problems.empty()) return problem_of(report);
    return report.number;
}

std::expected<std::string, DeskRefused> BaseDataDesk::as_csv(const std::string& table,
                                                             const User& user) {
    if (!may_keep_base_data(user.role))
        return refuse("not_allowed", "this role keeps no base data");
    auto csv = store_.export_table(table);
    if (csv.empty()) return refuse("not_found", "there is no such table");
    return csv;
}

} // namespace besteld
