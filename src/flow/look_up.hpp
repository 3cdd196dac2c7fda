// SPDX-License-Identifier: Apache-2.0
#pragma once

// The order that a draft makes with what base data know of it: the half of a judgement that asks
// the store.

#include "flow/judge.hpp"

namespace besteld {

struct LookedUp {
    Identification who;
    Terms terms;
    Order order;
    Date price_date{};
};

// case_id: the case's own, 0 for a new one; it is not its own earlier order.
LookedUp look_up(Store& store, const FlowSettings& settings, const Submission& submission,
                 const OrderDraft& draft, const std::vector<Correction>& corrections,
                 std::int64_t case_id, Instant now);

// Who sent this, from what stands in it and around it.
Identification identify_sender(Store& store, const OrderDraft& draft, const Origins& origins);

// What the checks' rules offer per line, for the answer: decide knows no rules of its own.
std::vector<LineOffer> offers_for(const LookedUp& known, Instant received_at);

// A decision stands while ordered and agreed stay what they were (domain.md 4.2).
void keep_resolutions(std::vector<Finding>& findings, const std::vector<Finding>& decided);

} // namespace besteld
