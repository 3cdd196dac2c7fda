// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Changes and cancellations are cases of their own; this ties them to their orders.
inline constexpr std::string_view changes_schema = R"sql(
-- kind: what the document is. Only an order is an earlier order, and only an order is accepted.
ALTER TABLE order_case ADD COLUMN kind {text} NOT NULL DEFAULT 'order';
-- What one case has to do with another: kind 'changes'. revision: the other's when they were tied.
CREATE TABLE case_link (
    case_id BIGINT NOT NULL REFERENCES order_case (id), kind {text} NOT NULL,
    other_id BIGINT NOT NULL REFERENCES order_case (id), revision BIGINT NOT NULL,
    PRIMARY KEY (case_id, kind, other_id), CHECK (case_id <> other_id)) {without rowid};
CREATE INDEX case_link_other ON case_link (other_id, kind, case_id);
-- The order as it was before a change took its place.
CREATE TABLE order_version (
    case_id BIGINT NOT NULL REFERENCES order_case (id), revision BIGINT NOT NULL,
    replaced_at BIGINT NOT NULL, replaced_by BIGINT NOT NULL REFERENCES order_case (id),
    order_body {text} NOT NULL, draft {text} NOT NULL,
    PRIMARY KEY (case_id, replaced_by));
-- A change or a cancellation of an order that has its number is two persons' work. 'withdrawal': the
-- customer takes back what was not confirmed.
ALTER TABLE case_release ADD COLUMN because {text} NOT NULL DEFAULT 'acceptance'
    CHECK (because IN ('acceptance','withdrawal','promise')
           OR (because IN ('change','cancellation') AND second_by IS NOT NULL));
)sql";

} // namespace besteld
