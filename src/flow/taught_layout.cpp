// SPDX-License-Identifier: Apache-2.0
#include "flow/taught_layout.hpp"

#include "flow/look_up.hpp"
#include "flow/process_message.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Formats whose columns stand under headings that somebody writes.
bool has_headings(std::string_view format) {
    constexpr std::string_view formats[] = {"csv", "xlsx", "html", "text", "pdf"};
    return std::ranges::find(formats, format) != std::end(formats);
}

// A file of another format has no headings anywhere; a mail may have some beside what was read.
bool may_have_headings(const Reading& reading) {
    return reading.mail || reading.documents.empty() ||
           std::ranges::any_of(reading.documents, has_headings, &OrderDraft::format);
}

std::optional<TableLayout> layout_for(Store& store, const OrderDraft& document,
                                      const Origins& origins) {
    const auto who = identify_sender(store, document, origins);
    if (who.customer_no.empty()) return std::nullopt; // or known for likely only
    const auto taught = TaughtHeadings(store).used_for(who.customer_no);
    return taught.empty() ? std::nullopt : std::optional(layout_of(taught));
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
    if (!may_have_headings(reading)) return std::nullopt;
    const auto origins = origins_of(settings, message, reading);
    // Headings that nobody knows make no document at all: then the message names its sender.
    if (reading.documents.empty()) return layout_for(store, stand_in_for(reading), origins);
    for (const auto& document : reading.documents)
        if (auto layout = layout_for(store, document, origins)) return layout;
    return std::nullopt;
}

} // namespace besteld
