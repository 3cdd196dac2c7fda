// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a person does at an order that changes nothing in it (domain.md 3.2, T36): the last answer
// again, how it stands now, a note. Each is one transaction with its event; role, version and claim
// are the caller's to check.

#include "flow/judge.hpp"

#include <optional>
#include <string>

namespace besteld {

struct Teller {
    Role role = Role::clerk;
    std::string actor;
    Instant now{};
};

// The answer that stands: of confirmations, proposals, questions and rejections the last. Nothing
// when the customer was never told anything that counts.
std::optional<OutboxRow> standing_answer(const std::vector<OutboxRow>& answers);
// Goes out again on every way it went, as a mail of its own (document.resent), after
// FlowSettings::hold: until then it can be taken back.
std::optional<CommandRefused> resend_answer(Store& store, const FlowSettings& settings,
                                            const Case& the_case, const Teller& teller);
// D8 without being asked for it (status.answered).
std::optional<CommandRefused> tell_status(Store& store, const FlowSettings& settings,
                                          const Case& the_case, const Teller& teller);
// Whether an answer was told again and has not left yet.
bool can_take_back(const OutboxRow& row, Instant now);
// It stays here, held, on whatever ways it was to go (document.taken_back).
std::optional<CommandRefused> take_back(Store& store, const Case& the_case, std::int64_t answer_id,
                                        const Teller& teller);
std::optional<CommandRefused> add_note(Store& store, const Case& the_case, const std::string& text,
                                       const Teller& teller);

} // namespace besteld
