// SPDX-License-Identifier: Apache-2.0
#pragma once

// The archive judged twice: with base data as they are and as they would be. Which orders would
// have come out otherwise, and what that is worth.

#include "flow/judge.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace besteld {

// What a first judgement makes of an order, as far as it may change.
struct Verdict {
    std::string state;             // the daemon's own decision, before any person's
    std::vector<std::string> open; // "price_below_agreed line 1: 0.71 EUR, agreed 0.74 EUR"
    Decimal net{};                 // as it would be confirmed
    Decimal at_stake{};
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

struct OtherVerdict {
    std::string case_no;
    std::string official_no;
    std::string buyer_order_no;
    std::string customer_no;
    std::string currency;
    Verdict before; // with base data as they are
    Verdict after;  // as they would be
};

struct WhatIf {
    std::int64_t orders = 0; // judged
    std::int64_t differ = 0;
    // By currency, over those that differ; an order with open findings counts as it was ordered.
    std::map<std::string, Decimal> net_difference;
    std::map<std::string, Decimal> stake_difference;
};

// Every order received since `since`, oldest first; each that differs is told at once, so that
// memory does not grow with the archive. Stock and orders are those of today for both sides. Reads
// both stores, writes neither.
WhatIf what_if(Store& as_is, Store& as_would_be, const FlowSettings& settings, Instant since,
               const std::function<void(const OtherVerdict&)>& tell);

} // namespace besteld
