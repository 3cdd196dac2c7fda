// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/finding.hpp"
#include "order/terms.hpp"

#include <chrono>
#include <optional>

namespace besteld {

// The customer's own limit for one check, in the check's own measure (days, percent, money, a
// factor); absent when the agreement says nothing about it.
inline std::optional<Decimal> own_limit(const Terms& terms, Check check) {
    if (!terms.agreement) return std::nullopt;
    const auto& own = terms.agreement->check_tolerance;
    const auto found = own.find(std::string(name_of(check)));
    return found != own.end() ? std::optional(found->second) : std::nullopt;
}

// The same in whole days; what is no sensible number of days counts as `usual`.
inline int own_days(const Terms& terms, Check check, int usual) {
    constexpr Decimal most{3660};
    const auto own = own_limit(terms, check);
    if (!own || own->is_negative() || *own > most) return usual;
    return static_cast<int>(own->units() / Decimal::scale);
}

// K4 of domain.md 5.4: how long the same content under another number is looked out for.
inline std::chrono::days same_content_window(const Terms& terms) {
    return std::chrono::days{own_days(terms, Check::same_content_again, 10)};
}

} // namespace besteld
