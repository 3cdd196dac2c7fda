// SPDX-License-Identifier: Apache-2.0
#pragma once

// Status questions and complaints as they come in (domain.md 3.2 T36): a question of a verified
// sender about his own orders is answered from live data, a complaint is registered and passed on;
// everything else waits for a person with the answer prepared.

#include "flow/judge.hpp"
#include "flow/status_answer.hpp"

#include <expected>
#include <optional>
#include <string>

namespace besteld {

bool is_service_request(const OrderDraft& draft);

// Opens the case of such a document and does what can be done at once. Runs inside the caller's
// transaction. `submission` as for any new case.
std::int64_t serve(Store& store, const FlowSettings& settings, const StoredMessage& message,
                   const Reading& reading, std::uint32_t document, Submission submission,
                   Instant now);

// Why this is not answered without a person; empty when it is.
std::string why_for_a_person(const Judgement& judgement, const Submission& submission,
                             const MeantOrders& meant);

// What a person may do with the case of a question or a complaint (T36): look at the prepared
// answer, and let it go, about these orders; the case is closed then. The orders that the wish
// itself names are meant when none is given.
struct PreparedAnswer {
    std::vector<Answer> answers;
    std::vector<Case> orders;
    std::string why_for_a_person;
};
std::expected<PreparedAnswer, CommandRefused>
prepare_answer(Store& store, const FlowSettings& settings, const Case& the_case, Instant now);
std::optional<CommandRefused> answer_question(Store& store, const FlowSettings& settings,
                                              Case& the_case,
                                              const std::vector<std::string>& numbers, Role role,
                                              const std::string& actor, Instant now);

// A question or complaint that has its answer: closed (T36). What stays open of its findings is
// settled by that.
Decision closing(const Judgement& judgement, const Submission& submission, Role role,
                 const std::string& actor, const std::string& reason, Instant now);

} // namespace besteld
