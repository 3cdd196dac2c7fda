// SPDX-License-Identifier: Apache-2.0
#include "web/api/convert.hpp"

#include "store/names.hpp"

namespace besteld::api {

std::optional<std::string> day_of(const MaybeDate& requested) {
    if (!requested) return std::nullopt;
    const auto& date = requested->value;
    return date.end ? date.end : date.start;
}

std::optional<std::string> maybe(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

QueueEntry said(const QueueRow& row) {
    return {.id = row.case_id,
            .case_no = row.case_no,
            .customer_no = row.customer_no,
            .customer_name = row.customer_name,
            .buyer_order_no = row.buyer_order_no,
            .channel = row.channel,
            .state = std::string(name_of(row.state)),
            .first_check = row.first_check,
            .open_findings = row.open_findings,
            .net = row.net,
            .at_stake = row.at_stake,
            .currency = row.currency,
            .received_at = row.received_at,
            .due_at = row.due_at,
            .claimed_by = maybe(row.claimed_by),
            .alike = {}};
}

CaseHead said(const Case& c) {
    return {.id = c.id,
            .case_no = c.case_no,
            .version = c.version,
            .state = std::string(name_of(c.state)),
            .customer_no = c.order.customer_no,
            .customer_name = c.order.customer_name,
            .buyer_order_no = c.order.buyer_order_no,
            .official_no = c.official_no,
            .channel = c.order.channel,
            .revision = c.revision,
            .currency = c.order.currency,
            .net = c.net,
            .at_stake = c.at_stake,
            .received_at = c.received_at,
            .due_at = c.due_at,
            .claimed_by = maybe(c.claimed_by)};
}

Line said(const OrderLine& line) {
    Line said{.line = line.index,
              .buyer_line = line.buyer_line,
              .sku = line.sku,
              .name = line.item_name,
              .ordered_as = line.item_text,
              .gtin = line.gtin,
              .quantity = {},
              .unit = line.unit.empty() ? line.unit_text : line.unit,
              .price = {},
              .price_base = line.price_base,
              .requested = day_of(line.requested),
              .certainty = line.score};
    if (line.quantity) said.quantity = line.quantity->value;
    if (line.price) said.price = line.price->value;
    return said;
}

Deviation said(const Finding& finding, std::size_t index) {
    Deviation said{.finding = static_cast<int>(index),
                   .check = std::string(name_of(finding.check)),
                   .severity = std::string(name_of(finding.severity)),
                   .line = finding.line,
                   .ordered = finding.ordered,
                   .agreed = finding.agreed,
                   .difference = finding.difference,
                   .money = finding.money,
                   .clause = finding.clause,
                   .quote = finding.quote,
                   .passes_if = finding.passes_if,
                   .open = is_open(finding),
                   .ways_out = {},
                   .suggested = {},
                   .suggested_value = maybe(finding.suggested_value),
                   .resolved = {},
                   .resolved_by = {},
                   .reason = {}};
    for (const auto& way : finding.ways_out)
        said.ways_out.push_back({.resolution = std::string(name_of(way.resolution)),
                                 .consequence = way.consequence,
                                 .lead_only = way.lead_only});
    if (finding.suggested) said.suggested = std::string(name_of(*finding.suggested));
    if (finding.resolved) {
        said.resolved = std::string(name_of(finding.resolved->resolution));
        said.resolved_by = finding.resolved->actor;
        said.reason = maybe(finding.resolved->reason);
    }
    return said;
}

std::vector<Deviation> all_said(const std::vector<Finding>& findings) {
    std::vector<Deviation> all;
    for (const auto& finding : findings)
        all.push_back(said(finding, all.size()));
    return all;
}

Told said(const Answer& would_be) {
    return {.id = {},
            .kind = std::string(name_of(would_be.kind)),
            .channel = would_be.edi_profile.empty() ? "mail" : "edi_folder",
            .recipient = would_be.recipient,
            .state = {},
            .last_reply = {},
            .leaves_at = {},
            .net = would_be.net,
            .currency = would_be.currency};
}

Told said(const OutboxRow& row) {
    auto said = api::said(row.answer);
    said.id = row.id;
    said.channel = row.channel == OutboxChannel::mail ? "mail" : "edi_folder";
    said.recipient = row.recipient;
    said.state = std::string(name_of(row.state));
    said.last_reply = maybe(row.last_reply);
    said.leaves_at = row.state == OutboxState::pending ? row.next_attempt_at : std::nullopt;
    return said;
}

Happened said(const EventRow& event) {
    return {.id = event.id,
            .at = event.at,
            .case_id = event.case_id == 0 ? std::nullopt : std::optional(event.case_id),
            .event = event.step.event,
            .from_state = std::string(name_of(event.step.from)),
            .to_state = std::string(name_of(event.step.to)),
            .role = std::string(name_of(event.step.role)),
            .actor = event.step.actor,
            .reason = event.step.reason};
}

OrderFound said(const OrderSummary& order) {
    return {.id = order.case_id,
            .case_no = order.case_no,
            .official_no = order.official_no,
            .buyer_order_no = order.buyer_order_no,
            .customer_no = order.customer_no,
            .customer_name = order.customer_name,
            .kind = order.kind,
            .channel = order.channel,
            .state = std::string(name_of(order.state)),
            .net = order.net,
            .currency = order.currency,
            .received_at = order.received_at};
}

ComplaintFound said(const Complaint& complaint) {
    return {.number = complaint.number,
            .version = complaint.version,
            .case_id = complaint.case_id,
            .order_id = complaint.order_id == 0 ? std::nullopt : std::optional(complaint.order_id),
            .customer_no = complaint.customer_no,
            .customer_name = complaint.customer_name,
            .cause = std::string(name_of(complaint.cause)),
            .state = std::string(name_of(complaint.state)),
            .owner = complaint.owner,
            .due = complaint.due,
            .registered_at = complaint.registered_at,
            .said = complaint.said,
            .outcome = maybe(complaint.outcome)};
}

} // namespace besteld::api
