// SPDX-License-Identifier: Apache-2.0
#include "app/commands_report.hpp"

#include "app/commands.hpp"
#include "app/open_world.hpp"
#include "web/report_print.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "report/kpi.hpp"
#include "report/library.hpp"

#include <cstdio>
#include <expected>

namespace besteld {

namespace {

void print_list(const ReportWords& words) {
    for (const auto& kind : report_kinds()) {
        std::vector<std::string> ways;
        for (const auto way : kind.ways)
            if (!way.empty()) ways.emplace_back(way);
        std::printf("%-24s %s (by %s)\n", std::string(kind.name).c_str(),
                    word(words, cat("report.", kind.name)).c_str(), join(ways, ", ").c_str());
    }
    for (const auto& kpi : kpis())
        std::printf("%-24s %s%s\n", std::string(kpi.name).c_str(),
                    word(words, cat("kpi.", kpi.name)).c_str(),
                    kpi.target.empty() ? "" : cat(", ", kpi.target).c_str());
}

std::expected<Period, std::string> named_period(Grain grain, const std::string& text, Date today) {
    if (text.empty()) return period_of(grain, today);
    if (const auto period = parse_period(grain, text)) return *period;
    constexpr const char* forms[] = {"2026-03-02", "2026-W10", "2026-03"};
    return std::unexpected(cat("--", name_of(grain), " ", text, ": write it as ",
                               forms[static_cast<std::size_t>(grain)]));
}

std::expected<Period, std::string> period_of_command(const ReportCommand& command, Date today) {
    if (command.day) return named_period(Grain::day, *command.day, today);
    if (command.week) return named_period(Grain::week, *command.week, today);
    if (command.month) return named_period(Grain::month, *command.month, today);
    if (command.from.empty() && command.to.empty()) return period_of(Grain::month, today);
    const auto from = parse_iso_date(command.from.empty() ? command.to : command.from);
    const auto to = command.to.empty() ? std::optional(today) : parse_iso_date(command.to);
    if (!from || !to) return std::unexpected("--from and --to: write days as 2026-03-02");
    if (*to < *from) return std::unexpected("--to is before --from");
    // A report is held in memory; ten years are more than anybody reads at once.
    if ((*to - *from).count() > 3660) return std::unexpected("a report is of ten years at most");
    return Period{*from, *to};
}

int failed(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    return exit_status::failed;
}

int deliver(World& world, const ReportCommand& command, const User& reader,
            const std::string& text) {
    if (command.out.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return exit_status::done;
    }
    note_export(*world.store, command.name, command.form, reader, now());
    write_durably(command.out, text);
    std::printf("%s\n", command.out.c_str());
    return exit_status::done;
}

} // namespace

int command_report(const std::filesystem::path& config_file, const ReportCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    User reader{.login = "besteld", .role = Role::lead, .language = world->config.language};
    if (!command.login.empty()) {
        const auto known = world->store->user(command.login);
        if (!known || !known->active) return failed(cat("no user '", command.login, "'"));
        reader = *known;
    }
    const auto words = report_words(world->config.templates,
                                    command.language.empty() ? reader.language : command.language);
    if (command.list) {
        print_list(words);
        return exit_status::done;
    }
    const Zone zone(world->config.seller.zone);
    const auto period = period_of_command(command, zone.date_of(now()));
    if (!period) return failed(period.error());
    const auto report =
        make_report(*world->store, {.name = command.name,
                                    .ask = {.period = *period,
                                            .by = command.by,
                                            .now = now(),
                                            .zone = zone,
                                            .top = command.top,
                                            .holidays = world->config.seller.holidays},
                                    .small_groups = small_groups_for(reader.role)});
    if (!report) return failed(report.error());
    const auto text = printed(
        *report, command.form, words, command.orders ? Drill::orders : Drill::no,
        {world->config.seller.name, command.language.empty() ? reader.language : command.language,
         zone.date_of(now())});
    if (!text) return failed(text.error());
    return deliver(*world, command, reader, *text);
}

} // namespace besteld
