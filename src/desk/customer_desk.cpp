// SPDX-License-Identifier: Apache-2.0
#include "desk/customer_desk.hpp"

#include "desk/refusals.hpp"
#include "flow/watch_silence.hpp"

#include <algorithm>
#include <map>

namespace besteld {

std::vector<ChannelHabit> CustomerDesk::habits(const std::string& customer_no, Instant now) {
    constexpr std::chrono::days four_weeks{28};
    const Zone zone(settings_.seller.zone);
    const auto today = zone.local(now);
    const auto& holidays = settings_.seller.holidays;
    std::map<std::string, std::vector<Arrival>> by_channel;
    for (auto& one : Arrivals(store_).of_customer(customer_no, rhythm_begins(now)))
        by_channel[one.channel].push_back(std::move(one));
    std::vector<ChannelHabit> habits;
    for (const auto& [channel, arrivals] : by_channel) {
        const auto days = arrival_days(arrivals, zone);
        ChannelHabit habit{.channel = channel, .last = days.back().day};
        habit.days = usual_days(days, habit.last + std::chrono::days{1}, holidays);
        habit.silence = silence_of(days, today, holidays);
        for (const auto& one : arrivals) {
            const auto ago = now - one.first_at;
            if (ago < four_weeks)
                habit.orders += one.n;
            else if (ago < 2 * four_weeks)
                habit.orders_before += one.n;
        }
        habits.push_back(std::move(habit));
    }
    std::ranges::sort(habits, std::greater{}, &ChannelHabit::last);
    return habits;
}

std::vector<QueueRow> CustomerDesk::queue(const std::string& customer_no,
                                          const std::string& state) {
    return store_.queue({.customer = customer_no, .state = state, .limit = shown_at_most});
}

std::expected<CustomerView, DeskRefused> CustomerDesk::open(const std::string& customer_no,
                                                            Instant now) {
    auto terms = store_.load_terms(
        settings_.seller,
        {.customer_no = customer_no, .price_date = Zone(settings_.seller.zone).date_of(now)});
    if (customer_no.empty() || !terms.customer)
        return refuse("not_found", "there is no such customer");
    return CustomerView{
        .customer = *std::move(terms.customer),
        .agreement = std::move(terms.agreement),
        .other_agreements = std::move(terms.other_agreements),
        .ship_tos = std::move(terms.ship_tos),
        .habits = habits(customer_no, now),
        .waiting = queue(customer_no, ""),
        .questions = queue(customer_no, std::string(name_of(OrderState::awaiting_customer))),
        .proposals = queue(customer_no, std::string(name_of(OrderState::proposed))),
        .complaints = store_.complaints({.customer = customer_no, .limit = shown_at_most}),
        .last_orders = OrderSearch(store_).find({.customer = customer_no, .limit = shown_at_most}),
        .phrases = store_.phrases({.customer_no = customer_no, .limit = shown_at_most})};
}

std::optional<DeskRefused> know_silence(Store& store, const User& user,
                                        const std::string& customer_no,
                                        const std::string& channel) {
    if (!may_act(user.role)) return DeskRefused{"not_allowed", "this role only looks"};
    if (!Silences(store).mark_known(customer_no, channel, user.login))
        return DeskRefused{"not_found", "nobody is silent there"};
    return std::nullopt;
}

} // namespace besteld
