// SPDX-License-Identifier: Apache-2.0
#pragma once

// What other systems are told, written in the transaction that decided it (T19: the ERP hand-over
// is part of the acceptance). Sent by deliver/hand_off_sender.

#include "flow/judge.hpp"
#include "order/fulfilment.hpp"

namespace besteld {

// Part of commit_decision: the ERP system hears of every revision, consent and cancellation, and the
// warehouse of those that come after the release. A test order is nobody's to deliver.
void queue_hand_off(Store& store, const FlowSettings& settings, const Case& the_case,
                    const Decision& decision, Instant now);

// To warehouse and production as far as the configuration names them: what goes when (T27).
void queue_notices(Store& store, const FlowSettings& settings, const Case& the_case,
                   const Fulfilment& known, Instant now);

// A question about an accepted order to those who have the goods in hand; the key under which the
// answer comes (HandOffs::with_key: said is "yes" or "no" then). The same question about the same
// revision is asked once. Nothing when nobody takes notices there.
struct InsideQuestion {
    HandOffTarget target = HandOffTarget::warehouse;
    std::string subject; // short and plain, part of the key: "change-2"
    std::string text;
    Instant answer_by{};
};
std::optional<std::string> ask_inside(Store& store, const FlowSettings& settings,
                                      const Case& the_case, const InsideQuestion& question,
                                      Instant now);

// Hand-offs and notices that nobody answered in time get an event each, once; the number of them.
int alarm_unanswered(Store& store, Instant now, int limit);

} // namespace besteld
