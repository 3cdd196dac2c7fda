// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands in the way of a person's decision, whether it is about an order or about a change.

#include "order/decide.hpp"

namespace besteld {

// Named as the way out, but the deed is another: nothing is decided yet.
bool is_only_intended(const Finding& finding);
// Stops the order until the credit controller has released it: naming "hold" decides nothing.
// A prepayment stops only what comes after the confirmation.
bool stops_for_credit(const Finding& finding);

// Nothing when there is no objection.
std::optional<CommandRefused> refuse_open(const std::vector<Finding>& findings);
// The second person has touched nothing of it.
std::optional<CommandRefused> refuse_same_person(const CaseHistory& history,
                                                 const std::vector<Finding>& findings,
                                                 const std::string& login);
// Whoever recorded a resolution was asked then (refuse_resolution); the one who did it himself and
// now releases is asked again.
std::optional<CommandRefused> refuse_without_authority(const std::vector<Finding>& findings,
                                                       const Command& command);
// Which of the two a clerk is depends on the order, not on the login.
Role as_second_person(Role role);

} // namespace besteld
