// SPDX-License-Identifier: Apache-2.0
#pragma once

// A piece of feedback held against an order: what must be written, or why not. Pure (domain.md 3.2,
// T29 to T32).

#include "order/decision.hpp"
#include "order/feedback.hpp"
#include "order/fulfilment.hpp"

#include <expected>

namespace besteld {

// Where an order stands when the feedback comes.
struct Standing {
    OrderState state = OrderState::released;
    std::string official_no;
    const Fulfilment& known;
};

// What follows; what is absent does not change.
struct FulfilmentChange {
    OrderState state = OrderState::released;
    std::vector<Step> steps;
    std::optional<Instant> picked_at;
    std::optional<Instant> rest_closed_at;
    std::optional<Delivery> delivery;  // without id and number
    std::int64_t arrived = 0;          // id of the delivery that came in …
    std::optional<Instant> arrived_at; // … and when
    std::optional<ProofOfDelivery> proof;
    std::int64_t invoiced_request = 0; // id of the request that got …
    std::string invoice_no;            // … this number
};

struct FeedbackUnfit {
    enum class Why {
        known,        // said before, or overtaken: nothing to do
        early,        // what it speaks of has not been reported yet: try again later
        contradiction // a person must look
    };
    Why why = Why::contradiction;
    std::string text;
    std::string hint;
};

// `actor`: the channel it came by. `now` stands in where the feedback gives no time.
std::expected<FulfilmentChange, FeedbackUnfit> decide_feedback(const Standing& standing,
                                                               const Feedback& said,
                                                               const std::string& actor,
                                                               Instant now);

} // namespace besteld
