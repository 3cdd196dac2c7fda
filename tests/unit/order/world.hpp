// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small world for deciding: one customer, one agreement, three items; Monday 2 March 2026, 09:15.

#include "order/decide.hpp"

namespace besteld::test {

inline Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}
inline Date march(unsigned day) {
    return make_date(2026, 3, day);
}

struct World {
    Terms terms;
    Order order;
    OrderDraft draft;
    AnswerContext context;
    CaseHistory history;
    std::vector<Finding> findings;
    Instant now = parse_iso_instant("2026-03-02T08:15:00Z").value();

    World();
    // An EDI order of 500 NK-100 at 0.74 and 72 NK-210 at 1.15 for Thursday 5 March.
    void by_edi();
    void by_mail(); // the same in free text
    std::expected<Decision, CommandRefused> run(const Command& command) const {
        return decide(order, findings, terms, history, command, context, now);
    }
    std::expected<Decision, CommandRefused> release(std::string actor = "anna",
                                                    Role role = Role::clerk) const {
        return run({.kind = CommandKind::release, .role = role, .actor = std::move(actor)});
    }
    std::expected<Decision, CommandRefused> judge() const { return run({}); }
    Finding& add(Finding finding) { return findings.emplace_back(std::move(finding)); }
};

inline World::World() {
    terms.seller.gln = "9520000000011";
    terms.customer = Customer{.no = "C1001",
                              .name = "Bakkerij De Korenaar B.V.",
                              .language = "nl",
                              .country = "NL",
                              .order_mail = "inkoop@korenaar.example",
                              .edi_id = "9520000001018",
                              .edi_profile = "eancom97"};
    terms.hits = {{{"gln", "9520000001018"}, "C1001"}};
    terms.agreement = Agreement{.number = "A-C1001-2026",
                                .valid_from = make_date(2026, 1, 1),
                                .currency = "EUR",
                                .ack_policy = "receipt",
                                .lead_days = 2,
                                .delivery_terms = "DAP Zwolle",
                                .payment_terms = "30 days net",
                                .tax_percent = Decimal{21},
                                .small_order_fee = decimal("17.50"),
                                .rounding = Rounding::up,
                                .rounding_auto_percent = Decimal{10}};
    terms.ship_tos = {{.id = "ST-01",
                       .name = "DC Zwolle",
                       .gln = "9520000001025",
                       .street = "Havenweg",
                       .house_no = "1",
                       .postcode = "8011 AA",
                       .city = "Zwolle",
                       .country = "NL"}};
    terms.items["NK-100"] = {
        .sku = "NK-100",
        .names = {{"", "doos 300x200x150"}, {"en", "box 300x200x150"}},
        .stock_unit = "H87",
        .units = {{"H87", Decimal{1}, "9521000000018"}, {"XBE", Decimal{25}, "19521000000015"}}};
    terms.items["NK-210"] = {
        .sku = "NK-210",
        .names = {{"", "PP-tape transparant"}},
        .stock_unit = "XRO",
        .units = {{"XRO", Decimal{1}, "9521000000025"}, {"XCT", Decimal{36}, "19521000000022"}}};
    terms.items["NK-330"] = {.sku = "NK-330",
                             .names = {{"", "rekwikkelfolie"}},
                             .stock_unit = "XRO",
                             .units = {{"XRO", Decimal{1}, "9521000000032"}}};
    order = {.channel = "edifact",
             .customer_no = "C1001",
             .customer_name = "De Korenaar",
             .buyer_order_no = "4500017",
             .buyer_order_key = "4500017",
             .currency = "EUR",
             .ship_to_id = "ST-01",
             .language = "nl",
             .reply_to = "inkoop@korenaar.example",
             .content_key = "k1"};
    order.requested = Sourced<DateSpec>{.value = {.kind = DateKind::on, .start = "2026-03-05"}};
    const auto add_line = [&](std::string sku, std::string unit, int quantity, std::string price) {
        OrderLine line{.index = static_cast<std::uint32_t>(order.lines.size()),
                       .buyer_line = std::to_string(order.lines.size() + 1),
                       .sku = std::move(sku),
                       .match_step = "M2",
                       .unit = unit,
                       .stock_unit = unit};
        line.quantity = Sourced<Decimal>{.value = Decimal{quantity}};
        line.quantity_stock = Decimal{quantity};
        line.price = Sourced<Decimal>{.value = decimal(price)};
        line.price_stock = decimal(price);
        order.lines.push_back(line);
        LineDraft drafted;
        drafted.quantity = Field{.value = std::to_string(quantity)};
        drafted.unit_price = Field{.value = price};
        draft.lines.push_back(drafted);
    };
    add_line("NK-100", "H87", 500, "0.74");
    add_line("NK-210", "XRO", 72, "1.15");
    context = {.case_no = "IN-26-000123", .received_at = now};
    by_edi();
}

inline void World::by_edi() {
    order.channel = "edifact";
    order.free_text = false;
    context.case_mail_id.clear();
    context.envelope = {.standard = "edifact",
                        .sender = "9520000001018:14",
                        .receiver = "9520000000011:14",
                        .interchange_ref = "77",
                        .message_ref = "1",
                        .ack_requested = true};
}

inline void World::by_mail() {
    order.channel = "mail";
    order.free_text = true;
    context.envelope = {};
    context.case_mail_id = "abc@korenaar.example";
    context.subject = "bestelling 4500017";
}

inline Finding resolved(Finding finding, Resolution resolution, std::string actor = "anna") {
    finding.resolved = Resolved{.resolution = resolution, .actor = std::move(actor)};
    return finding;
}

inline Finding price_too_low() {
    return {.check = Check::price_below_agreed,
            .severity = FindingSeverity::warn,
            .line = 0,
            .ordered = "0.71 EUR",
            .agreed = "0.74 EUR",
            .difference = "-0.03 (-4.1 %)",
            .money = decimal("-15"),
            .clause = "A-C1001-2026, from 500",
            .reason = "R-PRICE",
            .suggested = Resolution::accept_agreed,
            .suggested_value = "0.74"};
}

inline Finding hundred_rolls() {
    return {.check = Check::not_a_multiple,
            .severity = FindingSeverity::warn,
            .line = 1,
            .ordered = "100 XRO",
            .agreed = "a multiple of 36 XRO",
            .clause = "A-C1001-2026",
            .reason = "R-PACK",
            .suggested = Resolution::accept_agreed,
            .suggested_value = "108"};
}

inline Finding short_of_film() {
    return {.check = Check::not_enough_stock,
            .severity = FindingSeverity::warn,
            .line = 1,
            .ordered = "48 XRO",
            .agreed = "30 XRO on 2026-03-05",
            .reason = "R-STOCK",
            .suggested = Resolution::split,
            .suggested_value = "30 2026-03-05; 18 2026-03-17"};
}

inline Finding over_credit() {
    return {.check = Check::credit_limit_exceeded,
            .severity = FindingSeverity::block,
            .ordered = "11983.00 EUR",
            .agreed = "10000 EUR",
            .reason = "R-CREDIT"};
}

inline std::string steps_of(const Decision& decision) {
    std::string numbers;
    for (const auto& step : decision.steps)
        numbers += (numbers.empty() ? "" : " ") + step.number;
    return numbers;
}

inline const Answer* answer_of(const Decision& decision, AnswerKind kind, AnswerChannel channel) {
    for (const auto& answer : decision.answers)
        if (answer.kind == kind && answer.channel == channel) return &answer;
    return nullptr;
}

} // namespace besteld::test
