// SPDX-License-Identifier: Apache-2.0
#include "app/commands_token.hpp"

#include "app/commands.hpp"
#include "app/open_world.hpp"

#include "base/text.hpp"
#include "store/api_tokens.hpp"
#include "web/api/api.hpp"

#include <cstdio>

namespace besteld {

namespace {

// Who may do what through programs is written where nobody rewrites it.
void note(Store& store, Step step) {
    step.role = Role::system;
    step.actor = "besteld";
    store.add_events(0, 0, {step}, now());
}

} // namespace

int command_token_new(const std::filesystem::path& config_file, const TokenCommand& command) {
    for (const auto& scope : command.scopes)
        if (!api::scope_by_name(scope)) {
            std::fprintf(stderr, "there is no scope '%s'; read, decide, type, upkeep\n",
                         scope.c_str());
            return exit_status::failed;
        }
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const auto user = world->store->user(command.login);
    if (!user || !user->active) {
        std::fprintf(stderr, "'%s' may not log in; a token acts for a person: besteld user add\n",
                     command.login.c_str());
        return exit_status::not_found;
    }
    const auto token = api::new_token();
    const ApiToken kept{.login = command.login,
                        .scopes = join(command.scopes, " "),
                        .note = command.note,
                        .created_at = now(),
                        .expires_at = now() + std::chrono::days{command.days}};
    const auto id = ApiTokens(*world->store).add(kept, api::token_hash(token));
    note(*world->store, {.event = "token.made",
                         .reason = cat("token ", id, " for ", command.login, ": ", kept.scopes,
                                       " until ", to_iso(kept.expires_at),
                                       command.note.empty() ? "" : cat(", ", command.note))});
    std::fprintf(stderr, "token %lld acts for %s until %s; it is shown this once:\n",
                 static_cast<long long>(id), command.login.c_str(),
                 to_iso(kept.expires_at).substr(0, 10).c_str());
    std::printf("%s\n", token.c_str());
    return exit_status::done;
}

int command_token_list(const std::filesystem::path& config_file) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    for (const auto& token : ApiTokens(*world->store).all())
        std::printf("%lld  %s  %s  until %s  %s%s  %s\n", static_cast<long long>(token.id),
                    token.login.c_str(), token.scopes.c_str(), to_iso(token.expires_at).c_str(),
                    token.used_at ? cat("used ", to_iso(*token.used_at)).c_str() : "never used",
                    token.revoked_at ? cat(", revoked ", to_iso(*token.revoked_at)).c_str() : "",
                    token.note.c_str());
    return exit_status::done;
}

int command_token_revoke(const std::filesystem::path& config_file, std::int64_t id) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    if (!ApiTokens(*world->store).revoke(id, now())) {
        std::fprintf(stderr, "no token %lld that is still good: besteld token list\n",
                     static_cast<long long>(id));
        return exit_status::not_found;
    }
    note(*world->store, {.event = "token.revoked", .reason = cat("token ", id)});
    std::printf("token %lld is over\n", static_cast<long long>(id));
    return exit_status::done;
}

} // namespace besteld
