// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/judge.hpp"

#include "base/zone.hpp"

namespace besteld {

// Where the seller is.
inline Date today_at(const FlowSettings& settings, Instant now) {
    return Zone(settings.seller.zone).date_of(now);
}
inline int year_at(const FlowSettings& settings, Instant now) {
    return static_cast<int>(std::chrono::year_month_day{today_at(settings, now)}.year());
}

} // namespace besteld
