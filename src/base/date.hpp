// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// A calendar date without a time or a zone: what "deliver on 5 March" means. Never an instant.
using Date = std::chrono::sys_days;
// A moment on the world's clock, to the millisecond: when our server received something.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

Date make_date(int year, unsigned month, unsigned day);
// nothing when there is no such day (30 February)
std::optional<Date> valid_date(int year, unsigned month, unsigned day);
// "2026-03-05" only; nothing when it is not exactly that or no such day exists
std::optional<Date> parse_iso_date(std::string_view text);
std::string to_iso(Date date);       // "2026-03-05"
std::string to_iso(Instant instant); // "2026-03-02T08:15:00.000Z"
std::optional<Instant>
parse_iso_instant(std::string_view text); // the form to_iso writes, or with seconds only
std::int64_t to_millis(Instant instant);
Instant from_millis(std::int64_t millis);

// Monday = 1 … Sunday = 7 (ISO 8601)
unsigned iso_weekday(Date date);
// Monday of ISO week `week` of `year`; nothing when the year has no such week
std::optional<Date> iso_week_monday(int year, unsigned week);

} // namespace besteld
