// SPDX-License-Identifier: Apache-2.0
#include "order/hand_off.hpp"

#include "base/text.hpp"
#include "order/describe_order.hpp"

#include <algorithm>

namespace besteld {

BOOST_DESCRIBE_ENUM(HandOffTarget, erp, warehouse, production)
BOOST_DESCRIBE_ENUM(HandOffWay, folder, webhook)
BOOST_DESCRIBE_ENUM(HandOffKind, order_new, order_changed, order_confirmed, order_cancelled,
                    release, production_need, question)
BOOST_DESCRIBE_STRUCT(HandOffLine, (),
                      (number, buyer_line, sku, gtin, buyer_item, name, quantity, unit, price,
                       price_base, price_unit, amount, parts))
BOOST_DESCRIBE_STRUCT(HandOff, (),
                      (key, kind, revision, order, case_no, status, at, customer_no, customer_name,
                       buyer_order_no, buyer_order_date, ship_to_id, ship_to, currency,
                       delivery_terms, payment_terms, cost_reference, lines, charges, net, tax,
                       gross, needed_by, question, answer_by))

namespace {

template <typename E>
std::optional<E> enum_by_name(std::string_view name) {
    E found{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), found)) return std::nullopt;
    return found;
}

HandOffLine line_of(const AnswerLine& said) {
    HandOffLine line{.number = said.index + 1,
                     .buyer_line = said.buyer_line,
                     .sku = said.sku,
                     .gtin = said.gtin,
                     .buyer_item = said.buyer_item,
                     .name = said.name,
                     .unit = said.unit,
                     .price = said.price,
                     .price_base = said.price_base,
                     .price_unit = said.price_unit};
    if (said.answer == LineAnswer::rejected) return line;
    const Decimal rest = said.backorder.value_or(Decimal{});
    line.quantity = said.quantity + rest;
    line.amount = said.amount;
    line.parts = said.parts;
    if (line.parts.empty()) line.parts.push_back({said.quantity, said.promised});
    if (!rest.is_zero()) line.parts.push_back({rest, std::nullopt});
    return line;
}

// The last word of a key.
std::string_view word_of(HandOffKind kind) {
    switch (kind) {
    case HandOffKind::order_new:
        return "new";
    case HandOffKind::order_changed:
        return "changed";
    case HandOffKind::order_confirmed:
        return "confirmed";
    case HandOffKind::order_cancelled:
        return "cancelled";
    case HandOffKind::release:
        return "release";
    case HandOffKind::production_need:
        return "production";
    case HandOffKind::question:
        return "question";
    }
    return "";
}

} // namespace

std::string hand_off_key(const std::string& order, int revision, HandOffKind kind) {
    return cat(order, "/", revision, "/", word_of(kind));
}

std::optional<HandOffKind> kind_of_hand_off(const Decision& decision, int revision) {
    const auto took = [&](std::string_view event) {
        return std::ranges::find(decision.steps, event, &Step::event) != decision.steps.end();
    };
    if (decision.state == OrderState::cancelled)
        return revision > 0 ? std::optional(HandOffKind::order_cancelled) : std::nullopt;
    if (!decision.confirmed) return std::nullopt;
    if (took("proposal.accepted")) return HandOffKind::order_confirmed;
    return revision > 1 ? HandOffKind::order_changed : HandOffKind::order_new;
}

HandOff hand_off_of(const HandOffSource& source, HandOffKind kind, Instant now) {
    const auto& [case_no, number, revision, state, ordered, confirmed] = source;
    HandOff out{.key = hand_off_key(number, revision, kind),
                .kind = kind,
                .revision = revision,
                .order = number,
                .case_no = case_no,
                .status = std::string(name_of(state)),
                .at = now,
                .customer_no = ordered.customer_no,
                .customer_name = confirmed.customer_name,
                .buyer_order_no = ordered.buyer_order_no,
                .buyer_order_date = ordered.order_date,
                .ship_to_id = ordered.ship_to_id,
                .ship_to = confirmed.ship_to,
                .currency = confirmed.currency,
                .delivery_terms = confirmed.delivery_terms,
                .payment_terms = confirmed.payment_terms,
                .cost_reference = ordered.cost_reference};
    for (const auto& line : confirmed.lines)
        out.lines.push_back(line_of(line));
    out.charges = confirmed.charges;
    if (!confirmed.small_order_fee.is_zero())
        out.charges.push_back({.code = "small_order", .amount = confirmed.small_order_fee});
    out.net = confirmed.net;
    out.tax = confirmed.tax;
    out.gross = confirmed.gross;
    return out;
}

std::string_view name_of(HandOffTarget target) {
    return boost::describe::enum_to_string(target, "?");
}
std::string_view name_of(HandOffWay way) {
    return boost::describe::enum_to_string(way, "?");
}
std::string_view name_of(HandOffKind kind) {
    return boost::describe::enum_to_string(kind, "?");
}
std::optional<HandOffTarget> hand_off_target_by_name(std::string_view name) {
    return enum_by_name<HandOffTarget>(name);
}
std::optional<HandOffWay> hand_off_way_by_name(std::string_view name) {
    return enum_by_name<HandOffWay>(name);
}
std::optional<HandOffKind> hand_off_kind_by_name(std::string_view name) {
    return enum_by_name<HandOffKind>(name);
}

std::string to_json_text(const HandOff& hand_off) {
    return json_text(to_json(hand_off));
}
HandOff hand_off_from_json(std::string_view text) {
    return from_json<HandOff>(parse_json(text));
}

} // namespace besteld
