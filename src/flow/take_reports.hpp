// SPDX-License-Identifier: Apache-2.0
#pragma once

// A message of a feedback channel: each report in it is applied or not on its own; what contradicts
// what we know becomes one case for a person, never silence.

#include "flow/process_message.hpp"

namespace besteld {

MessageOutcome take_reports(Store& store, const FlowSettings& settings,
                            const StoredMessage& message, const Reading& reading, Instant now);

// A case for a person about something that is no order; its id. `document` is unique within the
// message.
std::int64_t open_exception(Store& store, const FlowSettings& settings, std::int64_t message_id,
                            std::uint32_t document, const std::vector<Problem>& problems,
                            Instant now);

} // namespace besteld
