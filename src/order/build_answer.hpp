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

// The receipts for the interchange that the order came in (CONTRL, 997 …) that are due
// (order/receipts.hpp), in their order. Of several messages in one interchange the first asks for
// them; APERAK goes for each.
std::vector<Answer> technical_answers(const AnswerFrame& frame);

// Who makes an answer go out. The daemon never answers an automatic mail (RFC 3834, 2); what a
// person released goes to the customer's address on file all the same, or nobody would hear of a
// confirmed order.
enum class Cause { daemon, person };

// Everything that every answer to this order has in common.
Answer answer_frame(const AnswerFrame& frame, AnswerKind kind);
// Lines, deviations and amounts of a confirmation or a proposal.
void fill_in(Answer& answer, Confirmed confirmed, const Terms& terms);
// The order came in a format that the customer's profile names, so that its answer goes the same
// way.
bool is_edi_order(const AnswerFrame& frame);
// The answer once per way it can go: EDI first, then mail. None when it can go nowhere. For
// customers whose profile's word asks for it ("cxml-status") cXML's StatusUpdateRequest goes before
// it, an answer of kind receipt: 201 while a person has the order or a question to its customer is
// open, 200 when it was dealt with, for a 201 promises that more follows (cXML User's Guide,
// Status).
std::vector<Answer> on_every_channel(const AnswerFrame& frame, const Answer& answer, Cause cause);

// The day until which the customer is asked to answer; never before today.
Date answer_deadline(const AnswerFrame& frame, AnswerKind kind);

} // namespace besteld
