// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reports that go out by mail when their period is over: once, whatever happens to the daemon in
// between, and afterwards when it was not there at the time.

#include "app/config.hpp"
#include "report/period.hpp"
#include "store/store.hpp"

#include <optional>
#include <vector>

namespace besteld {

// Periods whose hour has come and that were not sent: `last` is the first day of the newest one
// that was; without one only the newest. A report that was away for long sends `most` at the most.
std::vector<Period> due_periods(const ScheduledReport& report, const Zone& zone,
                                std::optional<Date> last, Instant now);
inline constexpr std::size_t most_periods = 31;

// Puts what is due into the outbox, each report of each period in one commit; the number of mails.
// Throws StoreFault, and std::runtime_error when words are missing.
int send_due_reports(Store& store, const Config& config, Instant now);

} // namespace besteld
