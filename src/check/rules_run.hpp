// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every rule of the catalogue for one order, also those that found nothing: what was compared with
// what, and how it came out. The checks themselves only speak up when something is wrong; this is
// what `besteld explain` shows beside them.

#include "check/check_order.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class RuleOutcome {
    not_applicable, // the order says nothing of it, or nothing was agreed about it
    passed,
    noted, // a finding that nobody has to decide
    open   // a finding for a person
};

struct RuleRun {
    Check check = Check::unreadable_part;
    std::optional<std::uint32_t> line; // of rules per line
    RuleOutcome outcome = RuleOutcome::not_applicable;
    std::string ordered;   // what the order says
    std::string agreed;    // what it was held against
    std::string tolerance; // what still passes, from the catalogue or the customer's agreement
};

// In the order of the catalogue; rules per line once for each line. `findings` are those that
// check_order() gave for the same arguments.
std::vector<RuleRun> rules_run(const OrderDraft& draft, const Order& order, const Origins& origins,
                               const Identification& who, const Terms& terms,
                               const std::vector<Finding>& findings, Instant now);

std::string_view name_of(RuleOutcome outcome);

} // namespace besteld
