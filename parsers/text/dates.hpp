// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates as people write them, with the words that say "on", "by" or "not before" (domain.md 7.2
// step 9).

#include "base/date.hpp"
#include "parsers/text/passage.hpp"

#include <optional>
#include <vector>

namespace besteld::parsers {

// Which number of "3/4" is the month. `unsure` keeps both readings and says so.
enum class DayOrder { day_first, month_first, unsure };

struct DateContext {
    std::optional<Date>
        today; // the day the mail was sent, else received; for years and relative words
    DayOrder order = DayOrder::day_first;
};

enum class DateRole { requested, document };

struct FoundDate {
    std::size_t first = 0; // tokens [first, last)
    std::size_t last = 0;
    DateRole role = DateRole::requested;
    Sourced<DateSpec> value;
    std::vector<Problem> problems;
};

// Marks the tokens it used. A date that cannot be completed (no year and no `today`) keeps its
// words in DateSpec.raw with no start.
std::vector<FoundDate> find_dates(Passage& passage, const DateContext& context);

} // namespace besteld::parsers
