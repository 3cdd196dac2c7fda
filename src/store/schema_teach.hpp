// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What people taught of customers' tables. A heading counts for one customer and means one field.
inline constexpr std::string_view teach_schema = R"sql(
CREATE TABLE taught_heading (
    id {id}, customer_no {text} NOT NULL, heading {text} NOT NULL, heading_key {text} NOT NULL,
    field {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('trying','tried','used','ended')),
    case_id BIGINT REFERENCES order_case (id),
    made_at BIGINT NOT NULL, made_by {text} NOT NULL, trial {text} NOT NULL,
    used_at BIGINT, used_by {text} NOT NULL DEFAULT '',
    ended_at BIGINT, ended_by {text} NOT NULL DEFAULT '');
CREATE UNIQUE INDEX taught_heading_used ON taught_heading (customer_no, heading_key)
    WHERE state = 'used';
CREATE INDEX taught_heading_customer ON taught_heading (customer_no, id);
CREATE INDEX taught_heading_trying ON taught_heading (id) WHERE state = 'trying';
)sql";

} // namespace besteld
