// SPDX-License-Identifier: Apache-2.0
#include "order/rhythm.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int weeks_looked_at = 8;
constexpr int fewest_weeks = 5;
constexpr int fewest_pauses = 6;
constexpr int pauses_looked_at = 12;
constexpr std::chrono::minutes grace{60}; // later than ever before by so much
constexpr std::chrono::days week{7};

bool is_one_of(const std::vector<Date>& holidays, Date day) {
    return std::ranges::find(holidays, day) != holidays.end();
}

const ArrivalDay* arrival_on(std::span<const ArrivalDay> days, Date day) {
    const auto found = std::ranges::lower_bound(days, day, {}, &ArrivalDay::day);
    return found == days.end() || found->day != day ? nullptr : &*found;
}

// The weekday of `on` in the weeks before it.
std::optional<UsualDay> usual_before(std::span<const ArrivalDay> days, Date on,
                                     const std::vector<Date>& holidays) {
    if (days.empty()) return std::nullopt;
    UsualDay usual{.weekday = iso_weekday(on), .from = std::chrono::hours{24}};
    for (auto day = on - week; usual.of < weeks_looked_at && day >= days.front().day; day -= week) {
        if (is_one_of(holidays, day)) continue;
        ++usual.of;
        const auto* arrival = arrival_on(days, day);
        if (!arrival) continue;
        ++usual.seen;
        usual.from = std::min(usual.from, arrival->first);
        usual.until = std::max(usual.until, arrival->first);
    }
    if (usual.of < fewest_weeks || usual.seen * 4 < usual.of * 3) return std::nullopt;
    return usual;
}

// A usual day since the last arrival that brought nothing. What was usual is judged by the weeks
// until then: silence does not become a habit.
std::optional<Silence> missed_day(std::span<const ArrivalDay> days, const LocalTime& now,
                                  const std::vector<Date>& holidays) {
    const auto last = days.back().day;
    for (auto day = last + std::chrono::days{1}; day <= std::min(now.date, last + week);
         day += std::chrono::days{1}) {
        if (is_one_of(holidays, day)) continue;
        const auto usual = usual_before(days, day, holidays);
        if (!usual || (day == now.date && now.since_midnight < usual->until + grace)) continue;
        return Silence{
            .kind = Silence::Kind::usual_day, .last = last, .expected = day, .usual = *usual};
    }
    return std::nullopt;
}

std::optional<Silence> long_pause(std::span<const ArrivalDay> days, const LocalTime& now) {
    const auto pauses = std::ssize(days) - 1;
    if (pauses < fewest_pauses) return std::nullopt;
    int longest = 1;
    for (auto i = std::max(std::ptrdiff_t{1}, pauses + 1 - pauses_looked_at); i <= pauses; ++i) {
        const auto at = static_cast<std::size_t>(i);
        longest = std::max(longest, static_cast<int>((days[at].day - days[at - 1].day).count()));
    }
    const auto last = days.back().day;
    const auto patience = std::chrono::days{longest + std::max(1, longest / 2)};
    if (now.date - last <= patience) return std::nullopt;
    return Silence{.kind = Silence::Kind::long_pause,
                   .last = last,
                   .expected = last + std::chrono::days{longest},
                   .usual = {},
                   .pause = longest};
}

} // namespace

std::string_view name_of(Silence::Kind kind) {
    return kind == Silence::Kind::usual_day ? "usual_day" : "long_pause";
}

std::vector<UsualDay> usual_days(std::span<const ArrivalDay> days, Date before,
                                 const std::vector<Date>& holidays) {
    std::vector<UsualDay> usual;
    for (int ahead = 0; ahead < 7; ++ahead)
        if (const auto one = usual_before(days, before + std::chrono::days{ahead}, holidays))
            usual.push_back(*one);
    std::ranges::sort(usual, {}, &UsualDay::weekday);
    return usual;
}

std::optional<Silence> silence_of(std::span<const ArrivalDay> days, const LocalTime& now,
                                  const std::vector<Date>& holidays) {
    if (days.empty()) return std::nullopt;
    if (auto missed = missed_day(days, now, holidays)) return missed;
    return long_pause(days, now);
}

} // namespace besteld
