// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What people look at again and again; and the way to what a person has claimed.
inline constexpr std::string_view filters_schema = R"sql(
CREATE TABLE saved_filter (
    login {text} NOT NULL REFERENCES app_user (login), name {text} NOT NULL,
    query {text} NOT NULL, shared BIGINT NOT NULL,
    PRIMARY KEY (login, name));
CREATE INDEX case_claimed ON order_case (claimed_by, stake_rank, due_rank, id)
    WHERE waiting = 1 AND claimed_by <> '';
CREATE INDEX case_customer_state ON order_case (customer_no, state, stake_rank, due_rank, id);
)sql";

} // namespace besteld
