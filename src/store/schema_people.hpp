// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What somebody logs in with besides the password, and who looked at what.
inline constexpr std::string_view people_schema = R"sql(
CREATE TABLE second_factor (
    login {text} PRIMARY KEY REFERENCES app_user (login),
    secret {text} NOT NULL, last_step BIGINT NOT NULL, since BIGINT NOT NULL) {without rowid};
CREATE TABLE recovery_code (
    code_hash {text} PRIMARY KEY, login {text} NOT NULL REFERENCES app_user (login)) {without rowid};
CREATE INDEX recovery_code_login ON recovery_code (login);
CREATE TABLE access_log (
    id {id}, at BIGINT NOT NULL, login {text} NOT NULL, role {text} NOT NULL,
    address {text} NOT NULL, deed {text} NOT NULL, path {text} NOT NULL, query {text} NOT NULL,
    status BIGINT NOT NULL);
CREATE INDEX access_log_login ON access_log (login, id);
CREATE INDEX access_log_path ON access_log (path, id);
CREATE INDEX access_log_at ON access_log (at);
)sql";

} // namespace besteld
