// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/finding.hpp"
#include "order/terms.hpp"

#include <optional>
#include <string>

namespace besteld {

// The customer's own limit of one check in that check's measure (a factor, a percentage); nothing
// when his agreement says nothing about it.
inline std::optional<Decimal> own_limit(const Terms& terms, Check check) {
    if (!terms.agreement) return std::nullopt;
    const auto& own = terms.agreement->check_tolerance;
    const auto found = own.find(std::string(name_of(check)));
    return found != own.end() ? std::optional(found->second) : std::nullopt;
}

} // namespace besteld
