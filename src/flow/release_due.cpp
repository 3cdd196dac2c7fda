// SPDX-License-Identifier: Apache-2.0
#include "flow/fulfil.hpp"

#include "flow/hand_off.hpp"
#include "flow/take_reports.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/working_days.hpp"
#include "store/deliveries.hpp"
#include "store/feedbacks.hpp"

#include <algorithm>

namespace besteld {

namespace {

// The latest promised day whose release day has come: weekends and holidays in between make it
// later than today plus the days.
Date last_promised_due(const Seller& seller, Date today) {
    constexpr int longest = 60; // days; no calendar closes a house for longer
    Date last = today;
    for (int ahead = 1; ahead <= longest; ++ahead) {
        const Date promised = today + std::chrono::days{ahead};
        if (working_days_after(seller, promised, -std::max(seller.release_lead_days, 0)) <= today)
            last = promised;
    }
    return last;
}

// domain.md 4.2: a release-block holds up the warehouse, not the confirmation.
bool is_blocked(const Case& the_case) {
    return std::ranges::any_of(the_case.findings, [](const Finding& finding) {
        return finding.severity == FindingSeverity::release_block && !finding.resolved;
    });
}

bool release(Store& store, const FlowSettings& settings, std::int64_t case_id, Instant now) {
    bool released = false;
    store.in_transaction([&] {
        auto the_case = store.find_case(case_id);
        Deliveries deliveries(store);
        const auto known = deliveries.find(case_id);
        if (!the_case || !known || is_blocked(*the_case)) return;
        const auto taken =
            next(the_case->state, OrderEvent::released, {.has_official_number = true});
        if (!taken) return;
        const Step step{.number = std::string(taken->number),
                        .from = the_case->state,
                        .to = taken->to,
                        .event = std::string(taken->event)};
        the_case->state = taken->to;
        if (!store.save_case(*the_case)) return; // a clerk was quicker: next time
        deliveries.mark_released(case_id);
        store.add_events(case_id, the_case->message_id, {step}, now);
        queue_notices(store, settings, *the_case, *known, now);
        released = true;
        log::info(step.event, {{"case", the_case->case_no}, {"order", the_case->official_no}});
    });
    return released;
}

} // namespace

int release_due(Store& store, const FlowSettings& settings, Instant now, int limit) {
    const Date today = Zone(settings.seller.zone).date_of(now);
    const Date last = last_promised_due(settings.seller, today);
    int count = 0;
    std::int64_t after = 0;
    // Blocked orders stay in the list: page past them.
    for (;;) {
        const auto due = Deliveries(store).confirmed_until(last, after, limit);
        for (const auto case_id : due)
            count += release(store, settings, case_id, now) ? 1 : 0;
        if (due.empty()) return count;
        after = due.back();
    }
}

int give_up_waiting(Store& store, const FlowSettings& settings, Instant now, int limit) {
    const auto late = Feedbacks(store).waiting_since(now - settings.hand_off.patience, limit);
    for (const auto& row : late)
        store.in_transaction([&] {
            const std::string text =
                cat(name_of(row.said.kind), " ", row.said.key, " of order ", row.said.order,
                    " was reported, but what comes before it was not");
            Feedbacks(store).mark(row.id, FeedbackState::refused, row.case_id, text);
            open_exception(store, settings,
                           {.message_id = row.message_id, .document = row.position + 1},
                           {{.severity = Severity::error,
                             .code = "feedback.too_early",
                             .text = text,
                             .hint = "ask the sender for the report that is missing"}},
                           now);
        });
    return static_cast<int>(late.size());
}

} // namespace besteld
