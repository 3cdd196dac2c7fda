// SPDX-License-Identifier: Apache-2.0
#pragma once

// The days a report speaks of. A day ends at 24:00 on the company's clock, whatever the clock does
// in between; weeks are ISO 8601's.

#include "base/date.hpp"
#include "base/zone.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// Both ends are in it.
struct Period {
    Date from{};
    Date to{};
    bool holds(Date day) const { return from <= day && day <= to; }
    friend bool operator==(const Period&, const Period&) = default;
};

enum class Grain { day, week, month };
std::string_view name_of(Grain grain);
std::optional<Grain> grain_by_name(std::string_view name);

struct IsoWeek {
    int year = 0; // of the week, which is not always the day's
    unsigned week = 0;
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};
IsoWeek iso_week_of(Date day);

// The day, week or month that holds `day`.
Period period_of(Grain grain, Date day);
// "2026-03-02", "2026-W10", "2026-03"; nothing when it names none.
std::optional<Period> parse_period(Grain grain, std::string_view text);
std::string label_of(Grain grain, Date first_day);

// The period cut into days, weeks or months; the first and the last may be shorter.
std::vector<Period> pieces_of(const Period& period, Grain grain);

// What a figure is held against. Before: the day, week or month before; a piece of one is held
// against as many days directly before it.
Period before(const Period& piece, Grain grain);
// A year ago: a day the same weekday of the same ISO week, a week the same ISO week, a month the
// same month. Nothing when that year had no week 53.
std::optional<Period> a_year_ago(const Period& piece, Grain grain);

// [first, second) on the world's clock.
std::pair<Instant, Instant> instants_of(const Period& period, const Zone& zone);

} // namespace besteld
