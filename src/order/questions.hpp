// SPDX-License-Identifier: Apache-2.0
#pragma once

// Questions to the customer with their choices: what is offered is what a clerk himself might
// decide about the finding, so that the customer's letter can stand in for the clerk's click
// (domain.md 6, D3).

#include "order/answer.hpp"
#include "order/order.hpp"
#include "order/terms.hpp"

namespace besteld {

Question question_about(const Finding& finding, const std::string& free_text);

// Fills in the choices and what each does, from the finding that each question is about. A question
// in a clerk's own words gets none: only a person knows what a letter would mean there.
void offer_choices(std::vector<Question>& questions, const std::vector<Finding>& findings,
                   const Order& order, const Terms& terms);

} // namespace besteld
