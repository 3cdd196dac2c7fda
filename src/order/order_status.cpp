// SPDX-License-Identifier: Apache-2.0
#include "order/order_status.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Before the warehouse has the order nothing of it can have left.
bool nothing_can_have_left(OrderState state) {
    switch (state) {
    case OrderState::released:
    case OrderState::part_delivered:
    case OrderState::delivered:
    case OrderState::invoice_requested:
    case OrderState::closed:
    case OrderState::archived:
        return false;
    default:
        return true;
    }
}

bool is_promise(StatusPhase phase) {
    return phase == StatusPhase::confirmed || phase == StatusPhase::in_preparation ||
           phase == StatusPhase::part_delivered || phase == StatusPhase::delivered;
}

// What was promised of the line, in the order of its days.
std::vector<AnswerPart> promised_parts(const AnswerLine& line) {
    std::vector<AnswerPart> parts = line.parts;
    if (parts.empty()) parts.push_back({line.quantity, line.promised});
    if (line.backorder && !line.backorder->is_zero())
        parts.push_back({*line.backorder, std::nullopt});
    return parts;
}

// The parts that are still to come when so much has: the earliest were delivered first.
std::vector<AnswerPart> still_to_come(std::vector<AnswerPart> parts, Decimal delivered) {
    for (auto& part : parts) {
        const Decimal taken = std::min(part.quantity, delivered);
        part.quantity -= taken;
        delivered -= taken;
    }
    std::erase_if(parts, [](const AnswerPart& part) { return part.quantity <= Decimal{}; });
    return parts;
}

std::optional<Decimal> delivered_of(const StandingOrder& standing, std::uint32_t index) {
    if (nothing_can_have_left(standing.state)) return Decimal{};
    if (!standing.delivered) return std::nullopt;
    const auto found = standing.delivered->by_line.find(index);
    return found == standing.delivered->by_line.end() ? Decimal{} : found->second;
}

StatusLine line_told(const StandingOrder& standing, const AnswerLine& told, StatusPhase phase) {
    StatusLine line{.buyer_line = told.buyer_line,
                    .sku = told.sku,
                    .gtin = told.gtin,
                    .buyer_item = told.buyer_item,
                    .name = told.name,
                    .unit = told.unit,
                    .ordered = told.ordered_unit == told.unit || told.ordered_unit.empty()
                                   ? told.ordered_quantity
                                   : told.quantity};
    if (!is_promise(phase)) return line;
    const bool rejected = told.answer == LineAnswer::rejected;
    auto parts = rejected ? std::vector<AnswerPart>{} : promised_parts(told);
    line.confirmed = Decimal{};
    for (const auto& part : parts)
        *line.confirmed += part.quantity;
    line.delivered = rejected ? Decimal{} : delivered_of(standing, told.index);
    if (line.delivered) line.open = std::max(Decimal{}, *line.confirmed - *line.delivered);
    line.expected = still_to_come(std::move(parts), line.delivered.value_or(Decimal{}));
    return line;
}

StatusLine line_ordered(const OrderLine& ordered) {
    return {.buyer_line = ordered.buyer_line,
            .sku = ordered.sku,
            .gtin = ordered.gtin,
            .buyer_item = ordered.buyer_item,
            .name = ordered.item_name,
            .unit = ordered.unit,
            .ordered = ordered.quantity ? ordered.quantity->value : Decimal{}};
}

} // namespace

StatusPhase phase_of(OrderState state) {
    switch (state) {
    case OrderState::received:
    case OrderState::extracted:
    case OrderState::checking:
    case OrderState::in_review:
    case OrderState::on_hold:
    case OrderState::awaiting_second:
    case OrderState::accepted:
    case OrderState::superseded:
    case OrderState::duplicate:
        return StatusPhase::being_checked;
    case OrderState::awaiting_customer:
    case OrderState::proposed:
        return StatusPhase::waits_for_you;
    case OrderState::confirmed:
        return StatusPhase::confirmed;
    case OrderState::released:
        return StatusPhase::in_preparation;
    case OrderState::part_delivered:
        return StatusPhase::part_delivered;
    case OrderState::delivered:
    case OrderState::invoice_requested:
    case OrderState::closed:
    case OrderState::archived:
        return StatusPhase::delivered;
    case OrderState::rejected:
        return StatusPhase::rejected;
    case OrderState::cancelled:
    case OrderState::expired:
        return StatusPhase::cancelled;
    }
    return StatusPhase::being_checked;
}

OrderStatus status_of(const StandingOrder& standing) {
    OrderStatus status{.official_no = standing.official_no,
                       .buyer_order_no = standing.order.buyer_order_no,
                       .order_date = standing.order.order_date,
                       .phase = phase_of(standing.state)};
    if (standing.told)
        for (const auto& line : standing.told->lines)
            status.lines.push_back(line_told(standing, line, status.phase));
    else
        for (const auto& line : standing.order.lines)
            status.lines.push_back(line_ordered(line));
    if (standing.delivered) status.shipments = standing.delivered->shipments;
    return status;
}

std::vector<std::string> overdue_in(const OrderStatus& status, Date today) {
    std::vector<std::string> late;
    for (const auto& line : status.lines)
        for (const auto& part : line.expected)
            if (part.date && *part.date < today)
                late.push_back(
                    cat(status.buyer_order_no.empty() ? status.official_no : status.buyer_order_no,
                        " line ", line.buyer_line, ": ", part.quantity.to_string(), " of ",
                        line.sku, ", promised ", to_iso(*part.date)));
    return late;
}

} // namespace besteld
