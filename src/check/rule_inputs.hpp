// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/inquiry.hpp"

#include <span>
#include <string>

namespace besteld {

// How the two sides of one rule are put into words. Empty on either side: not applicable. `line` is
// null for rules of the whole order.
using InputWords = std::string (*)(const Inquiry& inquiry, const OrderLine* line);

struct RuleInputs {
    Check check;
    InputWords ordered;
    InputWords agreed;
};

// Together one for each check of the catalogue.
std::span<const RuleInputs> rules_of_orders();
std::span<const RuleInputs> rules_of_lines();

} // namespace besteld
