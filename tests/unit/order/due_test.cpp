// SPDX-License-Identifier: Apache-2.0
#include "order/due.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

const Seller seller{.holidays = {make_date(2026, 4, 3), make_date(2026, 4, 6)}};

Instant at(std::string_view wall) { // "2026-03-02 09:15" in Amsterdam
    const auto day = parse_iso_date(wall.substr(0, 10)).value();
    const int hours = std::stoi(std::string(wall.substr(11, 2)));
    const int minutes = std::stoi(std::string(wall.substr(14, 2)));
    return Zone(seller.zone)
        .instant(day, std::chrono::hours{hours} + std::chrono::minutes{minutes});
}

std::string wall(Instant instant) {
    const auto local = Zone(seller.zone).local(instant);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(local.since_midnight).count();
    return cat(to_iso(local.date), " ", minutes / 600, minutes / 60 % 10, ":", minutes % 60 / 10,
               minutes % 10);
}

std::string step(const char* asked, const char* answer_by, int reminders, const char* now) {
    const auto due = due_step({.asked_at = at(asked),
                               .answer_by = parse_iso_date(answer_by).value(),
                               .reminders = reminders},
                              seller, at(now));
    const std::string deed = due.deed == DueDeed::remind  ? cat("remind ", due.reminder)
                             : due.deed == DueDeed::lapse ? "lapse"
                                                          : "wait";
    return due.next ? cat(deed, ", then ", wall(*due.next)) : deed;
}

struct Row {
    const char* asked;
    const char* answer_by;
    int reminders;
    const char* now;
    const char* expected;
};

TEST(Due, remindsOnTheLastTwoOpenDaysAndLapsesWhenTheyAreOver) {
    const Row rows[] = {
        // Monday, answer by Wednesday.
        {"2026-03-02 09:15", "2026-03-04", 0, "2026-03-02 09:15", "wait, then 2026-03-03 09:00"},
        {"2026-03-02 09:15", "2026-03-04", 0, "2026-03-03 08:59", "wait, then 2026-03-03 09:00"},
        {"2026-03-02 09:15", "2026-03-04", 0, "2026-03-03 09:00",
         "remind 1, then 2026-03-04 09:00"},
        {"2026-03-02 09:15", "2026-03-04", 1, "2026-03-03 09:01", "wait, then 2026-03-04 09:00"},
        {"2026-03-02 09:15", "2026-03-04", 1, "2026-03-04 09:00",
         "remind 2, then 2026-03-05 00:00"},
        {"2026-03-02 09:15", "2026-03-04", 2, "2026-03-04 23:59", "wait, then 2026-03-05 00:00"},
        {"2026-03-02 09:15", "2026-03-04", 2, "2026-03-05 00:00", "lapse"},
        // Over a weekend: Friday to Tuesday.
        {"2026-03-06 16:00", "2026-03-10", 0, "2026-03-06 16:00", "wait, then 2026-03-09 09:00"},
        // Over Good Friday and Easter: Thursday to Wednesday.
        {"2026-04-02 10:00", "2026-04-08", 0, "2026-04-02 10:00", "wait, then 2026-04-07 09:00"},
        {"2026-04-02 10:00", "2026-04-08", 0, "2026-04-06 12:00", "wait, then 2026-04-07 09:00"},
        // The clock changes on 29 March: the wall counts, not the hours between.
        {"2026-03-27 10:00", "2026-03-30", 0, "2026-03-27 10:00", "wait, then 2026-03-30 09:00"},
        {"2026-03-27 10:00", "2026-03-30", 1, "2026-03-30 23:59", "wait, then 2026-03-31 00:00"},
        // Wanted on the same day: nobody is reminded, it lapses at midnight.
        {"2026-03-02 09:15", "2026-03-02", 0, "2026-03-02 09:15", "wait, then 2026-03-03 00:00"},
        {"2026-03-02 09:15", "2026-03-02", 0, "2026-03-03 00:00", "lapse"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(step(row.asked, row.answer_by, row.reminders, row.now), row.expected)
            << row.asked << " by " << row.answer_by << " at " << row.now;
}

TEST(Due, asksOnceForWhatAStopOverslept) {
    // Down from Monday to Wednesday noon: one reminder, the second one.
    EXPECT_EQ(step("2026-03-02 09:15", "2026-03-04", 0, "2026-03-04 12:00"),
              "remind 2, then 2026-03-05 00:00");
    EXPECT_EQ(step("2026-03-02 09:15", "2026-03-04", 2, "2026-03-04 12:01"),
              "wait, then 2026-03-05 00:00");
    // Up again in the evening: the next morning is time enough, or it lapses.
    EXPECT_EQ(step("2026-03-02 09:15", "2026-03-05", 0, "2026-03-04 20:00"),
              "wait, then 2026-03-05 09:00");
    EXPECT_EQ(step("2026-03-02 09:15", "2026-03-04", 0, "2026-03-04 20:00"),
              "wait, then 2026-03-05 00:00");
}

TEST(Due, neverRemindsMoreThanTwiceNorOutsideWorkingHours) {
    for (int days = 0; days < 12; ++days) {
        const Instant asked = at("2026-03-26 11:30");
        Awaited awaited{.asked_at = asked,
                        .answer_by = make_date(2026, 3, 26) + std::chrono::days{days}};
        int reminders = 0;
        Instant now = asked;
        for (int looked = 0; looked < 20; ++looked) {
            const auto due = due_step(awaited, seller, now);
            if (due.deed == DueDeed::lapse) break;
            if (due.deed == DueDeed::remind) {
                ++reminders;
                EXPECT_EQ(working_moment(seller, now), now) << wall(now);
                awaited.reminders = due.reminder;
            }
            ASSERT_TRUE(due.next);
            ASSERT_GT(*due.next, now);
            now = *due.next;
        }
        EXPECT_LE(reminders, most_reminders);
        EXPECT_EQ(due_step(awaited, seller, now).deed, DueDeed::lapse);
    }
}

} // namespace
} // namespace besteld
