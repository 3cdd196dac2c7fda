// SPDX-License-Identifier: Apache-2.0

// How fast we answer.
#include "order/working_days.hpp"
#include "report/kpi.hpp"

#include <algorithm>

namespace besteld {

namespace {

// A row from before the time of sending was kept: when it was made.
std::optional<Instant> left_at(const FactAnswer& answer) {
    if (!answer.sent) return std::nullopt;
    return answer.sent_at ? *answer.sent_at : answer.made_at;
}

template <typename Wanted>
std::optional<Instant> first_left(const OrderFacts& facts, const Wanted& wanted) {
    std::optional<Instant> first;
    for (const auto& answer : facts.answers)
        if (const auto at = left_at(answer); at && wanted(answer.kind) && (!first || *at < *first))
            first = at;
    return first;
}

bool decides(AnswerKind kind) {
    return kind == AnswerKind::confirmation || kind == AnswerKind::proposal ||
           kind == AnswerKind::rejection;
}

// The time the customer let us wait: between a question and whatever took the order on.
std::chrono::milliseconds waited(const OrderFacts& facts, Instant until) {
    std::chrono::milliseconds sum{0};
    std::optional<Instant> since;
    for (const auto& event : facts.events) {
        if (event.at > until) break;
        const bool waits = event.to == OrderState::awaiting_customer;
        if (waits && !since) since = event.at;
        if (!waits && since) {
            sum += event.at - *since;
            since.reset();
        }
    }
    if (since) sum += until - *since;
    return sum;
}

const FactEvent* decided(const OrderFacts& facts) {
    for (const auto& event : facts.events)
        if (event.event == "order.accepted" || event.event == "order.rejected") return &event;
    return nullptr;
}

bool is_change(const OrderFacts& facts) {
    return !facts.test && (facts.document_class == DocumentClass::order_change ||
                           facts.document_class == DocumentClass::order_cancellation);
}

// How a change's own case ended.
const FactEvent* change_decided(const OrderFacts& facts) {
    for (const auto& event : facts.events)
        if (event.event == "change.applied" || event.event == "change.refused") return &event;
    return nullptr;
}

std::optional<Date> deadline_of(const OrderFacts& facts) {
    std::optional<Date> deadline;
    for (const auto& answer : facts.answers)
        if (answer.kind == AnswerKind::question && answer.answer_by) deadline = answer.answer_by;
    return deadline;
}

} // namespace

// Waiting for the customer does not stop this clock.
std::vector<Judged> judge_receipt(const OrderFacts& facts, const KpiAsk& ask) {
    if (!is_order(facts) || !facts.due_at) return {};
    const auto first = first_left(facts, [](AnswerKind) { return true; });
    if (!first && *facts.due_at > ask.ask.now) return {}; // not over yet
    return {{facts.received_at, first && *first <= *facts.due_at ? 1 : 0, 1}};
}

std::vector<Judged> judge_confirmation(const OrderFacts& facts, const KpiAsk& ask) {
    const auto* decision = decided(facts);
    if (!is_order(facts) || !facts.due_at || !decision) return {};
    const auto told = first_left(facts, decides);
    const auto net = told ? *told - waited(facts, *told) : ask.ask.now;
    if (!told && net <= *facts.due_at) return {};
    return {{decision->at, told && net <= *facts.due_at ? 1 : 0, 1}};
}

std::vector<Judged> judge_questions(const OrderFacts& facts, const KpiAsk& ask) {
    std::vector<Judged> judged;
    const auto deadline = deadline_of(facts);
    for (const auto& event : facts.events) {
        if (event.event != "question.sent") continue;
        const auto* answer = first_event_after(facts, "answer.received", event.at);
        const bool in_time = answer && (!deadline || ask.ask.zone.date_of(answer->at) <= *deadline);
        const bool over = answer || (deadline && ask.ask.zone.date_of(ask.ask.now) > *deadline);
        if (over) judged.push_back({event.at, in_time ? 1 : 0, 1});
    }
    return judged;
}

std::vector<Judged> judge_changes_in_time(const OrderFacts& facts, const KpiAsk& ask) {
    if (!is_change(facts) || !facts.due_at) return {};
    const auto* decision = change_decided(facts);
    if (!decision && *facts.due_at > ask.ask.now) return {};
    return {{facts.received_at, decision && decision->at <= *facts.due_at ? 1 : 0, 1}};
}

std::vector<Judged> judge_changes_refused(const OrderFacts& facts, const KpiAsk&) {
    const auto* decision = is_change(facts) ? change_decided(facts) : nullptr;
    if (!decision) return {};
    return {{decision->at, decision->event == "change.refused" ? 1 : 0, 1}};
}

// Until the end of the working day after the message.
std::vector<Judged> judge_complaint_registered(const OrderFacts& facts, const KpiAsk& ask) {
    if (facts.test || facts.document_class != DocumentClass::complaint) return {};
    const auto& zone = ask.ask.zone;
    const auto until =
        working_days_after({.holidays = ask.ask.holidays}, zone.date_of(facts.received_at), 1);
    const auto* registered = first_event(facts, "complaint.registered");
    if (!registered && zone.date_of(ask.ask.now) <= until) return {};
    return {{facts.received_at, registered && zone.date_of(registered->at) <= until ? 1 : 0, 1}};
}

// To its owner, on the day on which it was registered.
std::vector<Judged> judge_complaint_passed_on(const OrderFacts& facts, const KpiAsk& ask) {
    const auto* registered = first_event(facts, "complaint.registered");
    if (facts.test || facts.document_class != DocumentClass::complaint || !registered) return {};
    const auto day = ask.ask.zone.date_of(registered->at);
    const auto* passed_on = first_event(facts, "complaint.passed_on");
    if (!passed_on && ask.ask.zone.date_of(ask.ask.now) <= day) return {};
    return {{registered->at, passed_on && ask.ask.zone.date_of(passed_on->at) == day ? 1 : 0, 1}};
}

std::vector<Decimal> hours_to_answer(const std::vector<OrderFacts>& facts, const ReportAsk& ask) {
    std::vector<Decimal> hours;
    for (const auto& one : facts) {
        const auto* decision = decided(one);
        const auto told = first_left(one, decides);
        if (!is_order(one) || !decision || !told ||
            !ask.period.holds(ask.zone.date_of(decision->at)))
            continue;
        constexpr std::int64_t hour = 3'600'000;
        const auto spent = (*told - one.received_at).count();
        hours.push_back(Decimal::from_units(spent * (Decimal::scale / 1000) / (hour / 1000)));
    }
    std::ranges::sort(hours);
    return hours;
}

} // namespace besteld
