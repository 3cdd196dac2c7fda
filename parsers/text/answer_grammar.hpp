// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a customer answers to numbered questions with lettered choices: "1A 2B", "1: B", "A", "ja",
// "akkoord". Strict on purpose: one word too many, one question left out, and the answer is for a
// person. Nothing is ever guessed from it (domain.md T12, T23).

#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

enum class Said {
    picks,   // each question has its choice
    consent, // "akkoord", "ja": the whole text says yes
    refusal, // "niet akkoord", "nee": the whole text says no
    unclear  // anything else: partial, contradictory, more words than an answer has, none at all
};

struct ReadAnswer {
    Said said = Said::unclear;
    std::vector<std::size_t> picks; // of `picks`: per question the index of its choice
    std::string words; // what the customer wrote himself, on one line, at most 500 bytes
};

struct ReplyText {
    std::string_view body; // of the mail, UTF-8, with whatever it quotes
    std::string_view subject;
    std::string_view sender_name; // may stand under the answer
};

// `choices`: per question how many it offers; 1 makes it a question for yes or no, 0 one that only
// a person understands. Empty: there is no question, only consent or refusal.
ReadAnswer read_answer(const ReplyText& reply, const std::vector<std::size_t>& choices);

} // namespace besteld::parsers
