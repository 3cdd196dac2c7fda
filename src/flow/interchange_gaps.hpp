// SPDX-License-Identifier: Apache-2.0
#pragma once

// An interchange that a partner sent and that never came is nobody's message: only the numbers of
// the others tell of it (domain.md 5.4). They are followed in the transaction of the message that
// bears them; what has not come in time becomes a case for a person. No order waits for it.

#include "flow/judge.hpp"
#include "order/reading.hpp"

#include <optional>
#include <string>

namespace besteld {

// Which turn of a partner's numbers an interchange is of, as part of its identity (K2).
struct NumberTurn {
    std::string name;                  // empty as a rule; " of 260302", " round 1"
    std::optional<std::string> before; // the round before, when there was one
};
NumberTurn turn_of(Store& store, const FlowSettings& settings, const StoredMessage& message,
                   const Envelope& envelope);

// Notes the numbers of what came for the first time (UNB 0020, ISA13, GS06): gaps are written down,
// and closed by what comes late. Inside the message's transaction.
void follow_numbers(Store& store, const FlowSettings& settings, const StoredMessage& message,
                    const Reading& reading, Instant now);

// Opens a case for each message that jumped over numbers which have not come in the time that its
// partner is given; the count of cases. Each missing number is told once.
int tell_of_gaps(Store& store, const FlowSettings& settings, Instant now, int limit);

} // namespace besteld
