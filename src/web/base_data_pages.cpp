// SPDX-License-Identifier: Apache-2.0
#include "web/base_data_pages.hpp"

#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "store/import_log.hpp"
#include "web/format.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view all_imports = "/base-data";
constexpr std::size_t changes_shown = 500;

std::string import_address(std::int64_t number) {
    return cat(all_imports, "/", number);
}

std::string counts_words(int added, int changed, int ended, const Strings& words) {
    return words.fill("base_data.counts", {{"added", std::to_string(added)},
                                           {"changed", std::to_string(changed)},
                                           {"ended", std::to_string(ended)}});
}

void fill_record(Dictionary& one, const Viewer& viewer, const ImportRecord& record) {
    const auto& words = viewer.words;
    put(one, "URL", import_address(record.number));
    put(one, "NUMBER", record.number);
    put(one, "AT", format_moment(record.at, viewer.zone, words));
    put(one, "ACTOR", record.actor);
    put(one, "STATE", words.at(cat("base_data.", name_of(record.state))));
    show(one, "WAITS", shown_if(record.state == ImportState::proposed));
    put(one, "COUNTS", counts_words(record.added, record.changed, record.ended, words));
    std::vector<std::string> files;
    for (const auto& file : record.files)
        files.push_back(file.name.substr(file.name.rfind('/') + 1));
    put(one, "FILES", join(files, ", "));
    put_if(one, "APPROVED_BY", record.approved_by);
    put_if(one, "REASON", record.reason);
    if (record.undoes != 0) put_if(one, "UNDOES", std::to_string(record.undoes));
    if (record.undone_by != 0) put_if(one, "UNDONE_BY", std::to_string(record.undone_by));
}

void fill_change(Dictionary& one, const RowChange& change, const Strings& words) {
    if (change.row > 0) put_if(one, "ROW", std::to_string(change.row));
    put(one, "TABLE", change.table);
    put(one, "KEY", change.key);
    put(one, "FATE", words.at(cat("base_data.", name_of(change.fate))));
    for (const auto& cell : change.cells) {
        auto& two = *one.AddSectionDictionary("CELL");
        put(two, "COLUMN", cell.column);
        if (change.fate != RowFate::added) put_if(two, "BEFORE", cell.before);
        put_if(two, "AFTER", cell.after);
    }
}

void fill_changes(Dictionary& page, const ImportReport& report, const Strings& words) {
    const auto shown = std::min(report.changes.size(), changes_shown);
    for (std::size_t i = 0; i < shown; ++i)
        fill_change(*page.AddSectionDictionary("CHANGE"), report.changes[i], words);
    if (shown < report.changes.size())
        put_if(page, "MORE",
               words.fill("ui.and_more", {{"n", std::to_string(report.changes.size() - shown)}}));
    for (const auto& problem : report.problems) {
        auto& one = *page.AddSectionDictionary("PROBLEM");
        put(one, "FILE", problem.file);
        if (problem.row > 0) put_if(one, "ROW", std::to_string(problem.row));
        put_if(one, "COLUMN", problem.column);
        put(one, "TEXT", problem.text);
        put_if(one, "HINT", problem.hint);
    }
}

std::expected<BaseDataSheet, DeskRefused> sheet_of(const HttpRequest& form) {
    BaseDataSheet sheet{.table = form.field("table"),
                        .rows = form.field("rows"),
                        .missing = form.field("complete") == "on" ? Missing::end : Missing::stay};
    const auto from = std::string(trim(form.field("from")));
    if (from.empty()) return sheet;
    const auto day = day_typed(from);
    sheet.from = day ? parse_iso_date(*day) : std::nullopt;
    if (!sheet.from) return refuse("bad_value", from);
    return sheet;
}

void fill_sheet(Dictionary& page, const HttpRequest& form, const Strings& words) {
    const auto chosen = form.field("table");
    for (const auto& table : BaseDataDesk::tables()) {
        auto& one = *page.AddSectionDictionary("TABLE_CHOICE");
        put(one, "VALUE", table);
        put(one, "WORDS", words.at_or(cat("table.", table), table));
        show(one, "CHOSEN", shown_if(table == chosen));
    }
    put(page, "ROWS", form.field("rows"));
    put(page, "FROM", form.field("from"));
    show(page, "COMPLETE", shown_if(form.field("complete") == "on"));
}

} // namespace

bool BaseDataPages::has(const std::string& path) {
    return path == all_imports || path.starts_with(cat(all_imports, "/"));
}

