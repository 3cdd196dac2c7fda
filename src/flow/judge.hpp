// SPDX-License-Identifier: Apache-2.0
#pragma once

// look up → check → decide: the middle of the line, shared by the daemon, the desk after a
// correction, and `besteld explain`. Reads the store, writes nothing.

#include "check/check_order.hpp"
#include "order/decide.hpp"
#include "order/decision.hpp"
#include "store/store.hpp"

#include <expected>
#include <string>
#include <vector>

namespace besteld {

// What stays the same from message to message: from configuration.
struct FlowSettings {
    Seller seller;
    std::string mail_domain = "localhost";           // of our Message-IDs
    std::map<std::string, std::string> folder_owner; // drop folder → customer number
};

// What is to be judged: a draft as it was read, what people changed and decided since, and where it
// came from.
struct Submission {
    OrderDraft draft;
    std::vector<Correction> corrections;
    std::vector<Finding> decided; // findings of the last time with their resolutions
    CaseHistory history;
    AnswerContext answer_context;
    Origins origins;
    std::optional<Instant> known_at = {}; // base data as they were known then; absent: now
};

struct Judgement {
    Identification who;
    Terms terms;
    Order order;
    std::vector<Finding> findings;
    std::expected<Decision, CommandRefused> decision;
};

Judgement judge(Store& store, const FlowSettings& settings, const Submission& submission,
                const Command& command, Instant now);

} // namespace besteld
