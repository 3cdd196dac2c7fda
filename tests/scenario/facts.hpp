// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small helpers of the `then` sentences: each throws NotSo with what was expected and what is.

#include "script.hpp"
#include "stage.hpp"

#include "base/text.hpp"

#include <string>

namespace besteld::scenario {

inline std::string at(const Match& m, std::string_view name) {
    const auto found = m.find(name);
    return found == m.end() ? std::string{} : found->second;
}

Decimal decimal(const std::string& text);
std::uint32_t line_index(const std::string& number); // from 1, as people count
void expect_same(std::string_view what, const std::string& expected, const std::string& found);
void expect_same(std::string_view what, Decimal expected, Decimal found);
void expect_words(std::string_view what, const std::string& expected, const std::string& found);

// The finding a phrase means: <check>, and <n> when it names a line; the gravest, if there are
// several.
std::optional<std::size_t> find_finding(const Case& c, const Match& m); // index
Finding finding(Stage& stage, const Match& m);
// "promotion_missed line 2": for lists.
std::string name_of_finding(const Finding& finding);

// The last answer of <kind> on <channel> ("edi" or "mail") of the case in hand.
OutboxRow answer(Stage& stage, const Match& m);
std::string name_of_answer(const Answer& answer); // "edi confirmation"
const AnswerLine& answer_line(const OutboxRow& row, const Match& m);

const std::vector<Words>& then_about_findings();
const std::vector<Words>& then_about_answers();
const std::vector<Words>& then_about_fulfilment();
const std::vector<Words>& about_service(); // questions and complaints: what happens and what is so
const std::vector<Words>& about_replies();

} // namespace besteld::scenario