HttpResponse BaseDataPages::list(const Viewer& viewer, const HttpRequest& form,
                                 const ImportReport* preview, int status) {
    const auto& words = viewer.words;
    Dictionary page("base_data");
    fill_frame(page, viewer, words.at("base_data.title"));
    const auto imports = desk_.imports();
    for (const bool waiting : {true, false})
        for (const auto& record : imports)
            if ((record.state == ImportState::proposed) == waiting)
                fill_record(*page.AddSectionDictionary("IMPORT"), viewer, record);
    show(page, "EMPTY", shown_if(imports.empty()));
    if (may_keep_base_data(viewer.user.role)) {
        auto& sheet = *page.AddSectionDictionary("SHEET");
        fill_sheet(sheet, form, words);
        if (preview) {
            auto& seen = *sheet.AddSectionDictionary("PREVIEW");
            fill_changes(seen, *preview, words);
            put(seen, "COUNTS",
                counts_words(preview->added, preview->changed, preview->ended, words));
            const bool sound = preview->problems.empty();
            show(seen, "PROPOSED", shown_if(sound && preview->state == ImportState::proposed));
            show(sheet, "MAY_IMPORT", shown_if(sound && !preview->changes.empty()));
        }
    } else {
        say_look_only(page, viewer);
    }
    return HttpResponse::page(pages_.render("base_data", words, page), status);
}

std::expected<HttpResponse, DeskRefused> BaseDataPages::one(const Viewer& viewer,
                                                            std::int64_t number) {
    const auto seen = desk_.open(number, viewer.now);
    if (!seen) return std::unexpected(seen.error());
    const auto& record = seen->record;
    Dictionary page("base_data_import");
    fill_frame(page, viewer, cat(viewer.words.at("base_data.import"), " ", number));
    fill_record(page, viewer, record);
    fill_changes(page, seen->changes, viewer.words);
    const auto action = [&](const char* section, std::string_view verb, bool may) {
        if (may && may_keep_base_data(viewer.user.role))
            put(*page.AddSectionDictionary(section), "ACTION",
                cat(import_address(number), "/", verb));
    };
    const bool waits = record.state == ImportState::proposed;
    action("MAY_APPROVE", "approve",
           waits && record.actor != viewer.user.login && may_approve_base_data(viewer.user.role));
    action("MAY_REFUSE", "refuse", waits);
    action("MAY_UNDO", "undo", record.state == ImportState::effective && record.undone_by == 0);
    return HttpResponse::page(pages_.render("base_data_import", viewer.words, page));
}

std::expected<HttpResponse, DeskRefused> BaseDataPages::get(const HttpRequest& request,
                                                            const Viewer& viewer) {
    if (request.path == all_imports) return list(viewer, request, nullptr, 200);
    const auto rest = request.path.substr(all_imports.size() + 1);
    if (rest == "export") {
        const auto table = request.asked("table");
        auto csv = desk_.as_csv(table, viewer.user);
        if (!csv) return std::unexpected(std::move(csv.error()));
        return HttpResponse::file(cat(table, ".csv"), *std::move(csv));
    }
    const auto number = whole<std::int64_t>(rest);
    if (!number) return refuse("not_found", "");
    return one(viewer, *number);
}

std::expected<HttpResponse, DeskRefused> BaseDataPages::take(const HttpRequest& form,
                                                             const Viewer& viewer) {
    const bool looks = form.path.ends_with("/preview");
    const auto sheet = sheet_of(form);
    if (!sheet) return std::unexpected(sheet.error());
    const auto report = looks ? desk_.preview(*sheet, viewer.user, viewer.now)
                              : desk_.import(*sheet, viewer.user, viewer.now);
    if (!report) return std::unexpected(report.error());
    // Whatever is wrong stands beside what was typed.
    if (looks || report->number == 0)
        return list(viewer, form, &*report, report->problems.empty() ? 200 : 422);
    return HttpResponse::redirect(import_address(report->number));
}

std::expected<HttpResponse, DeskRefused> BaseDataPages::post(const HttpRequest& form,
                                                             const Viewer& viewer) {
    if (form.path == "/base-data/preview" || form.path == "/base-data/import")
        return take(form, viewer);
    const auto asked = form.path == all_imports
                           ? std::nullopt
                           : number_and_verb(form.path.substr(all_imports.size() + 1));
    if (!asked) return refuse("not_found", "");
    const auto& [number, verb] = *asked;
    std::expected<std::int64_t, DeskRefused> done = refuse("not_found", "");
    if (verb == "approve") done = desk_.approve(number, viewer.user, viewer.now);
    if (verb == "refuse")
        done = desk_.refuse_it(number, viewer.user, form.field("reason"), viewer.now);
    if (verb == "undo") done = desk_.undo(number, viewer.user, viewer.now);
    if (!done) return std::unexpected(std::move(done.error()));
    return HttpResponse::redirect(import_address(*done));
}

} // namespace besteld
