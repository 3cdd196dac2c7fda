// SPDX-License-Identifier: Apache-2.0
#include "order/rhythm.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

const Date a_tuesday = make_date(2026, 11, 3);

// Each Tuesday around ten for so many weeks, the last one on `a_tuesday`.
std::vector<ArrivalDay> tuesdays(int weeks) {
    std::vector<ArrivalDay> all;
    for (int i = weeks - 1; i >= 0; --i)
        all.push_back({.day = a_tuesday - days{7 * i}, .first = 9h + 20min + i % 3 * 20min});
    return all;
}

TEST(Rhythm, aUsualDayIsLearnedFromFiveWeeks) {
    EXPECT_TRUE(usual_days(tuesdays(4), a_tuesday + days{1}, {}).empty());
    const auto usual = usual_days(tuesdays(7), a_tuesday + days{1}, {});
    ASSERT_EQ(usual.size(), 1U);
    EXPECT_EQ(usual[0].weekday, 2U);
    EXPECT_EQ(usual[0].seen, 7);
    EXPECT_EQ(usual[0].of, 7);
    EXPECT_EQ(usual[0].from, 9h + 20min);
    EXPECT_EQ(usual[0].until, 10h);
}

TEST(Rhythm, nothingIsUnusualBeforeTheHourHasCome) {
    const auto all = tuesdays(8);
    const auto next = a_tuesday + days{7};
    EXPECT_FALSE(silence_of(all, {.date = next - days{1}, .since_midnight = 23h}, {}));
    EXPECT_FALSE(silence_of(all, {.date = next, .since_midnight = 10h + 59min}, {}));
    const auto silent = silence_of(all, {.date = next, .since_midnight = 11h}, {});
    ASSERT_TRUE(silent);
    EXPECT_EQ(silent->kind, Silence::Kind::usual_day);
    EXPECT_EQ(silent->expected, next);
    EXPECT_EQ(silent->last, a_tuesday);
    EXPECT_EQ(silent->usual.seen, 8);
}

TEST(Rhythm, silenceDoesNotBecomeAHabit) {
    const auto silent =
        silence_of(tuesdays(8), {.date = a_tuesday + days{40}, .since_midnight = 8h}, {});
    ASSERT_TRUE(silent);
    EXPECT_EQ(silent->expected, a_tuesday + days{7});
}

TEST(Rhythm, aHolidayIsNoSilence) {
    const auto next = a_tuesday + days{7};
    EXPECT_FALSE(silence_of(tuesdays(8), {.date = next, .since_midnight = 20h}, {next}));
    // … and one in the past does not count against the rhythm.
    auto with_gap = tuesdays(8);
    std::erase_if(with_gap, [](const ArrivalDay& one) {
        return one.day == a_tuesday - days{7} || one.day == a_tuesday - days{14};
    });
    const std::vector<Date> closed{a_tuesday - days{7}, a_tuesday - days{14}};
    EXPECT_TRUE(silence_of(with_gap, {.date = next, .since_midnight = 20h}, closed));
}

TEST(Rhythm, whoComesNowAndThenIsMissedAfterHalfAgainHisLongestPause) {
    std::vector<ArrivalDay> all;
    auto day = make_date(2026, 6, 1);
    for (const int pause : {3, 9, 4, 10, 5, 8, 6}) {
        all.push_back({.day = day, .first = 12h});
        day += days{pause};
    }
    all.push_back({.day = day, .first = 12h});
    EXPECT_FALSE(silence_of(all, {.date = day + days{15}, .since_midnight = 12h}, {}));
    const auto silent = silence_of(all, {.date = day + days{16}, .since_midnight = 0h}, {});
    ASSERT_TRUE(silent);
    EXPECT_EQ(silent->kind, Silence::Kind::long_pause);
    EXPECT_EQ(silent->pause, 10);
    EXPECT_EQ(silent->expected, day + days{10});
}

TEST(Rhythm, ofTooLittleNothingIsSaid) {
    EXPECT_FALSE(silence_of({}, {.date = a_tuesday, .since_midnight = 0h}, {}));
    EXPECT_FALSE(
        silence_of(tuesdays(3), {.date = a_tuesday + days{200}, .since_midnight = 0h}, {}));
}

} // namespace
} // namespace besteld
