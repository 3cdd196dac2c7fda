// SPDX-License-Identifier: Apache-2.0
#include "web/order_page.hpp"

#include "base/text.hpp"
#include "desk/typed_desk.hpp"
#include "web/complaint_pages.hpp"
#include "web/format.hpp"
#include "web/order_actions.hpp"
#include "web/order_view.hpp"
#include "web/orders_page.hpp"
#include "web/timeline.hpp"

#include <algorithm>
#include <ranges>

namespace besteld {

namespace {

std::string_view name_of(Tie tie) {
    switch (tie) {
    case Tie::changes:
        return "changes";
    case Tie::changed_by:
        return "changed_by";
    case Tie::same_number:
        return "same_number";
    case Tie::same_message:
        return "same_message";
    }
    return "same_message";
}

void fill_head(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    const auto& words = viewer.words;
    const auto& c = life.the_case;
    put(page, "HEADING", title_of(c));
    fill_customer(page, c.order, words);
    put(page, "STATE", state_words(c.state, words));
    if (life.kind != "order") put_if(page, "KIND", class_words(life.kind, words));
    put(page, "CASE_NO", c.case_no);
    put_if(page, "OFFICIAL_NO", c.official_no);
    if (c.revision > 0)
        put_if(page, "REVISION", words.fill("ui.revision_n", {{"n", std::to_string(c.revision)}}));
    put(page, "CASE_URL", cat("/case/", c.id));
    put(page, "NET", c.net.is_zero() ? "" : format_money(c.net, c.order.currency, words));
    put(page, "SHIP_TO", c.order.ship_to_text.empty() ? c.order.ship_to_id : c.order.ship_to_text);
    put(page, "REQUESTED",
        c.order.requested ? date_words(c.order.requested->value, words) : words.at("ui.none"));
}

const FulfilmentLine* line_with(const std::optional<Fulfilment>& fulfilment, std::uint32_t index) {
    if (!fulfilment) return nullptr;
    const auto found = std::ranges::find(fulfilment->lines, index, &FulfilmentLine::line);
    return found == fulfilment->lines.end() ? nullptr : &*found;
}

std::string parts_words(const FulfilmentLine& line, const Strings& words) {
    std::vector<std::string> parts;
    for (const auto& part : line.parts)
        if (part.date)
            parts.push_back(line.parts.size() == 1
                                ? format_day(*part.date, words)
                                : cat(format_quantity(part.quantity, line.unit, words), " ",
                                      format_day(*part.date, words)));
    return join(parts, ", ");
}

void fill_lines(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    const auto& words = viewer.words;
    const auto& order = life.the_case.order;
    auto& table = *page.AddSectionDictionary(order.lines.empty() ? "NO_LINES" : "LINES");
    for (const auto& line : order.lines) {
        auto& one = *table.AddSectionDictionary("LINE");
        put(one, "NUMBER",
            line.buyer_line.empty() ? std::to_string(line.index + 1) : line.buyer_line);
        put(one, "ITEM", line.sku.empty() ? line.item_text : line.sku);
        put(one, "NAME", line.item_name);
        put(one, "QUANTITY",
            line.quantity ? format_quantity(line.quantity->value,
                                            line.unit.empty() ? line.unit_text : line.unit, words)
                          : words.at("ui.unknown"));
        const auto* done = line_with(life.fulfilment, line.index);
        if (done == nullptr) continue;
        put(one, "CONFIRMED", format_quantity(done->confirmed, done->unit, words));
        put(one, "PROMISED", parts_words(*done, words));
        put(one, "DELIVERED", format_quantity(done->delivered, done->unit, words));
    }
}

// Newest first: what the customer believes now stands on top.
void fill_told(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    const auto& words = viewer.words;
    show(page, "NOTHING_TOLD", shown_if(life.answers.empty()));
    for (const auto& row : std::views::reverse(life.answers)) {
        auto& one = *page.AddSectionDictionary("TOLD");
        put(one, "URL", cat(order_address(life.the_case.id), "/answer/", row.id));
        put(one, "KIND", kind_words(row.answer.kind, words));
        put(one, "TO",
            row.answer.channel == AnswerChannel::edi ? words.at("ui.by_edi") : row.recipient);
        put(one, "STATE", outbox_words(row.state, words));
        const auto times = life.answer_times.find(row.id);
        if (times != life.answer_times.end())
            put(one, "AT",
                format_moment(times->second.sent_at.value_or(times->second.created_at), viewer.zone,
                              words));
    }
}

void fill_deliveries(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    if (!life.fulfilment ||
        (life.fulfilment->deliveries.empty() && life.fulfilment->requests.empty()))
        return;
    const auto& words = viewer.words;
    const auto moment = [&](Instant at) { return format_moment(at, viewer.zone, words); };
    auto& section = *page.AddSectionDictionary("DELIVERIES");
    for (const auto& delivery : life.fulfilment->deliveries) {
        auto& one = *section.AddSectionDictionary("DELIVERY");
        put(one, "NUMBER",
            cat(delivery.delivery_no, delivery.slip_no.empty() ? "" : " · ", delivery.slip_no));
        put(one, "AT", moment(delivery.posted_at));
        put_if(one, "CARRIER", trim(cat(delivery.carrier, " ", delivery.track_no)));
        if (delivery.arrived_at) put_if(one, "ARRIVED", moment(*delivery.arrived_at));
        if (delivery.proof) {
            put_if(one, "SIGNED_BY",
                   cat(delivery.proof->signed_by, " ", moment(delivery.proof->filed_at)));
            put_if(one, "DIFFERENCES", delivery.proof->differences);
        }
    }
    for (const auto& request : life.fulfilment->requests) {
        auto& one = *section.AddSectionDictionary("REQUEST");
        put(one, "NUMBER", request.request_no);
        put(one, "AT", moment(request.requested_at));
        put_if(one, "INVOICE", request.invoice_no);
    }
}

void fill_tied(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    const auto& words = viewer.words;
    if (life.tied.empty() && life.complaints.empty()) return;
    auto& section = *page.AddSectionDictionary("TIED");
    for (const auto& tied : life.tied) {
        auto& one = *section.AddSectionDictionary("CASE");
        put(one, "TIE", words.at(cat("tie.", name_of(tied.tie))));
        fill_order_row(one, viewer, tied.what);
    }
    for (const auto& complaint : life.complaints)
        fill_complaint(*section.AddSectionDictionary("COMPLAINT"), complaint, words);
}

void fill_agreements(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    const auto& words = viewer.words;
    if (!life.agreement && life.clauses.empty()) return;
    auto& section = *page.AddSectionDictionary("AGREEMENTS");
    if (life.agreement) {
        const auto& agreed = *life.agreement;
        auto& one = *section.AddSectionDictionary("AGREEMENT");
        put(one, "NUMBER", agreed.number);
        put(one, "VALID", format_validity(agreed, words));
        put_if(one, "DELIVERY_TERMS", agreed.delivery_terms);
        put_if(one, "PAYMENT_TERMS", agreed.payment_terms);
    }
    for (const auto& clause : life.clauses)
        put(*section.AddSectionDictionary("CLAUSE"), "WORDS", format_said(clause, words));
}

} // namespace

std::string order_page(const Pages& pages, const Viewer& viewer, const OrderLife& life) {
    const auto& c = life.the_case;
    Dictionary page("order");
    fill_frame(page, viewer, cat(title_of(c), " · ", c.order.customer_name));
    fill_head(page, viewer, life);
    if (may_take_orders(viewer.user.role) && !c.order.lines.empty() && !c.order.customer_no.empty())
        put_if(page, "AGAIN", cat("/typed?again=", c.id));
    fill_timeline(page, life, viewer);
    fill_told(page, viewer, life);
    fill_order_actions(page, viewer, life);
    fill_lines(page, viewer, life);
    fill_deliveries(page, viewer, life);
    fill_tied(page, viewer, life);
    fill_agreements(page, viewer, life);
    return pages.render("order", viewer.words, page);
}

} // namespace besteld
