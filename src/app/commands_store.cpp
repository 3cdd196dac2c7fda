// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/open_world.hpp"

#include "base/text.hpp"
#include "store/report_rows.hpp"
#include "store/second_factors.hpp"
#include "web/password.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace besteld {

int command_migrate(const std::filesystem::path& config_file) {
    const auto world = open_world(config_file);
    return world ? exit_status::done : exit_status::bad_config;
}

int command_audit(const std::filesystem::path& config_file) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const auto c = world->store->counts();
    std::printf(
        "messages %lld: stored %lld, done %lld, duplicate %lld, quarantined %lld, ignored %lld\n",
        static_cast<long long>(c.messages), static_cast<long long>(c.stored),
        static_cast<long long>(c.done), static_cast<long long>(c.duplicate),
        static_cast<long long>(c.quarantined), static_cast<long long>(c.ignored));
    std::printf("cases %lld: waiting for a person %lld, accepted %lld\n",
                static_cast<long long>(c.cases), static_cast<long long>(c.open_cases),
                static_cast<long long>(c.accepted));
    std::printf("answers: sent %lld, waiting %lld, failed %lld, unknown %lld\n",
                static_cast<long long>(c.outbox_sent), static_cast<long long>(c.outbox_pending),
                static_cast<long long>(c.outbox_failed),
                static_cast<long long>(c.outbox_ambiguous));
    bool ok = c.messages == c.stored + c.done + c.duplicate + c.quarantined + c.ignored;
    if (!ok) std::printf("the dispositions do not add up\n");
    for (const auto& fault : {world->store->audit_chain(), world->store->integrity_problem()}) {
        if (fault.empty()) continue;
        ok = false;
        std::printf("%s\n", fault.c_str());
    }
    if (ok) std::printf("the event chain is whole\n");
    return ok ? exit_status::done : exit_status::failed;
}

int command_user_add(const std::filesystem::path& config_file, const UserCommand& command) {
    const auto& role = command.role;
    const auto known_role = role_by_name(role);
    if (!known_role || *known_role == Role::system || *known_role == Role::customer) {
        std::fprintf(stderr, "no role '%s'; clerk, second_clerk, lead, credit, admin or auditor\n",
                     role.c_str());
        return exit_status::failed;
    }
    std::string password;
    std::getline(std::cin, password);
    if (password.size() < shortest_password) {
        std::fprintf(stderr, "a password of at least %zu characters is read from standard input\n",
                     shortest_password);
        return exit_status::failed;
    }
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    world->store->save_user({.login = command.login,
                             .name = command.name.empty() ? command.login : command.name,
                             .role = *known_role,
                             .language = command.language,
                             .password_hash = hash_password(password)});
    if (!command.mail.empty()) ReportRows(*world->store).set_mail(command.login, command.mail);
    std::printf("%s may log in as %s\n", command.login.c_str(), role.c_str());
    return exit_status::done;
}

int command_user_no_second_factor(const std::filesystem::path& config_file,
                                  const std::string& login) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    if (!SecondFactors(*world->store).remove(login)) {
        std::fprintf(stderr, "'%s' has no second factor\n", login.c_str());
        return exit_status::failed;
    }
    world->store->add_events(0, 0,
                             {Step{.event = "user.second_factor_off",
                                   .role = Role::system,
                                   .actor = "besteld",
                                   .reason = cat("of ", login, ", from the command line")}},
                             now());
    std::printf("%s logs in with the password alone until a second factor is set up again\n",
                login.c_str());
    return exit_status::done;
}

} // namespace besteld
