// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the house reports about an order, carried out: the order's life, its deliveries and its
// events in one transaction (domain.md 3.2, T27 to T32).

#include "flow/judge.hpp"
#include "order/feedback.hpp"

#include <cstdint>
#include <string>

namespace besteld {

// Where a report came from.
struct FeedbackOrigin {
    std::string channel;
    std::int64_t message_id = 0;
    std::uint32_t position = 0;
};

struct FeedbackFate {
    enum class Kind {
        applied,
        known,   // repeated or overtaken: nothing happened
        waiting, // comes before its turn and is tried again
        refused  // contradicts what we know: for a person
    };
    Kind kind = Kind::applied;
    std::int64_t case_id = 0;
    std::string text; // of known, waiting and refused: why
    std::string hint; // of refused: what to do
    // Reports that waited for this one and turned out to contradict it.
    std::vector<FeedbackFate> followers = {};
};

// In the caller's transaction, or its own. A report is known by its key: whatever way it comes
// again, it counts once.
FeedbackFate take_feedback(Store& store, const FlowSettings& settings, const Feedback& said,
                           const FeedbackOrigin& origin, Instant now);

// T29b: an order in delivery of which a change leaves nothing to come is delivered; `by` is the step
// that changed it. In the transaction of the change.
void settle_rest(Store& store, const FlowSettings& settings, Case& the_case, const Step& by,
                 Instant now);

// The confirmed orders whose release day has come (promised date − release_lead_days working days)
// and that no release-block holds go to the warehouse (T27); the number of them.
int release_due(Store& store, const FlowSettings& settings, Instant now, int limit);

// Reports that waited too long for what they speak of become a case for a person; the number.
int give_up_waiting(Store& store, const FlowSettings& settings, Instant now, int limit);

} // namespace besteld
