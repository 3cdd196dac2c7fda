// SPDX-License-Identifier: Apache-2.0
#include "order/due.hpp"

#include "base/zone.hpp"
#include "order/working_days.hpp"

#include <algorithm>
#include <vector>

namespace besteld {

namespace {

constexpr std::chrono::hours opens{9};
constexpr std::chrono::hours closes{17};

// The days on which a reminder may go out, earliest first; fewer when there is little time.
std::vector<Date> reminder_days(const Awaited& awaited, const Seller& seller, const Zone& zone) {
    const Date asked = zone.date_of(awaited.asked_at);
    std::vector<Date> days;
    for (const Date day : {working_days_after(seller, awaited.answer_by, -1), awaited.answer_by})
        if (day > asked && is_open_day(seller, day)) days.push_back(day);
    return days;
}

} // namespace

Instant working_moment(const Seller& seller, Instant from) {
    const Zone zone(seller.zone);
    const LocalTime wall = zone.local(from);
    if (is_open_day(seller, wall.date) && wall.since_midnight < closes)
        return std::max(from, zone.instant(wall.date, opens));
    return zone.instant(working_days_after(seller, wall.date, 1), opens);
}

DueStep due_step(const Awaited& awaited, const Seller& seller, Instant now) {
    const Zone zone(seller.zone);
    const Instant lapses =
        zone.instant(awaited.answer_by + std::chrono::days{1}, std::chrono::milliseconds{0});
    if (now >= lapses) return {.deed = DueDeed::lapse};
    const auto days = reminder_days(awaited, seller, zone);
    const auto moment = [&](std::size_t i) { return zone.instant(days[i], opens); };
    // The latest one whose time has come.
    int due = 0;
    for (std::size_t i = 0; i < days.size(); ++i)
        if (moment(i) <= now) due = static_cast<int>(i) + 1;
    DueStep step{.next = lapses};
    if (due > awaited.reminders && awaited.reminders < most_reminders) {
        if (const Instant at = working_moment(seller, now); at > now) {
            step.next = std::min(at, lapses);
            return step;
        }
        step.deed = DueDeed::remind;
        step.reminder = due;
    }
    for (std::size_t i = 0; i < days.size(); ++i)
        if (moment(i) > now) {
            step.next = std::min(moment(i), lapses);
            break;
        }
    return step;
}

} // namespace besteld
