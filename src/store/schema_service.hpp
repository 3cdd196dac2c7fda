// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Complaints, and what finds a customer's own orders.
inline constexpr std::string_view service_schema = R"sql(
-- One per case; closed only by somebody and with an outcome. body: the rest of it as JSON.
CREATE TABLE complaint (
    id {id}, number {text} NOT NULL UNIQUE, version BIGINT NOT NULL,
    case_id BIGINT NOT NULL UNIQUE REFERENCES order_case (id),
    order_id BIGINT REFERENCES order_case (id),
    customer_no {text} NOT NULL CHECK (customer_no <> ''), customer_name {text} NOT NULL,
    cause {text} NOT NULL
        CHECK (cause IN ('unknown','transport','quality','quantity','price','order_entry','late')),
    cause_by {text} NOT NULL,
    owner {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('registered','passed_on','closed')),
    due {text} NOT NULL,
    registered_at BIGINT NOT NULL, passed_on_at BIGINT, reminded_at BIGINT,
    closed_at BIGINT, closed_by {text} NOT NULL, outcome {text} NOT NULL,
    body {text} NOT NULL,
    CHECK (state <> 'passed_on' OR (owner <> '' AND passed_on_at IS NOT NULL)),
    CHECK (state <> 'closed' OR (closed_by <> '' AND outcome <> '' AND closed_at IS NOT NULL)));
CREATE INDEX complaint_state ON complaint (state, due, id);
CREATE INDEX complaint_customer ON complaint (customer_no, id);
CREATE INDEX complaint_order ON complaint (order_id, id);
-- The order's lines that it is about; quantity 0: not said.
CREATE TABLE complaint_line (
    complaint_id BIGINT NOT NULL REFERENCES complaint (id), line BIGINT NOT NULL,
    sku {text} NOT NULL, quantity BIGINT NOT NULL, unit {text} NOT NULL,
    PRIMARY KEY (complaint_id, line)) {without rowid};
CREATE INDEX case_of_customer ON order_case (customer_no, id);
)sql";

} // namespace besteld
