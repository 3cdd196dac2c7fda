// SPDX-License-Identifier: Apache-2.0

// The upkeep of base data: import, preview, second person, taking back, export.
#include "app/archive_trial.hpp"
#include "app/commands.hpp"
#include "app/import_report.hpp"
#include "app/open_world.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "store/import_log.hpp"

#include <algorithm>
#include <cstdio>
#include <system_error>

#include <pwd.h>
#include <unistd.h>

namespace besteld {

namespace {

std::string system_user() {
    const auto* entry = getpwuid(getuid());
    return entry ? std::string(entry->pw_name) : cat("uid ", getuid());
}

std::string told(const CellChange& cell, RowFate fate) {
    if (fate == RowFate::added) return cat(cell.column, " ", cell.after);
    if (fate == RowFate::ended && cell.after.empty()) return cat(cell.column, " ", cell.before);
    return cat(cell.column, " ", cell.before.empty() ? "-" : cell.before, " -> ",
               cell.after.empty() ? "-" : cell.after);
}

void print_change(const RowChange& change) {
    constexpr const char* fates[] = {"new", "changed", "ended"};
    std::vector<std::string> cells;
    for (const auto& cell : change.cells)
        cells.push_back(told(cell, change.fate));
    const auto place = change.row > 0 ? cat(change.file, ":", change.row, ": ") : std::string{};
    std::printf("%s%s %s %s: %s\n", place.c_str(), fates[static_cast<std::size_t>(change.fate)],
                change.table.c_str(), change.key.c_str(), join(cells, "; ").c_str());
}

void print_changes(const ImportReport& report) {
    for (const auto& change : report.changes)
        print_change(change);
    for (const auto& file : report.files)
        std::printf("%s (%s): %d new, %d changed, %d ended, %d as they were\n", file.file.c_str(),
                    file.table.c_str(), file.added, file.changed, file.ended, file.unchanged);
}

void print_counts(const ImportReport& report) {
    std::printf("%d rows: %d new, %d changed, %d ended, %d as they were\n", report.rows,
                report.added, report.changed, report.ended, report.unchanged);
}

// What an import, its preview or its undoing came to.
int print_outcome(const ImportReport& report, const ImportCommand& command) {
    if (!report.problems.empty()) {
        print_problems(report);
        return exit_status::failed;
    }
    if (command.preview) print_changes(report);
    print_counts(report);
    const bool proposed = report.state == ImportState::proposed;
    if (command.preview)
        std::printf("nothing was changed%s\n",
                    proposed ? "; the import would wait for another person" : "");
    else if (proposed)
        std::printf(
            "import %lld waits for another person: besteld import --approve %lld --as LOGIN\n",
            static_cast<long long>(report.number), static_cast<long long>(report.number));
    else
        std::printf("import %lld\n", static_cast<long long>(report.number));
    return exit_status::done;
}

void print_record(const ImportRecord& r) {
    const auto who =
        r.os_user.empty() || r.os_user == r.actor ? r.actor : cat(r.actor, " (", r.os_user, ")");
    std::vector<std::string> files;
    for (const auto& file : r.files)
        files.push_back(file.name);
    std::string more;
    if (r.undoes != 0) more += cat(", takes back ", r.undoes);
    if (r.undone_by != 0) more += cat(", taken back by ", r.undone_by);
    if (!r.approved_by.empty()) more += cat(", approved by ", r.approved_by);
    if (r.basis == "first_fill") more += ", first fill";
    if (!r.reason.empty()) more += cat(", ", r.reason);
    std::printf("%lld  %s  %s  %s  %d new, %d changed, %d ended%s  %s\n",
                static_cast<long long>(r.number), to_iso(r.at).c_str(),
                std::string(name_of(r.state)).c_str(), who.c_str(), r.added, r.changed, r.ended,
                more.c_str(), join(files, " ").c_str());
}

class ImportDesk {
public:
    ImportDesk(World& world, const ImportCommand& command) : world_(world), command_(command) {}

    int run() {
        if (command_.list) return list();
        if (command_.show > 0) return show();
        if (command_.approve > 0) return approve();
        if (command_.refuse > 0) return refuse();
        auto request = request_of();
        if (!request) return exit_status::failed;
        if (command_.undo > 0)
            return print_outcome(store().undo_import(command_.undo, *request, now()), command_);
        return import(*request);
    }

private:
    Store& store() { return *world_.store; }

