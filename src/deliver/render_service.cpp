// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_service.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

namespace besteld {

namespace {

std::string_view name_of_phase(StatusPhase phase) {
    switch (phase) {
    case StatusPhase::being_checked:
        return "phase.being_checked";
    case StatusPhase::waits_for_you:
        return "phase.waits_for_you";
    case StatusPhase::confirmed:
        return "phase.confirmed";
    case StatusPhase::in_preparation:
        return "phase.in_preparation";
    case StatusPhase::part_delivered:
        return "phase.part_delivered";
    case StatusPhase::delivered:
        return "phase.delivered";
    case StatusPhase::rejected:
        return "phase.rejected";
    case StatusPhase::cancelled:
        return "phase.cancelled";
    }
    return "phase.being_checked";
}

std::string quantity_or(const std::optional<Decimal>& quantity, const StatusLine& line,
                        const Words& words, std::string_view otherwise) {
    return quantity ? format_quantity(*quantity, line.unit, words) : words.at(otherwise);
}

std::string confirmed_words(const StatusLine& line, const Words& words) {
    return quantity_or(line.confirmed, line, words, "not_confirmed");
}
std::string delivered_words(const StatusLine& line, const Words& words) {
    return quantity_or(line.delivered, line, words, "not_reported");
}

std::string day_words(const std::optional<Date>& date, const Words& words) {
    return date ? format_day(*date, words) : words.at("date_open");
}

void fill_line(Dictionary& order, const StatusLine& line, const Words& words) {
    auto& row = *order.AddSectionDictionary("STATUS_LINE");
    put(row, "BUYER_LINE", one_line(line.buyer_line));
    put(row, "SKU", one_line(line.sku));
    put(row, "NAME", one_line(line.name));
    put(row, "ORDERED", format_quantity(line.ordered, line.unit, words));
    put(row, "CONFIRMED", confirmed_words(line, words));
    if (!line.confirmed) return;
    auto& known = *row.AddSectionDictionary("ON_THE_WAY");
    put(known, "DELIVERED", delivered_words(line, words));
    if (line.open)
        put_section(known, "OPEN", "QUANTITY", format_quantity(*line.open, line.unit, words));
    for (const auto& part : line.expected) {
        auto& one = *known.AddSectionDictionary("PART");
        put(one, "QUANTITY", format_quantity(part.quantity, line.unit, words));
        put(one, "PROMISED", day_words(part.date, words));
    }
}

void fill_shipment(Dictionary& order, const Shipment& shipment, const Words& words) {
    auto& one = *order.AddSectionDictionary("SHIPMENT");
    put(one, "NUMBER", one_line(shipment.delivery_note));
    if (shipment.day) put_section(one, "SHIPPED", "DATE", format_date(*shipment.day, words));
    put_section(one, "CARRIER", "NAME", one_line(shipment.carrier));
    put_section(one, "TRACK", "CODE", one_line(shipment.track_no));
}

std::string item_words(const ComplaintItem& item, const Words& words) {
    const std::string name = one_line(cat(item.sku, item.sku.empty() ? "" : " ", item.name));
    if (item.quantity.is_zero()) return name;
    return cat(format_quantity(item.quantity, item.unit, words), " ", name);
}

// A part of the mail that says all of these, one after another.
class Proof {
public:
    explicit Proof(std::string_view shown) : left_(shown) {}
    void expect(const std::string& what) {
        if (missing_ || what.empty()) return;
        const auto at = left_.find(with_single_blanks(what));
        if (at == std::string_view::npos)
            missing_ = cat("does not say ", what);
        else
            left_.remove_prefix(at + what.size());
    }
    std::optional<std::string> result() const { return missing_; }

private:
    std::string_view left_;
    std::optional<std::string> missing_;
};

void expect_status(Proof& proof, const OrderStatus& status, const Words& words) {
    proof.expect(
        one_line(status.buyer_order_no.empty() ? status.official_no : status.buyer_order_no));
    proof.expect(words.at(name_of_phase(status.phase)));
    for (const auto& line : status.lines) {
        proof.expect(one_line(line.sku));
        proof.expect(format_quantity(line.ordered, line.unit, words));
        proof.expect(confirmed_words(line, words));
        if (!line.confirmed) continue;
        proof.expect(delivered_words(line, words));
        if (line.open) proof.expect(format_quantity(*line.open, line.unit, words));
        for (const auto& part : line.expected) {
            proof.expect(format_quantity(part.quantity, line.unit, words));
            proof.expect(day_words(part.date, words));
        }
    }
    for (const auto& shipment : status.shipments) {
        proof.expect(one_line(shipment.delivery_note));
        proof.expect(one_line(shipment.carrier));
        proof.expect(one_line(shipment.track_no));
    }
}

} // namespace

void fill_statuses(Dictionary& to, const Answer& answer, const Words& words) {
    for (const auto& status : answer.statuses) {
        auto& order = *to.AddSectionDictionary("STANDING");
        put(order, "BUYER_NUMBER",
            status.buyer_order_no.empty() ? words.at("without_number")
                                          : one_line(status.buyer_order_no));
        put_section(order, "OURS", "OFFICIAL", one_line(status.official_no));
        put(order, "PHASE", words.at(name_of_phase(status.phase)));
        for (const auto& line : status.lines)
            fill_line(order, line, words);
        for (const auto& shipment : status.shipments)
            fill_shipment(order, shipment, words);
    }
}

void fill_complaint(Dictionary& to, const Answer& answer, const Words& words) {
    if (!answer.complaint) return;
    const auto& slip = *answer.complaint;
    put(to, "COMPLAINT_NO", one_line(slip.number));
    put(to, "HANDLER", slip.handler.empty() ? words.at("our_service") : one_line(slip.handler));
    if (slip.due) put(to, "DUE", format_day(*slip.due, words));
    put_section(to, "ABOUT", "BUYER_NUMBER", one_line(answer.buyer_order_no));
    put_section(to, "OURS", "OFFICIAL", one_line(slip.official_no));
    for (const auto& said : slip.said)
        put_section(to, "SAID", "WORDS", one_line(said));
    for (const auto& item : slip.items)
        put_section(to, "AFFECTED", "NAME", item_words(item, words));
    put(to, "CAUSE", words.at_or(cat("cause.", slip.cause), "cause.unknown"));
    put(to, "CUSTOMER", one_line(cat(answer.customer_no, " ", answer.customer_name)));
    const bool reminder = answer.kind == AnswerKind::complaint_reminder;
    to.ShowSection(reminder ? "REMINDER" : "FIRST");
}

std::optional<std::string> prove_service(std::string_view shown, const Answer& answer,
                                         const Words& words) {
    Proof proof(shown);
    if (answer.kind == AnswerKind::status) {
        for (const auto& status : answer.statuses)
            expect_status(proof, status, words);
        return answer.statuses.empty() ? "speaks of no order" : proof.result();
    }
    if (!answer.complaint) return "has no complaint";
    proof.expect(answer.complaint->number);
    for (const auto& said : answer.complaint->said)
        proof.expect(one_line(said));
    for (const auto& item : answer.complaint->items)
        proof.expect(item_words(item, words));
    if (answer.complaint->due) proof.expect(format_day(*answer.complaint->due, words));
    return proof.result();
}

} // namespace besteld
