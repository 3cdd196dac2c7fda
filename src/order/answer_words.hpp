// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an answer holds as data, in the words of its language: for mails and for papers alike.

#include "base/words.hpp"
#include "order/answer.hpp"

#include <string>
#include <string_view>

namespace besteld {

// The number an answer carries: the official one with its revision "SO-26-000412/2", else the
// case's.
std::string number_of(const Answer& answer);
std::string reason_words(const std::string& code, const Words& words); // of an R-… code
// The buyer's own number of a line of ours.
std::string buyer_line_of(const Answer& answer, std::uint32_t index);
// The customer is told which agreement, not which rule of ours hit.
std::string agreement_of(const std::string& clause);
std::string day_or_open(const std::optional<Date>& date, const Words& words);
// "energy surcharge", or "line 10: discount" where it is in that line's amount.
std::string charge_name(const AnswerCharge& charge, const Answer& answer, const Words& words);
// The sentence that asks: the clerk's own, else the one for the check.
std::string question_words(const Question& question, const Words& words);
// A value of a finding as the customer may read it: our unit codes as words of his language. What
// holds no digit is a phrase for the clerk ("a cost reference") and nothing for the customer: the
// question's sentence says it.
std::string value_for_customer(std::string_view value, const Words& words);

} // namespace besteld