    std::optional<ImportRequest> request_of() {
        ImportRequest request{.os_user = system_user()};
        request.actor = command_.login.empty() ? request.os_user : command_.login;
        const auto& feeds = world_.config.base_data_feeds;
        const bool feed = std::ranges::find(feeds, request.actor) != feeds.end();
        if (feed || !world_.config.base_data_second_person)
            request.second_person = SecondPerson::not_needed;
        if (command_.preview) {
            request.run = ImportRun::preview;
            request.tell = Tell::rows;
        }
        if (command_.complete) request.missing = Missing::end;
        if (!set_from(request)) return std::nullopt;
        return request;
    }

    bool set_from(ImportRequest& request) {
        if (!command_.from.empty()) {
            request.from = parse_iso_date(command_.from);
            if (!request.from)
                std::fprintf(stderr, "--from %s: not a date; write it as 2026-04-01\n",
                             command_.from.c_str());
            return request.from.has_value();
        }
        // What ends now, ends on our own calendar's day.
        if (command_.complete) request.from = Zone(world_.config.seller.zone).date_of(now());
        return true;
    }

    int import(ImportRequest& request) {
        ImportReport unread;
        unread.problems = add_files(importable_files(command_.paths), request);
        if (!unread.problems.empty()) return print_outcome(unread, command_);
        const int status = print_outcome(store().import_base_data(request, now()), command_);
        if (command_.preview && status == exit_status::done) try_it(request);
        return status;
    }

    // What the orders of the last weeks would have come to: a misplaced point shows here.
    void try_it(const ImportRequest& request) {
        ImportReport report;
        const auto since = now() - std::chrono::days(world_.config.base_data_preview_days);
        const auto sum = try_on_archive(world_, request, since, report, [](const auto& both) {
            std::printf("%s\n", to_text(both).c_str());
        });
        std::printf("of the last %d days: %s\n", world_.config.base_data_preview_days,
                    to_text(sum).c_str());
    }

    int list() {
        constexpr int most = 100;
        for (const auto& record : store().imports(most))
            print_record(record);
        return exit_status::done;
    }

    int show() {
        const auto record = store().import_record(command_.show);
        if (!record) {
            std::fprintf(stderr, "there is no import %lld\n",
                         static_cast<long long>(command_.show));
            return exit_status::not_found;
        }
        print_record(*record);
        for (const auto& file : record->files)
            std::printf("  %s  %d rows  sha256 %s\n", file.name.c_str(), file.rows,
                        file.sha256.c_str());
        const auto report = store().import_changes(command_.show, now());
        for (const auto& change : report.changes)
            print_change(change);
        print_problems(report); // of a proposal that no longer fits
        return exit_status::done;
    }

    bool login_given() {
        if (command_.login.empty()) std::fprintf(stderr, "say who you are: --as LOGIN\n");
        return !command_.login.empty();
    }

    int approve() {
        if (!login_given()) return exit_status::failed;
        const auto report = store().approve_import(command_.approve, command_.login, now());
        if (report.problems.empty()) return print_outcome(report, command_);
        for (const auto& p : report.problems)
            std::fprintf(stderr, "%s%s\n", p.text.c_str(),
                         p.hint.empty() ? "" : cat("\n  hint: ", p.hint).c_str());
        return exit_status::refused;
    }

    int refuse() {
        if (!login_given()) return exit_status::failed;
        const auto why =
            store().refuse_import(command_.refuse, command_.login, command_.reason, now());
        if (why.empty()) return exit_status::done;
        std::fprintf(stderr, "%s\n", why.c_str());
        return exit_status::refused;
    }

    World& world_;
    const ImportCommand& command_;
};

} // namespace

int command_import(const std::filesystem::path& config_file, const ImportCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    return ImportDesk(*world, command).run();
}

int command_export(const std::filesystem::path& config_file, const std::string& folder,
                   const std::string& format, const std::string& table) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    try { // the adapter of a throwing call
        const auto written = world->store->export_base_data(
            {.folder = folder,
             .format = format == "json" ? ExportFormat::json : ExportFormat::csv,
             .table = table});
        if (written.empty()) {
            std::fprintf(stderr, "there is no table '%s' (docs/base-data.md)\n", table.c_str());
            return exit_status::not_found;
        }
        for (const auto& path : written)
            std::printf("%s\n", path.c_str());
    } catch (const std::system_error& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return exit_status::failed;
    }
    return exit_status::done;
}

} // namespace besteld
