// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/decide.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

// The way a case takes through the life cycle in one decision.
class Walk {
public:
    explicit Walk(const CaseHistory& history)
        : state_(history.state), guards_{.has_official_number = history.has_official_number} {}

    OrderState state() const { return state_; }
    void set_open(bool open) { guards_.open_findings = open; }
    void set_numbered() { guards_.has_official_number = true; }
    std::vector<Step> take_steps() { return std::move(steps_); }

    // Nothing when the step was taken.
    std::optional<CommandRefused> step(OrderEvent event, Role role, std::string actor,
                                       std::string reason) {
        guards_.role = role;
        const auto transition = next(state_, event, guards_);
        if (!transition)
            return CommandRefused{.code = "not_allowed", .text = transition.error().text};
        steps_.push_back({.number = std::string(transition->number),
                          .from = state_,
                          .to = transition->to,
                          .event = std::string(transition->event),
                          .role = role,
                          .actor = std::move(actor),
                          .reason = std::move(reason)});
        state_ = transition->to;
        return std::nullopt;
    }

    // The table knows one name for the step just taken; the events log tells two things apart by
    // it.
    void call_last(std::string event) { steps_.back().event = std::move(event); }

private:
    OrderState state_;
    TransitionGuards guards_;
    std::vector<Step> steps_;
};

} // namespace besteld
