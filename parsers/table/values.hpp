// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers and dates as people write them in tables. Which of "." and "," is the decimal mark, and
// whether the day or the month comes first, is proved from the table's own cells; what stays open
// is said to be open (domain.md 7.2 steps 8 and 9).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

enum class Mark { unknown, point, comma };

struct NumberText {
    std::string value; // with a decimal point, ready for Decimal::parse
    std::string other; // second reading when the mark is open: value is then the one with decimals
    std::string rest;  // what stands behind the number: "EA" in "10 EA"
    std::string currency; // ISO code when the cell carries one ("€ 1,50", "USD 3")
};

// What one cell proves about the decimal mark: "1.234,5" and "12,50" say comma, "1.234" says
// nothing.
Mark mark_proved_by(std::string_view text);
// All cells together; unknown when they prove nothing or contradict each other.
Mark mark_proved_by_all(const std::vector<std::string_view>& texts);
// Nothing when the text does not begin with a number (currency signs aside).
std::optional<NumberText> read_number(std::string_view text, Mark mark);

enum class DateOrder { unknown, dmy, mdy, ymd };

struct DateText {
    std::string iso;
    std::string other; // second reading when the order is open
};

DateOrder order_proved_by(std::string_view text);
DateOrder order_proved_by_all(const std::vector<std::string_view>& texts);
// "22.4.2026 00:00:00", "04/22/2026", "2026-04-22", "20260422", "22 apr 2026", "2026年4月22日";
// nothing when it is no date.
std::optional<DateText> read_date(std::string_view text, DateOrder order);

// "asap", "spoed", "z.s.m.", "schnellstmöglich", "尽快"
bool is_as_soon_as_possible(std::string_view text);

} // namespace besteld::parsers
