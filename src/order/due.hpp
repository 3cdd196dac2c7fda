// SPDX-License-Identifier: Apache-2.0
#pragma once

// When the customer is reminded of a question or a proposal, and when it has waited long enough
// (domain.md 3.2, T13, T14, T23b). Pure: the clock is an argument, our calendar and our wall
// decide.

#include "order/terms.hpp"

#include <optional>

namespace besteld {

struct Awaited {
    Instant asked_at{};
    Date answer_by{};  // the whole of that day counts
    int reminders = 0; // sent so far
};

enum class DueDeed { nothing, remind, lapse };
struct DueStep {
    DueDeed deed = DueDeed::nothing;
    int reminder = 0;            // which one it is, from 1
    std::optional<Instant> next; // when to look again; none after a lapse
};

inline constexpr int most_reminders = 2;

// Reminders go out in our working hours, on the open day before the last one and on the last one,
// never on the day on which the question went out; whatever a stop of ours has overslept is asked
// once and not twice. At the end of the last day it lapses.
DueStep due_step(const Awaited& awaited, const Seller& seller, Instant now);

// The first moment at or after `from` at which somebody works here: Monday to Friday without our
// holidays, 9 to 17 o'clock.
Instant working_moment(const Seller& seller, Instant from);

} // namespace besteld
