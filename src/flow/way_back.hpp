// SPDX-License-Identifier: Apache-2.0
#pragma once

// How an answer of ours is found again in what the customer sends: the token that goes out with
// each mail, and the mail's place in our outbox.

#include "flow/judge.hpp"
#include "order/reply_token.hpp"

#include <optional>
#include <string>

namespace besteld {

// Gives the answer its token, a question its number and its link; to be called once, in the commit
// that makes its outbox row.
void open_way_back(Store& store, const FlowSettings& settings, const Case& the_case,
                   Answer& answer);

// The outbox row that tells the customer `answer` about the case, on the answer's channel, with its
// way back where a mail has one. The row's key and time are the caller's to set.
OutboxRow row_for(Store& store, const FlowSettings& settings, const Case& the_case, Answer answer);

// What of the case a mail of ours was about.
ReplyMark mark_of(const Answer& answer);

// The question that the customer was asked last, with its reminders left out; none when he never
// was.
std::optional<OutboxRow> last_question(Store& store, std::int64_t case_id);

// "https://orders.example/a/TOKEN" of a question; empty without a public address.
std::string link_of(Store& store, const FlowSettings& settings, const Answer& question);

} // namespace besteld
