// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Numbers of partners' interchanges: where each series stands, and which numbers have not come.
inline constexpr std::string_view interchanges_schema = R"sql(
CREATE TABLE interchange_series (
    series {text} PRIMARY KEY,
    highest BIGINT NOT NULL, run BIGINT NOT NULL, round BIGINT NOT NULL, day {text} NOT NULL,
    low BIGINT NOT NULL, low_run BIGINT NOT NULL) {without rowid};
-- A stretch of numbers, both ends missing. due_at: when a person is told; NULL: he was, by case_id.
CREATE TABLE interchange_gap (
    id {id},
    series {text} NOT NULL, round BIGINT NOT NULL, day {text} NOT NULL,
    first_number BIGINT NOT NULL, last_number BIGINT NOT NULL,
    message_id BIGINT NOT NULL REFERENCES message (id), -- that jumped over it
    noticed_at BIGINT NOT NULL, due_at BIGINT, case_id BIGINT REFERENCES order_case (id),
    CHECK (first_number <= last_number));
CREATE INDEX interchange_gap_of ON interchange_gap (series, round, day, first_number);
CREATE INDEX interchange_gap_due ON interchange_gap (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX interchange_gap_case ON interchange_gap (case_id) WHERE case_id IS NOT NULL;
)sql";

} // namespace besteld
