// SPDX-License-Identifier: Apache-2.0
#pragma once

// What other systems of the house are told of an accepted order, as data (docs/hand-off.md): the
// ERP system gets every revision, warehouse and production get notices that they answer. Written in
// the commit that decides, turned into JSON, CSV or an IDoc just before it leaves.

#include "order/decision.hpp"
#include "order/fulfilment.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class HandOffTarget { erp, warehouse, production };
enum class HandOffWay { folder, webhook };
enum class HandOffKind {
    order_new,
    order_changed,   // another revision: it takes the place of every earlier one
    order_confirmed, // the customer consented to what was proposed
    order_cancelled,
    release,         // to the warehouse: pick and ship (T27)
    production_need, // to production: needed by then
    question         // a yes or no from those who have the goods in hand
};

struct HandOffLine {
    std::uint32_t number = 0; // counted from 1; feedback names it
    std::string buyer_line;
    std::string sku;
    std::string gtin;
    std::string buyer_item;
    std::string name;
    Decimal quantity{}; // confirmed, a backorder's rest included; 0: declined
    std::string unit;
    std::optional<Decimal> price; // notices have none
    std::optional<Decimal> price_base;
    std::string price_unit; // empty: `unit`
    std::optional<Decimal> amount;
    std::vector<AnswerPart> parts; // when what comes; a part without a date is a backorder
};

struct HandOff {
    std::string key; // the same key is the same thing, whenever and however often it comes
    HandOffKind kind = HandOffKind::order_new;
    int revision = 1;
    std::string order;   // SO-26-000412
    std::string case_no; // IN-26-000123
    std::string status;  // confirmed, proposed, cancelled …
    Instant at{};        // when it was decided
    std::string customer_no;
    std::string customer_name;
    std::string buyer_order_no;
    std::optional<std::string> buyer_order_date;
    std::string ship_to_id;
    std::string ship_to;
    std::string currency;
    std::string delivery_terms;
    std::string payment_terms;
    std::string cost_reference;
    std::vector<HandOffLine> lines;
    std::vector<AnswerCharge> charges;
    std::optional<Decimal> net; // of the whole order
    std::optional<Decimal> tax;
    std::optional<Decimal> gross;
    std::optional<Date> needed_by; // of notices: the first promised day
    std::string question;
    std::optional<Instant> answer_by; // of notices and questions
};

// What the configuration says of it.
struct HandOffRules {
    std::vector<HandOffWay> erp; // none: nothing is handed off
    bool warehouse = false;      // somebody takes notices there
    bool production = false;
    std::chrono::milliseconds receipt_within{3'600'000};
    std::chrono::milliseconds answer_within{1'800'000};
    // Feedback that comes before its turn waits so long for what it speaks of.
    std::chrono::milliseconds patience{86'400'000};
    InvoiceRule invoice_rule = InvoiceRule::after_proof;
};

// "SO-26-000412/2/changed": order, revision, what.
std::string hand_off_key(const std::string& order, int revision, HandOffKind kind);

// What the ERP system must hear of a decision; nothing when it changes nothing for it.
std::optional<HandOffKind> kind_of_hand_off(const Decision& decision, int revision);

// `confirmed` may be that of an earlier decision: a cancellation repeats what is cancelled.
struct HandOffSource {
    std::string case_no;
    std::string order;
    int revision = 1;
    OrderState state = OrderState::accepted;
    const Order& ordered;
    const Answer& confirmed;
};
HandOff hand_off_of(const HandOffSource& source, HandOffKind kind, Instant now);

std::string_view name_of(HandOffTarget target);
std::string_view name_of(HandOffWay way);
std::string_view name_of(HandOffKind kind);
std::optional<HandOffTarget> hand_off_target_by_name(std::string_view name);
std::optional<HandOffWay> hand_off_way_by_name(std::string_view name);
std::optional<HandOffKind> hand_off_kind_by_name(std::string_view name);

std::string to_json_text(const HandOff& hand_off);
HandOff hand_off_from_json(std::string_view text); // throws JsonFault

} // namespace besteld
