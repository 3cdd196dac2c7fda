// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "order/draft.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::edifact {

// One value of C507 in the form its code 2379 states: a day, a day with a time, a week or a span.
struct Period {
    Date start;
    std::optional<std::string> start_time; // "HH:MM"
    std::optional<Date> end;               // spans and weeks, inclusive
    std::optional<std::string> end_time;
    bool week = false; // Monday to Friday of an ISO week (domain.md 2.3)
};

enum class DateFault { no_format, unknown_format, no_such_date };

// Without a format code only CCYYMMDD is read.
std::expected<Period, DateFault> parse_period(std::string_view format, std::string_view value);

// "2026-03-02", or with a time "2026-03-02T09:00:00"
std::string to_iso_text(const Period& period);

// One DTM that may say when the buyer wants the goods.
struct StatedDate {
    std::string qualifier; // 2005
    Period period;
    std::string raw; // "2:20260305:102"
    Place place;
};

enum class Wanted { by_the_buyer, promised_by_the_seller };

// Whether a qualifier 2005 belongs to the choice below.
bool tells_delivery(std::string_view qualifier, Wanted wanted);
// What all of them together mean (table of domain.md 2.3). Delivery counts before despatch, and
// despatch before pick-up.
MaybeDate choose_date(const std::vector<StatedDate>& dates, Wanted wanted);

// DTM+61 and EANCOM's 43E: the order lapses after this day.
MaybeDate cancel_after(const StatedDate& stated);

} // namespace besteld::parsers::edifact
