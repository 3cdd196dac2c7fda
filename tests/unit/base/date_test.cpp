// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"
#include "base/zone.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

TEST(Date, readsOnlyIsoAndOnlyRealDays) {
    EXPECT_EQ(to_iso(*parse_iso_date("2026-03-05")), "2026-03-05");
    for (const char* text : {"2026-02-30", "2026-3-5", "05-03-2026", "2026-13-01", "20260305", ""})
        EXPECT_FALSE(parse_iso_date(text)) << text;
}

TEST(Date, isoWeekElevenOf2026BeginsOnTheNinthOfMarch) {
    EXPECT_EQ(to_iso(*iso_week_monday(2026, 11)), "2026-03-09");
    EXPECT_EQ(to_iso(*iso_week_monday(2026, 53)), "2026-12-28"); // 2026 has 53 weeks
    EXPECT_FALSE(iso_week_monday(2025, 53));
    EXPECT_FALSE(iso_week_monday(2026, 0));
}

TEST(Date, instantsSurviveTheirText) {
    const Instant now = *parse_iso_instant("2026-03-02T08:15:00.123Z");
    EXPECT_EQ(to_iso(now), "2026-03-02T08:15:00.123Z");
    EXPECT_FALSE(parse_iso_instant("2026-03-02T25:15:00Z"));
}

TEST(Zone, usesTheRulesOfTheDayNotAFixedOffset) {
    const Zone amsterdam("Europe/Amsterdam");
    using std::chrono::hours;
    EXPECT_EQ(to_iso(amsterdam.instant(make_date(2026, 3, 2), hours{12})),
              "2026-03-02T11:00:00.000Z");
    EXPECT_EQ(to_iso(amsterdam.instant(make_date(2026, 3, 30), hours{12})),
              "2026-03-30T10:00:00.000Z");
    EXPECT_EQ(to_iso(amsterdam.date_of(*parse_iso_instant("2026-03-02T23:30:00Z"))), "2026-03-03");
    EXPECT_THROW(Zone("Europe/Atlantis"), std::invalid_argument);
}

} // namespace
} // namespace besteld
