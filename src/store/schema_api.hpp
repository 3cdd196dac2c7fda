// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Programs that act for a person, and what they were answered when they said what a repeat is.
inline constexpr std::string_view api_schema = R"sql(
CREATE TABLE api_token (
    id {id}, token_hash {text} NOT NULL UNIQUE,
    login {text} NOT NULL REFERENCES app_user (login),
    scopes {text} NOT NULL, note {text} NOT NULL,
    created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT, revoked_at BIGINT);
CREATE TABLE api_answer (
    token_id BIGINT NOT NULL REFERENCES api_token (id), key {text} NOT NULL,
    request_hash {text} NOT NULL, at BIGINT NOT NULL,
    status BIGINT NOT NULL, version BIGINT, body {text} NOT NULL,
    PRIMARY KEY (token_id, key));
CREATE INDEX api_answer_at ON api_answer (at);
)sql";

} // namespace besteld
