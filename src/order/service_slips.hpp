// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the answers to status questions and complaints hold, and what is said when goods leave
// (domain.md 6, D5, D8 and D9).

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
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

// One batch of a line; a line without batches has one without a name.
struct DespatchBatch {
    std::string batch;
    Decimal quantity{};
};

struct DespatchLine {
    std::uint32_t index = 0; // of the order's line
    std::string buyer_line;
    std::string sku;
    std::string gtin;
    std::string buyer_item;
    std::string name;
    std::string unit;         // Rec 20, of `delivered`, `open` and the batches
    std::string unit_text;    // the order's own code of `ordered_unit`; may be empty
    std::string ordered_unit; // Rec 20, of `ordered`
    Decimal ordered{};
    Decimal delivered{}; // with this delivery
    Decimal open{};      // still to come after it
    std::vector<DespatchBatch> batches;
};

struct DespatchAddress {
    std::string id; // of our base data
    std::string gln;
    std::string name;
    std::string street; // with the house number
    std::string postcode;
    std::string city;
    std::string country; // ISO 3166-1 alpha-2
};

// One goods issue, as the customer is told of it (domain.md T29).
struct DespatchSlip {
    std::string number; // DN-26-000871
    std::string shipment;
    Instant posted_at{};
    Date day{}; // of posted_at, on our wall
    std::string carrier;
    std::string track_no;
    std::int64_t packages = 0; // 0: not told
    DespatchAddress ship_to;
    std::vector<DespatchLine> lines;
};

} // namespace besteld
