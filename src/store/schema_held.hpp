// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What people have decided and may still take back: one for a case.
inline constexpr std::string_view held_schema = R"sql(
CREATE TABLE held_decision (
    case_id BIGINT PRIMARY KEY REFERENCES order_case (id), case_version BIGINT NOT NULL,
    login {text} NOT NULL REFERENCES app_user (login), command {text} NOT NULL,
    decided_at BIGINT NOT NULL, leaves_at BIGINT NOT NULL);
CREATE INDEX held_decision_due ON held_decision (leaves_at, case_id);
CREATE INDEX held_decision_of ON held_decision (login, decided_at);
)sql";

} // namespace besteld
