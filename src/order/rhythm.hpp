// SPDX-License-Identifier: Apache-2.0
#pragma once

// When somebody usually sends orders, learned from the days on which he did, and whether he is
// unusually silent. A dead mailbox, a lapsed password, a spam filter and a partner whose system
// stands still look alike from here: nothing comes.

#include "base/date.hpp"
#include "base/zone.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace besteld {

// A day on which something came, by the company's calendar.
struct ArrivalDay {
    Date day{};
    std::chrono::minutes first{}; // since midnight
};

// A weekday on which something came in at least three of four weeks, over five to eight weeks.
struct UsualDay {
    unsigned weekday = 1; // ISO 8601: Monday is 1
    int seen = 0;         // on so many …
    int of = 0;           // … of the last such weekdays that were no holiday
    std::chrono::minutes from{};
    std::chrono::minutes until{}; // the earliest and the latest of the first arrivals
};

struct Silence {
    enum class Kind {
        usual_day, // a usual day has gone by, or its hour, and nothing came
        long_pause // no usual day; longer than half again the longest of the last pauses
    };
    Kind kind = Kind::usual_day;
    Date last{};     // the last day on which something came
    Date expected{}; // the first day on which something should have come
    UsualDay usual;  // of usual_day
    int pause = 0;   // of long_pause: the longest before, in days
    friend bool operator==(const Silence& a, const Silence& b) {
        return a.kind == b.kind && a.last == b.last && a.expected == b.expected;
    }
};

std::string_view name_of(Silence::Kind kind); // "usual_day"

// `days` ascending, one of each, for half a year back; `holidays` are days on which nothing is
// expected. By weekday, Monday first.
std::vector<UsualDay> usual_days(std::span<const ArrivalDay> days, Date before,
                                 const std::vector<Date>& holidays);
// Nothing when all is as usual, and while too little is known.
std::optional<Silence> silence_of(std::span<const ArrivalDay> days, const LocalTime& now,
                                  const std::vector<Date>& holidays);

} // namespace besteld
