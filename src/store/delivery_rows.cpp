// SPDX-License-Identifier: Apache-2.0
#include "store/delivery_rows.hpp"

#include "base/text.hpp"
#include "order/order_json.hpp"
#include "store/store.hpp"

#include <algorithm>

namespace besteld {

namespace {

Delivery* with_id(std::vector<Delivery>& deliveries, std::int64_t id) {
    const auto found = std::ranges::find(deliveries, id, &Delivery::id);
    return found == deliveries.end() ? nullptr : &*found;
}

InvoiceRule rule_of(const std::string& name) {
    const auto rule = invoice_rule_by_name(name);
    if (!rule) throw StoreFault(cat("the database holds an unknown invoice rule: ", name));
    return *rule;
}

// Out of the way of the numbers that are given anew.
constexpr std::int64_t aside = 1'000'000;

void move_line(Session& session, std::int64_t case_id, std::int64_t from, std::int64_t to) {
    session.execute("INSERT INTO fulfilment_line (case_id, line, buyer_line, sku, name, unit, "
                    "confirmed, delivered, over_delivered, parts) SELECT case_id, line + $3, "
                    "buyer_line, sku, name, unit, confirmed, delivered, over_delivered, parts "
                    "FROM fulfilment_line WHERE case_id = $1 AND line = $2",
                    {case_id, from, to - from});
    session.execute("UPDATE delivery_line SET line = line + $3 WHERE case_id = $1 AND line = $2",
                    {case_id, from, to - from});
}

} // namespace

void renumber_lines(Session& session, std::int64_t case_id,
                    const std::vector<std::optional<std::uint32_t>>& came_from) {
    bool moved = false;
    for (std::size_t i = 0; i < came_from.size(); ++i)
        moved |= came_from[i] != i;
    if (!moved) return;
    for (std::size_t i = 0; i < came_from.size(); ++i)
        if (came_from[i])
            move_line(session, case_id, *came_from[i], aside + static_cast<std::int64_t>(i));
    session.execute("DELETE FROM fulfilment_line WHERE case_id = $1 AND line < $2",
                    {case_id, aside});
    for (std::size_t i = 0; i < came_from.size(); ++i)
        move_line(session, case_id, aside + static_cast<std::int64_t>(i),
                  static_cast<std::int64_t>(i));
    session.execute("DELETE FROM fulfilment_line WHERE case_id = $1 AND line >= $2",
                    {case_id, aside});
}

std::vector<FulfilmentLine> lines_of(Session& session, std::int64_t case_id) {
    std::vector<FulfilmentLine> lines;
    const auto found = session.execute(
        "SELECT line, buyer_line, sku, name, unit, confirmed, delivered, over_delivered, parts "
        "FROM fulfilment_line WHERE case_id = $1 ORDER BY line",
        {case_id});
    for (const auto& row : found.rows)
        lines.push_back({.line = static_cast<std::uint32_t>(row.integer(0)),
                         .buyer_line = row.text(1),
                         .sku = row.text(2),
                         .name = row.text(3),
                         .unit = row.text(4),
                         .confirmed = row.decimal(5),
                         .delivered = row.decimal(6),
                         .over_delivered = row.integer(7) == 1,
                         .parts = answer_parts_from_json(row.text(8))});
    return lines;
}

std::vector<Delivery> deliveries_of(Session& session, std::int64_t case_id) {
    std::vector<Delivery> deliveries;
    const auto found = session.execute(
        "SELECT id, delivery_no, shipment, posted_at, arrived_at, carrier, track_no, packages, "
        "slip_no FROM delivery WHERE case_id = $1 ORDER BY id",
        {case_id});
    for (const auto& row : found.rows)
        deliveries.push_back({.id = row.integer(0),
                              .delivery_no = row.text(1),
                              .case_id = case_id,
                              .shipment = row.text(2),
                              .posted_at = row.instant(3),
                              .carrier = row.text(5),
                              .track_no = row.text(6),
                              .packages = row.integer(7),
                              .arrived_at = row.maybe_instant(4),
                              .slip_no = row.text(8)});
    const auto lines = session.execute(
        "SELECT delivery_line.delivery_id, line, quantity, batch FROM delivery_line "
        "JOIN delivery ON delivery.id = delivery_line.delivery_id "
        "WHERE delivery.case_id = $1 ORDER BY delivery_line.delivery_id, position",
        {case_id});
    for (const auto& row : lines.rows)
        if (auto* delivery = with_id(deliveries, row.integer(0)))
            delivery->lines.push_back(
                {static_cast<std::uint32_t>(row.integer(1)), row.decimal(2), row.text(3)});
    const auto proofs = session.execute(
        "SELECT delivery_id, filed_at, signed_by, differences, document FROM proof_of_delivery "
        "JOIN delivery ON delivery.id = proof_of_delivery.delivery_id WHERE delivery.case_id = $1",
        {case_id});
    for (const auto& row : proofs.rows)
        if (auto* delivery = with_id(deliveries, row.integer(0)))
            delivery->proof = ProofOfDelivery{.delivery_id = row.integer(0),
                                              .filed_at = row.instant(1),
                                              .signed_by = row.text(2),
                                              .differences = row.text(3),
                                              .document = row.text(4)};
    return deliveries;
}

std::vector<InvoiceRequest> requests_of(Session& session, std::int64_t case_id) {
    std::vector<InvoiceRequest> requests;
    const auto found = session.execute(
        "SELECT id, request_no, delivery_id, rule, requested_at, invoice_no, invoiced_at "
        "FROM invoice_request WHERE case_id = $1 ORDER BY id",
        {case_id});
    for (const auto& row : found.rows)
        requests.push_back({.id = row.integer(0),
                            .request_no = row.text(1),
                            .case_id = case_id,
                            .delivery_id = row.integer(2),
                            .rule = rule_of(row.text(3)),
                            .requested_at = row.instant(4),
                            .invoice_no = row.text(5),
                            .invoiced_at = row.maybe_instant(6)});
    return requests;
}

} // namespace besteld
