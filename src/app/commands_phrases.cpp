// SPDX-License-Identifier: Apache-2.0
#include "app/commands_phrases.hpp"

#include "app/commands.hpp"
#include "app/open_world.hpp"

#include "base/text.hpp"

#include <cstdio>

namespace besteld {

namespace {

constexpr int rows_at_once = 200;

void print_phrase(Store& store, const LearnedPhraseRow& row) {
    const std::string unit = row.unit.empty() ? std::string{} : cat(" (", row.unit, ")");
    const std::string until =
        row.expires_on ? cat(", until ", to_iso(*row.expires_on)) : std::string{};
    std::printf("%lld  %s  \"%s\" is %s%s: %s, confirmed %d, contradicted %d%s\n",
                static_cast<long long>(row.id), row.customer_no.c_str(), row.phrase.c_str(),
                row.sku.c_str(), unit.c_str(), row.status.c_str(), row.confirmations,
                row.contradictions, until.c_str());
    std::printf("      last by %s on %s%s%s\n", row.changed_by.c_str(),
                to_iso(row.changed_at).c_str(), row.approved_by.empty() ? "" : ", approved by ",
                row.approved_by.c_str());
    const auto orders = store.orders_touched_by(row.id);
    if (!orders.empty()) std::printf("      used in %s\n", join(orders, ", ").c_str());
}

int list_phrases(Store& store, const std::string& customer) {
    PhraseFilter filter{.customer_no = customer};
    filter.limit = rows_at_once;
    for (;;) {
        const auto rows = store.phrases(filter);
        for (const LearnedPhraseRow& row : rows)
            print_phrase(store, row);
        if (rows.size() < static_cast<std::size_t>(rows_at_once)) return exit_status::done;
        filter.after_id = rows.back().id;
    }
}

int told(PhraseChange change, std::int64_t id) {
    switch (change) {
    case PhraseChange::done:
        std::printf("done\n");
        return exit_status::done;
    case PhraseChange::unknown:
        std::fprintf(stderr, "there is no phrase %lld that waits for this\n",
                     static_cast<long long>(id));
        return exit_status::not_found;
    case PhraseChange::same_person:
        std::fprintf(stderr, "who changed a phrase last does not approve it\n");
        return exit_status::refused;
    case PhraseChange::means_another:
        std::fprintf(stderr, "the phrase is in use for another article: revoke that one first\n");
        return exit_status::refused;
    }
    return exit_status::failed;
}

// Base data upkeep: an active clerk, lead or admin (domain.md 5.3).
bool may_keep_phrases(Store& store, const std::string& login) {
    const auto user = store.user(login);
    if (!user || !user->active) return false;
    return user->role == Role::clerk || user->role == Role::second_clerk ||
           user->role == Role::lead || user->role == Role::admin;
}

} // namespace

int command_phrases(const std::filesystem::path& config_file, const PhrasesCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    Store& store = *world->store;
    if (command.revoke == 0 && command.approve == 0) return list_phrases(store, command.customer);
    if (!may_keep_phrases(store, command.login)) {
        std::fprintf(stderr, "--as names nobody who may change phrases: '%s'\n",
                     command.login.c_str());
        return exit_status::refused;
    }
    const Instant now = besteld::now();
    if (command.revoke != 0)
        return told(store.revoke_phrase(command.revoke, command.login, now), command.revoke);
    return told(store.approve_phrase(command.approve, command.login, now), command.approve);
}

} // namespace besteld
