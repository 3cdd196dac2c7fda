// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check_order.hpp"

#include <chrono>
#include <string>

namespace besteld {

// How long we may take to answer, and how much of it is gone.
struct AnswerTime {
    Instant due{};
    std::chrono::minutes allowed{};
    std::chrono::minutes used{};
    std::string why; // "4 working hours for a mail"
};

// domain.md 3.2 timers: four working hours for a mail, one hour for a file; never later than the
// day until which the order itself is valid (O08a).
AnswerTime answer_time(const OrderDraft& draft, const Origins& origins, const Terms& terms,
                       Instant now);

// The time between two moments in which we work: working days of our calendar, 08:00 to 17:00 on
// the wall of our zone.
std::chrono::minutes working_time(const Seller& seller, Instant from, Instant to);
// The moment at which that much working time has passed.
Instant after_working_time(const Seller& seller, Instant from, std::chrono::minutes span);

} // namespace besteld
