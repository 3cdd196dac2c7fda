// SPDX-License-Identifier: Apache-2.0
#pragma once

// An order's way through the house, told once: read → look up → check → decide → commit, for one
// stored message. `receive` came before (src/intake) and `deliver` comes after (src/deliver).

#include "flow/judge.hpp"
#include "flow/reader_process.hpp"
#include "order/reading.hpp"

#include <expected>
#include <string>
#include <vector>

namespace besteld {

struct MessageOutcome {
    MessageState state = MessageState::done;
    std::vector<std::int64_t> cases;
    std::string note;
};

// A reader that crashed, hung or grew too large costs a message one of so many attempts; then it is
// quarantined and shown to a person.
inline constexpr int attempts_before_quarantine = 3;

// One transaction. Throws StoreFault; the message then stays stored and is taken again.
// nothing: the reader failed and the message has attempts left, so it stays stored.
std::optional<MessageOutcome> process_message(Store& store, const FlowSettings& settings,
                                              const StoredMessage& message,
                                              const std::expected<Reading, ReaderFault>& reading,
                                              Instant now);

// How a message's documents are presented to the checks.
Origins origins_of(const FlowSettings& settings, const StoredMessage& message,
                   const Reading& reading);
AnswerContext answer_context_of(const FlowSettings& settings, const Reading& reading,
                                const OrderDraft& draft, const StoredMessage& message);

// The document a person must see when a message holds nothing that a reader could make a document
// of.
OrderDraft stand_in_for(const Reading& reading);

} // namespace besteld
