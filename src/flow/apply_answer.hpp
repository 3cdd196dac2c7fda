// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a customer answered, carried out: by mail or on the page behind the link, the same way.

#include "flow/judge.hpp"

#include <string>
#include <vector>

namespace besteld {

struct CustomerAnswer {
    std::vector<std::size_t> picks; // per question the index of its choice
    std::string quote;              // his own words, for the event and the clerk
    std::string from;               // "mail from petra@…", "the link"
};

// Whether each question can be answered by a letter alone.
bool is_answered_by_letters(const std::vector<Question>& questions);

// The picks become corrections and resolutions in the customer's name, and the order is judged
// again (T12, T10). False, with nothing changed, when a pick is outside what a clerk himself may
// decide, when the finding is gone, or when somebody else changed the case meanwhile: then a clerk
// takes it. The case must be awaiting the customer.
bool apply_answer(Store& store, const FlowSettings& settings, const Case& the_case,
                  const std::vector<Question>& questions, const CustomerAnswer& answer,
                  Instant now);

// T12 alone: a clerk reads it. `why`: why it was not carried out by itself.
bool hand_to_clerk(Store& store, const FlowSettings& settings, const Case& the_case,
                   const CustomerAnswer& answer, const std::string& why, Instant now);

} // namespace besteld
