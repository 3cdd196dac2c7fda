// SPDX-License-Identifier: Apache-2.0
#pragma once

// A message of a feedback channel: each report in it is applied or not on its own; what contradicts
// what we know becomes one case for a person, never silence.

#include "flow/process_message.hpp"

namespace besteld {

MessageOutcome take_reports(Store& store, const FlowSettings& settings,
                            const StoredMessage& message, const Reading& reading, Instant now);

// Something that is no order and that a person must see.
struct ExceptionCase {
    std::int64_t message_id = 0;
    std::uint32_t document = 0; // unique within the message
    std::string format = "feedback";
    Envelope envelope = {}; // whose it is, when that is known; nothing is sent there
};
// Opens its case; the case's id.
std::int64_t open_exception(Store& store, const FlowSettings& settings, const ExceptionCase& about,
                            const std::vector<Problem>& problems, Instant now);

} // namespace besteld
