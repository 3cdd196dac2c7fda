// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which interchanges have not come, as the numbers of those that came show (domain.md 5.4, K2).
// Pure: src/store/interchanges.hpp keeps the state, src/flow/interchange_gaps.hpp tells people.

#include "order/traffic_rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// What is known of one partner's numbers in one direction.
struct NumberSeries {
    std::int64_t highest = 0;
    std::int64_t run = 0;   // so many came each one above the one before
    std::int64_t round = 0; // how often the numbers began anew after their last (999999999)
    std::string day;        // "260302" of `highest`, where numbering is daily; else empty
    // Numbers below the highest that were not missing: a partner who has begun anew.
    std::int64_t low = 0;
    std::int64_t low_run = 0;
    friend bool operator==(const NumberSeries&, const NumberSeries&) = default;
};

struct SeenNumber {
    std::int64_t number = 0;
    std::string day;       // on which it was prepared
    std::int64_t last = 0; // the highest that the field can hold (ISA13: 999999999); 0: any 9…9
    bool test = false;     // fills a place and proves nothing: many count tests apart
};

struct NumberRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t round = 0;
    std::string day;
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

struct NumberStep {
    NumberSeries after;
    std::vector<NumberRange> missing; // jumped over, in their order; two when a round ended between
    // Where the number itself belongs. The same number in another round or on another day is
    // another interchange.
    std::int64_t round = 0;
    std::string day;
    bool is_below = false; // no step ahead: it may fill a gap
};

// Nothing: no number ("IC1"), or longer than UNB 0020 can be.
std::optional<std::int64_t> interchange_number(std::string_view reference);
// "260302" of "260302:0910" and of "20260302:0910" (Envelope::prepared); else `otherwise`.
std::string day_prepared(std::string_view prepared, std::string_view otherwise);

// `known` nothing: the first that was ever seen. The caller has looked whether a number that
// is_below fills a gap, and then leaves the series as it was.
NumberStep next_number(const std::optional<NumberSeries>& known, const SeenNumber& seen,
                       Numbering numbering);

// "17" or "17 to 19"
std::string to_text(const NumberRange& range);

} // namespace besteld
