// SPDX-License-Identifier: Apache-2.0
#include "report/ask.hpp"

#include "base/text.hpp"

namespace besteld {

std::optional<Grain> grain_of(const ReportAsk& ask) {
    return grain_by_name(ask.by);
}

bool is_order(const OrderFacts& facts) {
    return facts.document_class == DocumentClass::order && !facts.test;
}

std::string customer_label(const std::string& number, const std::string& name) {
    return number.empty() ? "?" : name.empty() ? number : cat(number, " ", name);
}

std::string group_of(const ReportAsk& ask, const OrderFacts& facts, Date day) {
    if (const auto grain = grain_of(ask)) return label_of(*grain, day);
    if (ask.by == "customer") return customer_label(facts.customer_no, facts.customer_name);
    if (ask.by == "channel") return facts.channel.empty() ? "?" : facts.channel;
    return {};
}

const FactEvent* first_event(const OrderFacts& facts, std::string_view name) {
    for (const auto& event : facts.events)
        if (event.event == name) return &event;
    return nullptr;
}

const FactEvent* first_event_after(const OrderFacts& facts, std::string_view name, Instant after) {
    for (const auto& event : facts.events)
        if (event.event == name && event.at >= after) return &event;
    return nullptr;
}

Span span_of(const Period& period, const Zone& zone) {
    const auto [from, to] = instants_of(period, zone);
    return {from, to};
}

} // namespace besteld
