// SPDX-License-Identifier: Apache-2.0
#include "flow/watch_silence.hpp"

#include "base/log.hpp"

#include "store/channels.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::chrono::days half_a_year{182};

// As many as come from where the first comes from.
std::span<const Arrival> first_source(std::span<const Arrival> rest) {
    const auto other = std::ranges::find_if(rest, [&](const Arrival& one) {
        return one.customer_no != rest.front().customer_no || one.channel != rest.front().channel;
    });
    return rest.first(static_cast<std::size_t>(other - rest.begin()));
}

// Something of the same customer came by another way on that day or later.
bool came_otherwise(std::span<const Arrival> all, const SilenceRow& silent, const Zone& zone) {
    if (silent.customer_no.empty()) return false;
    return std::ranges::any_of(all, [&](const Arrival& one) {
        return one.customer_no == silent.customer_no && one.channel != silent.channel &&
               zone.date_of(one.first_at) >= silent.what.expected;
    });
}

} // namespace

Instant rhythm_begins(Instant now) {
    return now - half_a_year;
}

std::vector<ArrivalDay> arrival_days(std::span<const Arrival> arrivals, const Zone& zone) {
    std::vector<ArrivalDay> days;
    for (const auto& one : arrivals) {
        const auto wall = zone.local(one.first_at);
        // Two days of UTC may begin on one day here.
        if (!days.empty() && days.back().day == wall.date) continue;
        days.push_back({.day = wall.date,
                        .first = std::chrono::floor<std::chrono::minutes>(wall.since_midnight)});
    }
    return days;
}

int watch_silence(Store& store, const Seller& seller, Instant now) {
    const Zone zone(seller.zone);
    const auto wall = zone.local(now);
    const auto all = Arrivals(store).since(rhythm_begins(now));
    std::set<std::string> read_by_us; // what is typed, say, has no server that could be dead
    for (const auto& channel : Channels(store).all())
        read_by_us.insert(channel.channel);
    std::vector<SilenceRow> silent;
    const std::span<const Arrival> everything(all);
    for (auto rest = everything; !rest.empty();) {
        const auto of_one = first_source(rest);
        rest = rest.subspan(of_one.size());
        const auto& first = of_one.front();
        if (first.customer_no.empty() && !read_by_us.contains(first.channel)) continue;
        const auto silence = silence_of(arrival_days(of_one, zone), wall, seller.holidays);
        if (!silence) continue;
        SilenceRow row{.customer_no = first.customer_no,
                       .customer_name = {},
                       .channel = first.channel,
                       .what = *silence,
                       .noticed_at = now,
                       .known_by = {}};
        if (!came_otherwise(everything, row, zone)) silent.push_back(std::move(row));
    }
    for (const auto& one : Silences(store).replace(silent))
        log::warning("silence.noticed", {{"customer", one.customer_no},
                                         {"channel", one.channel},
                                         {"last", to_iso(one.what.last)},
                                         {"expected", to_iso(one.what.expected)}});
    return static_cast<int>(silent.size());
}

} // namespace besteld
