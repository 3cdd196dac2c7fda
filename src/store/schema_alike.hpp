// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Open findings of orders in review, by what they have in common with those of other orders.
inline constexpr std::string_view alike_schema = R"sql(
CREATE TABLE alike_finding (
    alike_key {text} NOT NULL, case_id BIGINT NOT NULL REFERENCES order_case (id),
    PRIMARY KEY (alike_key, case_id)) {without rowid};
CREATE INDEX alike_finding_case ON alike_finding (case_id);
)sql";

} // namespace besteld
