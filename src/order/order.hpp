// SPDX-License-Identifier: Apache-2.0
#pragma once

// An identified order: typed values, our customer, our articles. Made by check/identify from a
// draft, the terms and a clerk's corrections; never edited in place. What could not be identified
// is empty, and a finding says why.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "order/draft.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

// A value that a clerk put in the place of what was read: the fields are listed in
// check/identify.hpp.
struct Correction {
    std::string field; // "customer", "ship_to", "requested", "order_number", "currency",
                       // "line.sku", "line.quantity", "line.unit", "line.price"
    std::optional<std::uint32_t> line; // index into the lines
    std::string value;                 // canonical text: decimal with a point, ISO date, code
    std::string actor;                 // login of who typed it
    std::string reason;
    friend bool operator==(const Correction&, const Correction&) = default;
};

struct OrderLine {
    std::uint32_t index = 0; // position in the draft
    std::string buyer_line;  // L01; the position when the buyer gave none
    std::string sku;         // ours; empty when not identified
    std::string item_name;   // ours, else the buyer's words
    std::string buyer_item;
    std::string seller_item; // as the buyer wrote it
    std::string gtin;
    std::string match_step; // "M1" … "M8" (domain.md 5.3), "typed" after a correction
    int match_score = 0;    // percent
    Place item_place;
    std::string item_text; // what the buyer wrote, for quoting

    std::optional<Sourced<Decimal>> quantity; // in `unit`; the new total
    std::string unit;                         // Rec 20 code; empty when unknown
    Origin unit_origin = Origin::read;
    std::string unit_text; // as written
    Place unit_place;
    std::optional<Decimal>
        quantity_stock; // converted by the item's factors; absent when inconvertible
    std::string stock_unit;

    std::optional<Sourced<Decimal>> price; // as ordered, per price_base × price_unit
    Decimal price_base{1};
    std::string price_unit;                      // empty: the ordered unit
    std::optional<Decimal> price_stock;          // the same per one stock unit
    std::optional<Sourced<Decimal>> line_amount; // as stated
    std::string tax_category;

    std::optional<Sourced<DateSpec>> requested; // the line's own, else the order's
    std::string promotion;                      // code claimed
    std::string condition;                      // "if possible …": no automatic value
    int score = 100; // the least of item, quantity and unit (domain.md 7.2 step 12)
};

struct Order {
    std::string channel;     // "mail", "edifact", "ubl", "csv", "typed" …: how it came
    std::string customer_no; // empty when not resolved
    std::string customer_name;
    std::string identified_by;   // "GLN 9520000001018 (NAD+BY)", for the clerk
    int identity_score = 0;      // percent
    std::string buyer_order_no;  // as written; empty when none
    std::string buyer_order_key; // normalised for comparison (O03)
    Place buyer_order_place;
    OrderKind kind = OrderKind::standard;
    MessageFunction function = MessageFunction::original;
    std::string buyer_version;
    std::optional<std::string> order_date; // ISO
    std::string currency;
    Origin currency_origin = Origin::read;
    std::string ship_to_id; // empty when not permitted or not resolved
    Origin ship_to_origin = Origin::read;
    std::string ship_to_text; // as ordered, or the chosen address
    Place ship_to_place;
    std::optional<Sourced<DateSpec>> requested;
    std::vector<std::string> promotions; // codes claimed on the header
    std::optional<Sourced<Decimal>> stated_total;
    std::string cost_reference;
    std::string framework;
    AckRequested ack_requested = AckRequested::per_agreement;
    std::string language;   // of the answer
    std::string reply_to;   // address on file that gets the answer, never the From of a stranger
    std::string sender;     // who sent it: mail address or interchange sender
    bool free_text = false; // read from what a person wrote: four eyes by default (domain.md 3.3)
    bool test = false;
    std::vector<std::string> defaulted; // names of commercially relevant fields that were filled in
    std::vector<OrderLine> lines;
    std::string content_key; // SHA-256 of the canonical content: customer, ship-to, sorted lines
};

// Upper case without blanks and dashes, leading zeros kept apart: the comparison key of O03.
std::string order_number_key(std::string_view number);

} // namespace besteld
