// SPDX-License-Identifier: Apache-2.0
#include "desk/in_hand.hpp"

#include "desk/refusals.hpp"

#include "base/text.hpp"

namespace besteld {

std::string claimant(const Case& the_case, Instant now) {
    const bool running = the_case.claimed_until && *the_case.claimed_until > now;
    return running ? the_case.claimed_by : std::string{};
}

std::optional<DeskRefused> refuse_held(Store& store, std::int64_t case_id) {
    const auto held = HeldDecisions(store).of_case(case_id);
    if (!held) return std::nullopt;
    return DeskRefused{"held",
                       cat(held->login, " has decided about it: ", name_of(held->command.kind),
                           "; it can be taken back until it leaves")};
}

std::expected<Case, DeskRefused> case_in_hand(Store& store, const DeskAction& action) {
    auto found = store.find_case(action.case_id);
    if (!found) return refuse("not_found", "there is no such case");
    if (found->version != action.version) return refuse_changed();
    if (const auto by = claimant(*found, action.now); !by.empty() && by != action.user.login)
        return refuse("claimed", cat(by, " is working on this case"));
    if (auto held = refuse_held(store, action.case_id)) return std::unexpected(*std::move(held));
    return std::move(*found);
}

} // namespace besteld
