// SPDX-License-Identifier: Apache-2.0
#include "desk/in_hand.hpp"

#include "base/text.hpp"

namespace besteld {

std::expected<Case, DeskRefused> case_in_hand(Store& store, const DeskAction& action) {
    const auto refuse = [](std::string code, std::string text) {
        return std::unexpected(DeskRefused{std::move(code), std::move(text)});
    };
    auto found = store.find_case(action.case_id);
    if (!found) return refuse("not_found", "there is no such case");
    if (found->version != action.version)
        return refuse("changed_meanwhile",
                      "the case was changed by somebody else; look at it again");
    const bool claimed = !found->claimed_by.empty() && found->claimed_by != action.user.login &&
                         found->claimed_until && *found->claimed_until > action.now;
    if (claimed) return refuse("claimed", cat(found->claimed_by, " is working on this case"));
    return std::move(*found);
}

} // namespace besteld
