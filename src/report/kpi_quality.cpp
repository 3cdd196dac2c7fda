// SPDX-License-Identifier: Apache-2.0

// How right we are.
#include "report/deliveries_figures.hpp"
#include "report/kpi.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// Whose hand is neither the program's nor the customer's.
bool is_human(const FactEvent& event) {
    return event.role != Role::system && event.role != Role::customer;
}

// What somebody of ours, or the customer in anger, had to do about an order that was accepted. A
// change that the customer asks for is none.
bool mends(const FactEvent& event) {
    constexpr std::array<std::string_view, 5> names{"promise.broken", "order.cancelled_by_seller",
                                                    "complaint.linked", "resolution.recorded",
                                                    "order.reopened"};
    return std::ranges::find(names, event.event) != names.end();
}

bool mended_after(const OrderFacts& facts, Instant from, Instant until) {
    return std::ranges::any_of(facts.events, [&](const FactEvent& event) {
        return event.at >= from && event.at < until && mends(event);
    });
}

bool touched_before(const OrderFacts& facts, const FactEvent& acceptance) {
    return std::ranges::any_of(facts.events, [&](const FactEvent& event) {
        return event.id <= acceptance.id && is_human(event);
    });
}

bool delivered_by(const OrderFacts& facts, const FactLine& line, Date day, const Zone& zone) {
    const auto at = complete_at(facts, line);
    return at && zone.date_of(*at) <= day;
}

using DayOf = std::optional<Date> (*)(const FactLine&);

// Lines due: the day has come, or the goods have.
std::vector<Judged> lines_due(const OrderFacts& facts, const KpiAsk& ask, DayOf day_of) {
    std::vector<Judged> judged;
    if (!is_order(facts) || !facts.fulfilment) return judged;
    const auto today = ask.ask.zone.date_of(ask.ask.now);
    for (const auto& line : facts.lines()) {
        const auto day = day_of(line);
        if (!day || *day >= today || line.confirmed.is_zero()) continue;
        constexpr std::chrono::hours noon{12};
        judged.push_back({ask.ask.zone.instant(*day, noon),
                          delivered_by(facts, line, *day, ask.ask.zone) ? 1 : 0, 1});
    }
    return judged;
}

bool in_full_and_on_time(const OrderFacts& facts, const Zone& zone) {
    return std::ranges::all_of(facts.lines(), [&](const FactLine& line) {
        return line.confirmed.is_zero() ||
               (line.promised && delivered_by(facts, line, *line.promised, zone));
    });
}

} // namespace

std::vector<Judged> judge_touchless(const OrderFacts& facts, const KpiAsk&) {
    const auto* accepted = first_event(facts, "order.accepted");
    if (!is_order(facts) || !accepted) return {};
    return {{accepted->at, touched_before(facts, *accepted) ? 0 : 1, 1}};
}

std::vector<Judged> judge_touchless_and_right(const OrderFacts& facts, const KpiAsk& ask) {
    const auto* accepted = first_event(facts, "order.accepted");
    if (!is_order(facts) || !accepted) return {};
    const auto until = accepted->at + touchless_wait;
    if (until > ask.ask.now) return {};
    const bool right =
        !touched_before(facts, *accepted) && !mended_after(facts, accepted->at, until);
    return {{accepted->at, right ? 1 : 0, 1}};
}

std::vector<Judged> judge_completeness(const OrderFacts& facts, const KpiAsk&) {
    const auto* accepted = first_event(facts, "order.accepted");
    if (!is_order(facts) || !accepted) return {};
    return {{accepted->at, facts.complete ? 1 : 0, 1}};
}

std::vector<Judged> judge_first_time_right(const OrderFacts& facts, const KpiAsk&) {
    const auto* accepted = first_event(facts, "order.accepted");
    const auto* closed = first_event(facts, "order.closed");
    if (!is_order(facts) || !accepted || !closed) return {};
    return {{closed->at, mended_after(facts, accepted->at, Instant::max()) ? 0 : 1, 1}};
}

std::vector<Judged> judge_four_eyes(const OrderFacts& facts, const KpiAsk&) {
    std::vector<Judged> judged;
    for (const auto& release : facts.releases) {
        const auto waited = [&](const FactEvent& event) {
            return event.to == OrderState::awaiting_second && event.at <= release.at;
        };
        if (std::ranges::none_of(facts.events, waited)) continue;
        const bool two = !release.second_by.empty() && release.second_by != release.released_by;
        judged.push_back({release.at, two ? 1 : 0, 1});
    }
    return judged;
}

std::vector<Judged> judge_promise(const OrderFacts& facts, const KpiAsk& ask) {
    return lines_due(facts, ask, [](const FactLine& line) { return line.promised; });
}

std::vector<Judged> judge_promise_requested(const OrderFacts& facts, const KpiAsk& ask) {
    return lines_due(facts, ask, [](const FactLine& line) { return line.requested; });
}

// In full, on the day promised, with its papers, in good condition.
std::vector<Judged> judge_perfect(const OrderFacts& facts, const KpiAsk& ask) {
    const auto* closed = first_event(facts, "order.closed");
    const auto* accepted = first_event(facts, "order.accepted");
    if (!is_order(facts) || !facts.fulfilment || !closed || !accepted) return {};
    const auto& shipments = facts.fulfilment->shipments;
    const bool papers = std::ranges::all_of(shipments, &FactShipment::proof);
    const bool sound = std::ranges::none_of(shipments, &FactShipment::differences) &&
                       !mended_after(facts, accepted->at, Instant::max());
    return {{closed->at, in_full_and_on_time(facts, ask.ask.zone) && papers && sound ? 1 : 0, 1}};
}

} // namespace besteld
