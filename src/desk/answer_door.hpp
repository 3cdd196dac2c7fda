// SPDX-License-Identifier: Apache-2.0
#pragma once

// The way in for a customer who answers a question on the page behind its link: no log-in, one
// question, once. The link is the key: it fits this question of this customer only, and only until
// it is answered or its time is over.

#include "flow/judge.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class DoorState {
    unknown, // no link of ours
    closed,  // it was one: answered meanwhile, asked anew, or too late
    open
};

struct DoorView {
    DoorState state = DoorState::unknown;
    Answer question; // when it is one of ours
};

struct DoorAnswer {
    std::vector<std::optional<std::size_t>> picks; // per question; none: not chosen
    std::string words;                             // his own; may be empty
};

enum class DoorOutcome {
    refused, // the link opens nothing (any more): nothing was changed
    empty,   // neither a choice for each question nor a word
    carried_out,
    for_clerk
};

class AnswerDoor {
public:
    AnswerDoor(Store& store, FlowSettings settings);

    // Changes nothing: mail scanners follow links.
    DoorView look(std::string_view token, Instant now);
    // The same as an answer by mail (flow/apply_answer.hpp).
    DoorOutcome answer(std::string_view token, const DoorAnswer& answer, Instant now);

private:
    struct Opened;
    std::optional<Opened> open(std::string_view token, Instant now, DoorView& view);

    Store& store_;
    FlowSettings settings_;
};

} // namespace besteld
