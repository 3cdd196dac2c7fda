// SPDX-License-Identifier: Apache-2.0
#include "order/decide_guards.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

// The customer is asked, a value is put in, an order is held or changed. Until then nothing is
// decided, whoever named it.
bool is_only_intended(const Finding& finding) {
    constexpr Resolution deeds[] = {Resolution::ask, Resolution::correct, Resolution::substitute,
                                    Resolution::hold, Resolution::merge};
    const bool counts =
        finding.severity == FindingSeverity::block || finding.severity == FindingSeverity::warn;
    return counts && finding.resolved &&
           std::ranges::find(deeds, finding.resolved->resolution) != std::end(deeds);
}

bool stops_for_credit(const Finding& finding) {
    const bool counts =
        finding.severity == FindingSeverity::block || finding.severity == FindingSeverity::warn;
    return counts && is_for_credit(finding.check) &&
           (!finding.resolved || finding.resolved->resolution == Resolution::hold);
}

std::optional<CommandRefused> refuse_open(const std::vector<Finding>& findings) {
    std::vector<std::string> names;
    for (const auto& finding : findings)
        if (is_open(finding) || is_only_intended(finding))
            names.emplace_back(name_of(finding.check));
    if (names.empty()) return std::nullopt;
    return CommandRefused{"open_findings", cat("still to be decided: ", join(names, ", "))};
}

std::optional<CommandRefused> refuse_same_person(const CaseHistory& history,
                                                 const std::vector<Finding>& findings,
                                                 const std::string& login) {
    const auto is_me = [&](const std::string& other) { return other == login; };
    bool same = std::ranges::any_of(history.editors, is_me);
    for (const auto& finding : findings)
        same |= finding.resolved && is_me(finding.resolved->actor);
    for (const auto& step : history.steps)
        same |= (step.number == "T17" || step.number == "T10") && is_me(step.actor);
    if (!same) return std::nullopt;
    return CommandRefused{"same_person",
                          cat(login, " has worked on this order: the second person is another")};
}

std::optional<CommandRefused> refuse_without_authority(const std::vector<Finding>& findings,
                                                       const Command& command) {
    for (const auto& finding : findings) {
        if (!finding.resolved || finding.resolved->actor != command.actor) continue;
        if (auto no =
                refuse_resolution(finding, finding.resolved->resolution, command.role, "recorded"))
            return no;
    }
    return std::nullopt;
}

Role as_second_person(Role role) {
    return role == Role::clerk ? Role::second_clerk : role;
}

} // namespace besteld
