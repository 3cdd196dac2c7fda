// SPDX-License-Identifier: Apache-2.0

// Orders that we have already, with the same number or the same content (domain.md 5.4).
#include "base/text.hpp"
#include "order/order_json.hpp"
#include "store/base_data_rows.hpp"
#include "store/delivery_rows.hpp"

namespace besteld {

namespace {

constexpr std::string_view earlier_columns =
    "SELECT id, official_no, buyer_order_key, content_key, state, received_at, case_no, order_body "
    "FROM order_case WHERE customer_no = $1 AND kind = 'order' ";

EarlierLine line_of(const OrderLine& line, const Order& order) {
    EarlierLine earlier{.buyer_line = line.buyer_line,
                        .sku = line.sku,
                        .unit = line.unit,
                        .quantity_stock = line.quantity_stock,
                        .price_stock = line.price_stock};
    if (line.quantity) earlier.quantity = line.quantity->value;
    const auto& requested = line.requested ? line.requested : order.requested;
    if (requested) earlier.requested = requested->value.start.value_or("");
    return earlier;
}

EarlierOrder earlier_of(const Row& row) {
    EarlierOrder earlier{.order_id = row.integer(0),
                         .official_no = row.text(1),
                         .buyer_order_key = row.text(2),
                         .content_key = row.text(3),
                         .state = row.text(4),
                         .received_at = row.instant(5),
                         .case_no = row.text(6)};
    const auto order = order_from_json(row.text(7));
    earlier.buyer_order_no = order.buyer_order_no;
    earlier.buyer_version = order.buyer_version;
    earlier.channel = order.channel;
    earlier.ship_to_id = order.ship_to_id;
    for (const auto& line : order.lines)
        earlier.lines.push_back(line_of(line, order));
    return earlier;
}

// Quantities as they went out; nothing is known of orders that nobody was told to deliver.
void add_fulfilment(Session& session, EarlierOrder& earlier) {
    const auto state = state_by_name(earlier.state);
    if (state != OrderState::released && state != OrderState::part_delivered) return;
    const auto heads =
        session.execute("SELECT picked_at FROM fulfilment WHERE case_id = $1", {earlier.order_id});
    if (heads.rows.empty()) return;
    earlier.picked = !heads.rows.front().is_null(0);
    for (const auto& line : lines_of(session, earlier.order_id)) {
        if (line.line >= earlier.lines.size()) continue;
        earlier.lines[line.line].delivered = line.delivered;
        earlier.lines[line.line].delivered_unit = line.unit;
    }
}

// Only what is promised and not yet in the warehouse's hands can be in production.
void add_production(Session& session, EarlierOrder& earlier) {
    const auto state = state_by_name(earlier.state);
    if (state != OrderState::confirmed && state != OrderState::released) return;
    Skus skus;
    for (const auto& line : earlier.lines)
        skus.push_back(line.sku);
    const auto made = find_made_to_order(session, skus);
    for (auto& line : earlier.lines)
        line.made_to_order = made.contains(line.sku);
}

} // namespace

std::vector<EarlierOrder> find_earlier(Session& session, const std::string& customer_no,
                                       const std::string& buyer_order_key) {
    std::vector<EarlierOrder> earlier;
    if (customer_no.empty() || buyer_order_key.empty()) return earlier;
    const auto found =
        session.execute(cat(earlier_columns, "AND buyer_order_key = $2 ORDER BY id DESC LIMIT 50"),
                        {value(customer_no), value(buyer_order_key)});
    for (const auto& row : found.rows) {
        EarlierOrder& order = earlier.emplace_back(earlier_of(row));
        add_fulfilment(session, order);
        add_production(session, order);
    }
    return earlier;
}

std::vector<EarlierOrder> find_earlier_content(Session& session, const std::string& customer_no,
                                               const std::string& content_key, Instant since) {
    std::vector<EarlierOrder> earlier;
    if (customer_no.empty() || content_key.empty()) return earlier;
    const auto found =
        session.execute(cat(earlier_columns,
                            "AND content_key = $2 AND received_at >= $3 ORDER BY id DESC LIMIT 50"),
                        {value(customer_no), value(content_key), value(since)});
    for (const auto& row : found.rows)
        earlier.push_back(earlier_of(row));
    return earlier;
}

} // namespace besteld
