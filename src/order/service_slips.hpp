// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the answers to status questions and complaints hold (domain.md 6, D8 and D9).

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct AnswerPart { // so many on a day; without a date: not known yet
    Decimal quantity{};
    std::optional<Date> date;
};

// How far an order is, as its customer may know it.
enum class StatusPhase {
    being_checked, // not accepted yet
    waits_for_you, // a question of ours is open, or a proposal wants consent
    confirmed,
    in_preparation, // with the warehouse
    part_delivered,
    delivered,
    rejected,
    cancelled
};

struct StatusLine {
    std::string buyer_line;
    std::string sku;
    std::string gtin;
    std::string buyer_item;
    std::string name;
    std::string unit; // Rec 20, of every quantity here
    Decimal ordered{};
    std::optional<Decimal> confirmed; // none: not decided yet
    std::optional<Decimal> delivered; // none: nothing was reported to us
    std::optional<Decimal> open;      // confirmed and not delivered; none while unknown
    std::vector<AnswerPart> expected; // what is promised of the open rest; empty: nothing is
};

struct Shipment {
    std::string delivery_note; // DN-26-000871
    std::optional<Date> day;
    std::string carrier;
    std::string track_no;
};

struct OrderStatus {
    std::string official_no; // empty before acceptance
    std::string buyer_order_no;
    std::optional<std::string> order_date; // ISO
    StatusPhase phase = StatusPhase::being_checked;
    std::vector<StatusLine> lines;
    std::vector<Shipment> shipments;
};

struct ComplaintItem {
    std::string sku;
    std::string name;
    Decimal quantity{}; // zero: not said
    std::string unit;
};

struct ComplaintSlip {
    std::string number; // KL-26-0042
    std::string official_no;
    std::string buyer_order_no;
    std::string handler;           // who deals with it; empty: our customer service
    std::optional<Date> due;       // until when
    std::vector<std::string> said; // the customer's own sentences
    std::vector<ComplaintItem> items;
    std::string cause; // name of a ComplaintCause; to colleagues only, a suggestion
};

} // namespace besteld
