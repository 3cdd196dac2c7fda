// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What became of confirmed orders. The rules that money hangs on stand here, whatever the program
// does: nobody delivers more than was confirmed unless it is marked, a shipment counts once, an
// invoice is asked for once, and after the proof only where there is one.
inline constexpr std::string_view deliveries_schema = R"sql(
-- due_on: the first day promised; NULL when nothing is left to release.
CREATE TABLE fulfilment (
    case_id BIGINT PRIMARY KEY REFERENCES order_case (id), revision BIGINT NOT NULL,
    due_on {text}, picked_at BIGINT, rest_closed_at BIGINT);
CREATE INDEX fulfilment_due ON fulfilment (due_on, case_id) WHERE due_on IS NOT NULL;
CREATE TABLE fulfilment_line (
    case_id BIGINT NOT NULL REFERENCES fulfilment (case_id), line BIGINT NOT NULL,
    buyer_line {text} NOT NULL, sku {text} NOT NULL, name {text} NOT NULL, unit {text} NOT NULL,
    confirmed BIGINT NOT NULL CHECK (confirmed >= 0),
    delivered BIGINT NOT NULL DEFAULT 0 CHECK (delivered >= 0),
    over_delivered BIGINT NOT NULL DEFAULT 0 CHECK (over_delivered IN (0, 1)),
    parts {text} NOT NULL,
    PRIMARY KEY (case_id, line),
    CHECK (delivered <= confirmed OR over_delivered = 1)) {without rowid};

CREATE TABLE delivery (
    id {id},
    delivery_no {text} NOT NULL UNIQUE,
    case_id BIGINT NOT NULL REFERENCES fulfilment (case_id), shipment {text} NOT NULL,
    posted_at BIGINT NOT NULL, arrived_at BIGINT,
    carrier {text} NOT NULL, track_no {text} NOT NULL, packages BIGINT NOT NULL,
    UNIQUE (case_id, shipment), UNIQUE (id, case_id));
CREATE TABLE delivery_line (
    delivery_id BIGINT NOT NULL, case_id BIGINT NOT NULL, position BIGINT NOT NULL,
    line BIGINT NOT NULL, quantity BIGINT NOT NULL CHECK (quantity > 0), batch {text} NOT NULL,
    PRIMARY KEY (delivery_id, position),
    FOREIGN KEY (delivery_id, case_id) REFERENCES delivery (id, case_id),
    FOREIGN KEY (case_id, line) REFERENCES fulfilment_line (case_id, line)) {without rowid};
CREATE TABLE proof_of_delivery (
    delivery_id BIGINT PRIMARY KEY REFERENCES delivery (id), filed_at BIGINT NOT NULL,
    signed_by {text} NOT NULL, differences {text} NOT NULL, document {text} NOT NULL);

CREATE TABLE invoice_request (
    id {id},
    request_no {text} NOT NULL UNIQUE,
    case_id BIGINT NOT NULL REFERENCES fulfilment (case_id),
    delivery_id BIGINT UNIQUE, proof_id BIGINT REFERENCES proof_of_delivery (delivery_id),
    rule {text} NOT NULL CHECK (rule IN ('per_delivery','per_order','after_proof')),
    requested_at BIGINT NOT NULL, invoice_no {text}, invoiced_at BIGINT,
    FOREIGN KEY (delivery_id, case_id) REFERENCES delivery (id, case_id),
    CHECK ((rule = 'per_order') = (delivery_id IS NULL)),
    CHECK (rule <> 'after_proof' OR (proof_id IS NOT NULL AND proof_id = delivery_id)));
CREATE UNIQUE INDEX invoice_request_order ON invoice_request (case_id) WHERE delivery_id IS NULL;
CREATE INDEX invoice_request_case ON invoice_request (case_id);
)sql";

} // namespace besteld
