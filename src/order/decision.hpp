// SPDX-License-Identifier: Apache-2.0
#pragma once

// What follows from an order, its findings and what people decided: pure data that one commit
// carries out.

#include "order/answer.hpp"
#include "order/finding.hpp"
#include "order/order.hpp"
#include "order/state.hpp"
#include "order/terms.hpp"

#include <string>
#include <vector>

namespace besteld {

// One step of the life cycle with who took it: becomes one row of the event log.
struct Step {
    std::string number; // "T19"
    OrderState from = OrderState::received;
    OrderState to = OrderState::received;
    std::string event;
    Role role = Role::system;
    std::string actor = "besteld";
    std::string reason;
};

enum class ChangeOutcome { none, carry_out, refuse };

struct Decision {
    OrderState state = OrderState::received;
    std::vector<Finding>
        findings; // the given ones, with what a rule of the agreement resolved: to be saved
    std::vector<Step> steps;
    bool give_number = false; // the official number is given in this commit, once
    std::string released_by; // login that released the order (T17, T19); "besteld" straight through
    std::string second_by;   // login of the second pair of eyes; empty when none was due
    std::vector<std::string> four_eyes; // why a second person must look or has looked
    // each becomes an outbox row; official_no is filled in by the commit
    std::vector<Answer> answers;
    std::vector<Promise> promises; // stock reserved at acceptance, parallel to promised_skus
    std::vector<std::string> promised_skus;
    Decimal net{};
    Decimal at_stake{}; // sum of the open findings' money, for the queue's order
    // Of a change or a cancellation: what happens to the order it is about, in the same commit.
    ChangeOutcome outcome = ChangeOutcome::none;
    // Why a new revision of the order goes out, for the record of who released it: "acceptance",
    // "change", "cancellation", "withdrawal", "promise"; empty: none does.
    std::string releases;
    // What was confirmed or proposed, whether or not anybody is told: what deliveries and other
    // systems go by.
    std::optional<Answer> confirmed = {};
    // Per line of it the index that it had before a change; empty: all stand where they stood.
    std::vector<std::optional<std::uint32_t>> came_from = {};
};

// What people have decided so far about a case; empty for a new one.
struct CaseHistory {
    std::int64_t case_id = 0; // 0: new
    OrderState state = OrderState::extracted;
    bool has_official_number = false;
    int revision = 1; // of the answer that a release now would give
    std::vector<Step> steps;
    std::vector<std::string>
        editors; // logins that changed a value: the second pair of eyes is another
};

} // namespace besteld
