// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people do at an order that is decided: tell the customer again, note something. Role,
// version and claim are checked here, on the server, as for every decision (desk/desk.hpp).

#include "desk/desk.hpp"

#include <optional>
#include <string>

namespace besteld {

class OrderActions {
public:
    OrderActions(Store& store, FlowSettings settings);

    // Nothing when it was done.
    std::optional<DeskRefused> resend(const DeskAction& action);
    std::optional<DeskRefused> tell_status(const DeskAction& action);
    std::optional<DeskRefused> take_back(const DeskAction& action, std::int64_t answer_id);
    std::optional<DeskRefused> note(const DeskAction& action, const std::string& text);

private:
    std::expected<Case, DeskRefused> load(const DeskAction& action);

    Store& store_;
    FlowSettings settings_;
};

// Whether there is an answer that counts and could go again.
bool can_be_resent(const std::vector<OutboxRow>& answers);
// Told again and not left yet.
bool can_be_taken_back(const OutboxRow& row, Instant now);
// The order as this person may work on it now, or why not: role, version, claim.
std::expected<Case, DeskRefused> load_to_act(Store& store, const DeskAction& action);

} // namespace besteld
