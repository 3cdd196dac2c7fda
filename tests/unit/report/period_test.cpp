// SPDX-License-Identifier: Apache-2.0
#include "facts.hpp"

namespace besteld::reporting {

TEST(Period, weeksAreThoseOfIso8601) {
    struct Row {
        const char* day;
        IsoWeek week;
    };
    for (const auto& [iso, week] : std::vector<Row>{{"2026-03-02", {2026, 10}},
                                                    {"2025-12-29", {2026, 1}},
                                                    {"2026-12-31", {2026, 53}},
                                                    {"2027-01-03", {2026, 53}},
                                                    {"2027-01-04", {2027, 1}},
                                                    {"2021-01-01", {2020, 53}},
                                                    {"2024-12-30", {2025, 1}}})
        EXPECT_EQ(iso_week_of(day(iso)), week) << iso;
}

TEST(Period, isReadAsItIsWritten) {
    EXPECT_EQ(parse_period(Grain::week, "2026-W53"),
              (Period{day("2026-12-28"), day("2027-01-03")}));
    EXPECT_EQ(parse_period(Grain::month, "2028-02"),
              (Period{day("2028-02-01"), day("2028-02-29")}));
    EXPECT_EQ(parse_period(Grain::day, "2026-03-29"),
              (Period{day("2026-03-29"), day("2026-03-29")}));
    for (const auto* wrong : {"2025-W53", "2026-W1", "2026-10", "W10", "", "2026-W1x"})
        EXPECT_FALSE(parse_period(Grain::week, wrong)) << wrong;
    EXPECT_FALSE(parse_period(Grain::month, "2026-13"));
}

TEST(Period, isCutAtItsEnds) {
    const auto weeks = pieces_of({day("2026-12-30"), day("2027-01-05")}, Grain::week);
    ASSERT_EQ(weeks.size(), 2U);
    EXPECT_EQ(weeks[0], (Period{day("2026-12-30"), day("2027-01-03")}));
    EXPECT_EQ(weeks[1], (Period{day("2027-01-04"), day("2027-01-05")}));
    EXPECT_EQ(label_of(Grain::week, weeks[0].from), "2026-W53");
    EXPECT_EQ(label_of(Grain::week, weeks[1].from), "2027-W01");
}

TEST(Period, isHeldAgainstTheOneBefore) {
    EXPECT_EQ(before({day("2026-03-01"), day("2026-03-31")}, Grain::month),
              (Period{day("2026-02-01"), day("2026-02-28")}));
    EXPECT_EQ(before({day("2026-01-01"), day("2026-01-31")}, Grain::month),
              (Period{day("2025-12-01"), day("2025-12-31")}));
    EXPECT_EQ(before({day("2027-01-04"), day("2027-01-10")}, Grain::week),
              (Period{day("2026-12-28"), day("2027-01-03")}));
    EXPECT_EQ(before({day("2026-03-10"), day("2026-03-12")}, Grain::day),
              (Period{day("2026-03-07"), day("2026-03-09")}));
}

TEST(Period, aYearAgoIsTheSameIsoWeek) {
    EXPECT_EQ(a_year_ago({day("2026-03-02"), day("2026-03-02")}, Grain::day),
              (Period{day("2025-03-03"), day("2025-03-03")})); // Monday of week 10
    EXPECT_EQ(a_year_ago(period_of(Grain::month, day("2028-02-10")), Grain::month),
              (Period{day("2027-02-01"), day("2027-02-28")}));
    // 2025 had 52 weeks
    EXPECT_FALSE(a_year_ago(period_of(Grain::week, day("2026-12-30")), Grain::week));
}

// Clocks go forward on 29 March and back on 25 October 2026.
TEST(Period, ofADayEndsAtMidnightOnTheCompanyClock) {
    using std::chrono::hours;
    const auto hours_of = [](const char* iso) {
        const auto [from, to] = instants_of({day(iso), day(iso)}, amsterdam());
        return std::chrono::duration_cast<hours>(to - from).count();
    };
    EXPECT_EQ(hours_of("2026-03-02"), 24);
    EXPECT_EQ(hours_of("2026-03-29"), 23);
    EXPECT_EQ(hours_of("2026-10-25"), 25);
    const auto [from, to] = instants_of({day("2026-03-29"), day("2026-03-29")}, amsterdam());
    EXPECT_EQ(to_iso(from), "2026-03-28T23:00:00.000Z");
    EXPECT_EQ(to_iso(to), "2026-03-29T22:00:00.000Z");
}

} // namespace besteld::reporting
