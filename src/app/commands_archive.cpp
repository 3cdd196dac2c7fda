// SPDX-License-Identifier: Apache-2.0

// What is kept, how long, and what is not: archive, hold, erase, find.
#include "app/commands_archive.hpp"

#include "app/commands.hpp"
#include "app/open_world.hpp"
#include "archive/keeper.hpp"

#include "base/text.hpp"

#include <cstdio>

namespace besteld {

namespace {

int refused(const std::string& why, int status = exit_status::refused) {
    std::fprintf(stderr, "%s\n", why.c_str());
    return status;
}

void say(const std::string& text) {
    std::printf("%s\n", text.c_str());
}

std::optional<Case> case_named(World& world, const std::string& number) {
    auto found = world.store->find_case_by_no(number);
    if (!found) refused(cat("no case ", number));
    return found;
}

// Who acts and why; the reason why it may not be is printed.
std::optional<ArchiveAction> action_of(World& world, const std::string& login,
                                       const std::string& because) {
    const auto user = world.store->user(login);
    if (login.empty() || !user || !user->active) {
        refused(login.empty() ? "say who you are: --as LOGIN"
                              : cat("no user '", login, "'; besteld user add  makes one"));
        return std::nullopt;
    }
    if (because.empty()) {
        refused("say why: --because \"…\"");
        return std::nullopt;
    }
    return ArchiveAction{.login = login, .role = user->role, .because = because, .now = now()};
}

int archive_now(ArchiveKeeper& keeper, const Config& config) {
    if (config.archive.folder.empty())
        return refused("archive.folder is not set", exit_status::failed);
    int failed = 0;
    for (const auto& kept : keeper.archive_due(now(), [] { return false; })) {
        say(cat(kept.case_no, kept.problem.empty() ? "" : ": ", kept.problem));
        if (!kept.problem.empty()) ++failed;
    }
    return failed == 0 ? exit_status::done : exit_status::failed;
}

int verify_one(World& world, ArchiveKeeper& keeper, const std::string& number) {
    const auto the_case = case_named(world, number);
    if (!the_case) return exit_status::not_found;
    const auto problem = keeper.verify(the_case->id);
    if (!problem.empty()) return refused(problem, exit_status::failed);
    say(cat(the_case->case_no, " is whole"));
    return exit_status::done;
}

int verify_all(World& world, ArchiveKeeper& keeper) {
    Archives archives(*world.store);
    constexpr int page = 500;
    std::int64_t after = 0;
    int orders = 0, broken = 0;
    for (auto rows = archives.packages_after(0, 0, page); !rows.empty();
         rows = archives.packages_after(rows.back().case_id, rows.back().number, page))
        for (const auto& package : rows) {
            if (package.case_id == after) continue; // a later package of the same order
            after = package.case_id;
            ++orders;
            if (const auto problem = keeper.verify(package.case_id); !problem.empty()) {
                refused(problem);
                ++broken;
            }
        }
    say(cat(orders, " archived orders, ", broken, " of them not whole"));
    return broken == 0 ? exit_status::done : exit_status::failed;
}

int show(World& world, const std::string& number) {
    const auto the_case = case_named(world, number);
    if (!the_case) return exit_status::not_found;
    say(cat(the_case->case_no, " ", the_case->official_no, " ", name_of(the_case->state)));
    Archives archives(*world.store);
    for (const auto& package : archives.packages(the_case->id))
        say(cat("  ", package.file, "  ", package.size, " bytes  sha256 ", package.sha256,
                "\n  archived ", to_iso(package.archived_at), " as ",
                name_of(package.retention_class), ", kept until ", to_iso(package.retain_until),
                package.erased ? ", erased" : ""));
    for (const auto& hold : archives.holds(the_case->id))
        say(cat("  hold by ", hold.placed_by, " since ", to_iso(hold.placed_at), ": ", hold.because,
                hold.lifted_by.empty() ? "" : cat(" (lifted by ", hold.lifted_by, ")")));
    for (const auto& event : world.store->events(the_case->id))
        say(cat("  ", to_iso(event.at), " ", event.step.number, " ", event.step.event, " ",
                event.step.actor, " ", event.step.reason));
    return exit_status::done;
}

int reopen(World& world, ArchiveKeeper& keeper, const ArchiveCommand& command) {
    const auto the_case = case_named(world, command.reopen);
    if (!the_case) return exit_status::not_found;
    const auto action = action_of(world, command.login, command.because);
    if (!action) return exit_status::refused;
    const auto done = keeper.reopen(*the_case, *action);
    if (!done) return refused(done.error());
    say(*done);
    return exit_status::done;
}

bool may_erase(Role role) {
    return role == Role::lead || role == Role::admin;
}

int erase_one(ArchiveKeeper& keeper, const Case& the_case, const ArchiveAction& action) {
    const auto why = keeper.erase(the_case, action);
    if (!why.empty()) return refused(cat(the_case.case_no, ": ", why));
    say(cat(the_case.case_no, " is erased"));
    return exit_status::done;
}

int erase_due(World& world, ArchiveKeeper& keeper, const EraseCommand& command) {
    std::optional<ArchiveAction> action;
    if (command.due) {
        action = action_of(world, command.login, command.because);
        if (!action) return exit_status::refused;
        if (!may_erase(action->role)) return refused("only a lead or an admin erases");
    }
    constexpr int page = 500;
    for (auto ids = keeper.expired(now(), page); !ids.empty(); ids = keeper.expired(now(), page)) {
        for (const auto id : ids) {
            const auto the_case = world.store->find_case(id);
            if (!action)
                say(cat(the_case->case_no, " ", the_case->official_no));
            else if (const auto status = erase_one(keeper, *the_case, *action); status != 0)
                return status;
        }
        if (!action) break; // a look at the first page
    }
    return exit_status::done;
}

} // namespace

int command_archive(const std::filesystem::path& config_file, const ArchiveCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    ArchiveKeeper keeper(world->config.archive, *world->store);
    if (command.verify && !command.verify->empty())
        return verify_one(*world, keeper, *command.verify);
    if (command.verify && command.all) return verify_all(*world, keeper);
    if (command.verify) return refused("--verify NUMBER, or --verify --all", exit_status::failed);
    if (!command.show.empty()) return show(*world, command.show);
    if (!command.reopen.empty()) return reopen(*world, keeper, command);
    return archive_now(keeper, world->config);
}

int command_hold(const std::filesystem::path& config_file, const HoldCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const auto the_case = case_named(*world, command.number);
    if (!the_case) return exit_status::not_found;
    const auto action = action_of(*world, command.login, command.because);
    if (!action) return exit_status::refused;
    Archives archives(*world->store);
    if (!command.lift) {
        archives.place_hold(*the_case, *action);
        say(cat(the_case->case_no, " is kept until a lead lifts the hold"));
        return exit_status::done;
    }
    if (action->role != Role::lead) return refused("only a lead lifts a hold");
    const auto lifted = archives.lift_holds(*the_case, *action);
    if (lifted == 0) return refused(cat(the_case->case_no, " is on no hold"));
    say(cat(the_case->case_no, " is on no hold any more"));
    return exit_status::done;
}

int command_erase(const std::filesystem::path& config_file, const EraseCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    ArchiveKeeper keeper(world->config.archive, *world->store);
    if (command.number.empty()) return erase_due(*world, keeper, command);
    const auto the_case = case_named(*world, command.number);
    if (!the_case) return exit_status::not_found;
    const auto action = action_of(*world, command.login, command.because);
    if (!action) return exit_status::refused;
    if (!may_erase(action->role)) return refused("only a lead or an admin erases");
    return erase_one(keeper, *the_case, *action);
}

int command_find(const std::filesystem::path& config_file, const std::string& text) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    constexpr int most = 100;
    Archives archives(*world->store);
    const auto found = archives.find(text, most);
    for (const auto& one : found)
        say(cat(one.case_no, "  ", one.official_no.empty() ? "-" : one.official_no, "  ",
                name_of(one.state), "  ", to_iso(one.received_at).substr(0, 10), "  ", one.customer,
                "  ", one.buyer_order_no, one.file.empty() ? "" : "  ", one.file));
    if (found.empty()) return refused("nothing found", exit_status::not_found);
    return exit_status::done;
}

} // namespace besteld
