// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of a customer's own orders a question or a complaint means, and how they stand.

#include "base/zone.hpp"
#include "flow/judge.hpp"
#include "order/build_answer.hpp"

#include <expected>
#include <string>
#include <vector>

namespace besteld {

// Never an order of another customer. What nothing names, or names in two ways, is not found: the
// words say why, for the clerk.
struct MeantOrders {
    std::vector<Case> orders;
    std::string why_not; // not empty: not every order that is named was found
};

// `beside`: numbers that other documents of the same message name; "the previous one" is the one
// before the first of them.
MeantOrders find_meant_orders(Store& store, const std::string& customer_no, const OrderDraft& wish,
                              const std::vector<std::string>& beside);
std::vector<std::string> numbers_beside(const Reading& reading, std::uint32_t document);

// What the customer was last told of the order: its latest confirmation or proposal.
std::optional<Answer> last_told(Store& store, std::int64_t case_id);
// With what has been delivered, by days in `zone`.
OrderStatus status_of_case(Store& store, const Case& the_case, const Zone& zone);

// D8 for these orders, addressed as `frame` says: by mail, or in the format of an EDI enquiry.
// Empty when there is no address on file.
std::vector<Answer> status_answers(Store& store, const AnswerFrame& frame,
                                   const std::vector<Case>& orders, Cause cause);

} // namespace besteld
