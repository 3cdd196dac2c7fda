// SPDX-License-Identifier: Apache-2.0
#include "flow/taught_layout.hpp"

#include "flow/process_message.hpp"

namespace besteld {

namespace {

Identification sender_of(Store& store, const OrderDraft& draft, const Origins& origins) {
    const auto keys = look_up_keys(draft, origins, {});
    return identify_customer(draft, origins, store.find_identities(keys.identities), {});
}

bool is_sure(const Identification& who) {
    return !who.customer_no.empty() && who.score >= sure_score && who.conflict.empty();
}

} // namespace

TableLayout layout_of(const std::vector<TaughtHeading>& taught) {
    TableLayout layout{.name = "taught", .each_counts = true};
    for (const auto& one : taught)
        layout.columns[one.heading] = one.field;
    return layout;
}

std::optional<TableLayout> taught_layout(Store& store, const FlowSettings& settings,
                                         const StoredMessage& message, const Reading& reading) {
    const auto origins = origins_of(settings, message, reading);
    std::vector<OrderDraft> documents = reading.documents;
    // Headings that nobody knows make no document at all: then the message names its sender.
    if (documents.empty()) documents.push_back(stand_in_for(reading));
    for (const auto& document : documents) {
        const auto who = sender_of(store, document, origins);
        if (!is_sure(who)) continue;
        const auto taught = TaughtHeadings(store).used_for(who.customer_no);
        if (!taught.empty()) return layout_of(taught);
    }
    return std::nullopt;
}

} // namespace besteld
