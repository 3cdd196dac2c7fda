// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as data, addressed: mail goes to the address on file only, EDI to partners that have a
// profile.

#include "order/confirm_lines.hpp"

#include <vector>

namespace besteld {

struct AnswerFrame {
    const Order& order;
    const Terms& terms;
    const AnswerContext& context;
    const CaseHistory& history;
    Instant now{};
};

// CONTRL for the interchange the order came in, when the partner wants one; else nothing.
std::optional<Answer> technical_answer(const AnswerFrame& frame);

// Everything that every answer to this order has in common.
Answer answer_frame(const AnswerFrame& frame, AnswerKind kind);
// Lines, deviations and amounts of a confirmation or a proposal.
void fill_in(Answer& answer, Confirmed confirmed, const Terms& terms);
// The answer once per way it can go: EDI first, then mail. None when it can go nowhere.
std::vector<Answer> on_every_channel(const AnswerFrame& frame, const Answer& answer);

// The day until which the customer is asked to answer; never before today.
Date answer_deadline(const AnswerFrame& frame, AnswerKind kind);

} // namespace besteld
