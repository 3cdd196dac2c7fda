// SPDX-License-Identifier: Apache-2.0
#include "order/invoicing.hpp"

#include <algorithm>

namespace besteld {

namespace {

using S = OrderState;

bool is_requested(const Fulfilment& known, const Delivery& delivery) {
    return std::ranges::find(known.requests, delivery.id, &InvoiceRequest::delivery_id) !=
           known.requests.end();
}

bool all_is_requested(const Fulfilment& known) {
    if (known.requests.empty()) return false;
    const bool whole = std::ranges::any_of(
        known.requests, [](const InvoiceRequest& r) { return r.delivery_id == 0; });
    return whole || std::ranges::all_of(known.deliveries,
                                        [&](const Delivery& d) { return is_requested(known, d); });
}

} // namespace

std::vector<InvoiceRequest> due_requests(const Fulfilment& known, OrderState state,
                                         InvoiceRule rule) {
    std::vector<InvoiceRequest> due;
    const bool in_time = state == S::part_delivered || state == S::delivered;
    if (!in_time) return due;
    if (rule == InvoiceRule::per_order) {
        if (state == S::delivered && known.requests.empty())
            due.push_back({.case_id = known.case_id, .rule = rule});
        return due;
    }
    for (const auto& delivery : known.deliveries)
        if (!is_requested(known, delivery) && (rule == InvoiceRule::per_delivery || delivery.proof))
            due.push_back({.case_id = known.case_id, .delivery_id = delivery.id, .rule = rule});
    return due;
}

Step requested_step(const Fulfilment& known, OrderState state, const InvoiceRequest& request) {
    const bool last = state == S::delivered && all_is_requested(known);
    return {.number = "T31",
            .from = state,
            .to = last ? S::invoice_requested : state,
            .event = "invoice.requested",
            .reason = request.request_no};
}

std::vector<Step> settling_steps(const Fulfilment& known, OrderState state) {
    std::vector<Step> steps;
    const auto take = [&](OrderEvent event, std::string reason) {
        const auto taken = next(state, event, {.has_official_number = true});
        if (!taken) return;
        steps.push_back({.number = std::string(taken->number),
                         .from = state,
                         .to = taken->to,
                         .event = std::string(taken->event),
                         .reason = std::move(reason)});
        state = taken->to;
    };
    if (state == S::delivered && all_is_requested(known))
        take(OrderEvent::invoice_requested, "every delivery has its request");
    const bool all_invoiced = std::ranges::none_of(
        known.requests, [](const InvoiceRequest& r) { return r.invoice_no.empty(); });
    if (state == S::invoice_requested && all_invoiced)
        take(OrderEvent::invoiced, "every request has its invoice");
    return steps;
}

} // namespace besteld
