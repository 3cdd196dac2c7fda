// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the desk cannot decide alone: the warehouse is asked whether an order that it has been told
// to deliver can still be changed, production about what it makes for the order, and the answer
// goes into the change's case (domain.md 3.4).

#include "flow/hand_off.hpp"
#include "order/feedback.hpp"
#include "store/hand_offs.hpp"

namespace besteld {

// Asks once for each version of the order; the change waits in review meanwhile. Nothing when no
// finding of the change needs their word, or when nobody takes notices there: then a
// clerk asks by telephone and says in the reason who agreed.
void ask_about_change(Store& store, const FlowSettings& settings, const Case& change,
                      const Case& order, Instant now);

// "yes" agrees to all that was asked of those who answer, as far as no lead must, "no" refuses it;
// a clerk sends the change on either way. Whatever was decided meanwhile stands: the answer is then
// only noted. Nothing when the question was about no change.
void take_answer_about_change(Store& store, const HandOffRow& asked, const Feedback& said,
                              const std::string& channel, Instant now);

} // namespace besteld
