// SPDX-License-Identifier: Apache-2.0
#pragma once

// What became of a confirmed order: what is to go out, what went, whose signature came back and
// which invoices were asked for (domain.md 3.2, T27 to T32). Quantities are in the line's confirmed
// unit.

#include "order/answer.hpp"
#include "order/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct FulfilmentLine {
    std::uint32_t line = 0; // index into the order's lines
    std::string buyer_line;
    std::string sku;
    std::string name;
    std::string unit;              // Rec 20, of all quantities here
    Decimal confirmed{};           // with a backorder's rest; 0: the line was declined
    Decimal delivered{};           // goods issued
    bool over_delivered = false;   // somebody said that more than confirmed may go
    std::vector<AnswerPart> parts; // what was promised for when; one part as a rule

    Decimal open() const; // still to come; never negative
    // The day promised for the first piece that has not gone; none when nothing is open, or its day
    // is not known (a backorder).
    std::optional<Date> next_date() const;
};

struct DeliveryLine {
    std::uint32_t line = 0;
    Decimal quantity{};
    std::string batch; // may be empty
};

// The signed delivery note (签收单).
struct ProofOfDelivery {
    std::int64_t delivery_id = 0;
    Instant filed_at{};
    std::string signed_by;
    std::string differences; // as the receiver noted them; empty: none
    std::string document;    // name or number under which the paper is kept
};

struct Delivery {
    std::int64_t id = 0;
    std::string delivery_no; // DN-26-000871
    std::int64_t case_id = 0;
    std::string shipment; // the warehouse's own name for it, unique within the order
    Instant posted_at{};  // goods issue
    std::string carrier;
    std::string track_no;
    std::int64_t packages = 0; // 0: not told
    std::optional<Instant> arrived_at;
    std::vector<DeliveryLine> lines;
    std::optional<ProofOfDelivery> proof;
    std::string slip_no; // XSCK20260302-0001; empty: none was made
};

// When finance is asked for an invoice (domain.md T31).
enum class InvoiceRule { per_delivery, per_order, after_proof };

struct InvoiceRequest {
    std::int64_t id = 0;
    std::string request_no; // IR-26-000655
    std::int64_t case_id = 0;
    std::int64_t delivery_id = 0; // 0: for the whole order
    InvoiceRule rule = InvoiceRule::after_proof;
    Instant requested_at{};
    std::string invoice_no; // empty until finance has told it
    std::optional<Instant> invoiced_at;
};

struct Fulfilment {
    std::int64_t case_id = 0;
    int revision = 0; // of the confirmation that the lines stand in
    std::optional<Instant> picked_at;
    std::optional<Instant> rest_closed_at; // nothing more will come
    std::vector<FulfilmentLine> lines;     // by index
    std::vector<Delivery> deliveries;      // in the order in which they went
    std::vector<InvoiceRequest> requests;
};

// What an acceptance or a later consent confirmed, as it is to be delivered.
std::vector<FulfilmentLine> lines_to_deliver(const Answer& confirmed);
// The earliest day promised for what is still to come.
std::optional<Date> first_promised(const std::vector<FulfilmentLine>& lines);
// Every line has gone, or the rest will not come.
bool is_complete(const Fulfilment& fulfilment);
const Delivery* find_delivery(const Fulfilment& fulfilment, std::int64_t id);

std::string_view name_of(InvoiceRule rule); // "per_delivery"
std::optional<InvoiceRule> invoice_rule_by_name(std::string_view name);

} // namespace besteld
