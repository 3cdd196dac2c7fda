// SPDX-License-Identifier: Apache-2.0
#include "store/api_tokens.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

namespace besteld {

namespace {

constexpr std::chrono::minutes noted_at_most_each{1};
constexpr std::string_view token_columns =
    "id, login, scopes, note, created_at, expires_at, used_at, revoked_at";

ApiToken token_of(const Row& row) {
    return {.id = row.integer(0),
            .login = row.text(1),
            .scopes = row.text(2),
            .note = row.text(3),
            .created_at = row.instant(4),
            .expires_at = row.instant(5),
            .used_at = row.maybe_instant(6),
            .revoked_at = row.maybe_instant(7)};
}

} // namespace

ApiTokens::ApiTokens(Store& store) : session_(session_of(store)) {}

std::int64_t ApiTokens::add(const ApiToken& token, const std::string& token_hash) {
    const auto added = session_.execute(
        "INSERT INTO api_token (token_hash, login, scopes, note, created_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        {value(token_hash), value(token.login), value(token.scopes), value(token.note),
         value(token.created_at), value(token.expires_at)});
    return added.rows.at(0).integer(0);
}

std::optional<ApiToken> ApiTokens::find(const std::string& token_hash, Instant now) {
    const auto found = session_.execute(
        cat("SELECT ", token_columns,
            " FROM api_token WHERE token_hash = $1 AND expires_at > $2 AND revoked_at IS NULL"),
        {value(token_hash), value(now)});
    if (found.rows.empty()) return std::nullopt;
    auto token = token_of(found.rows.front());
    if (!token.used_at || now - *token.used_at >= noted_at_most_each)
        session_.execute("UPDATE api_token SET used_at = $2 WHERE id = $1", {token.id, value(now)});
    return token;
}

std::vector<ApiToken> ApiTokens::all() {
    std::vector<ApiToken> tokens;
    for (const auto& row :
         session_.execute(cat("SELECT ", token_columns, " FROM api_token ORDER BY id")).rows)
        tokens.push_back(token_of(row));
    return tokens;
}

bool ApiTokens::revoke(std::int64_t id, Instant now) {
    return session_
               .execute("UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
                        {id, value(now)})
               .changed > 0;
}

std::optional<ApiAnswerKept> ApiTokens::answer(std::int64_t token_id, const std::string& key) {
    const auto found =
        session_.execute("SELECT request_hash, status, version, body FROM api_answer "
                         "WHERE token_id = $1 AND key = $2",
                         {token_id, value(key)});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    ApiAnswerKept kept{.request_hash = row.text(0),
                       .status = static_cast<int>(row.integer(1)),
                       .version = {},
                       .body = row.text(3)};
    if (const auto* version = std::get_if<std::int64_t>(&row.cell(2))) kept.version = *version;
    return kept;
}

void ApiTokens::keep_answer(std::int64_t token_id, const std::string& key,
                            const ApiAnswerKept& kept, Instant now) {
    session_.execute("INSERT INTO api_answer (token_id, key, request_hash, at, status, version, "
                     "body) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                     {token_id, value(key), value(kept.request_hash), value(now),
                      std::int64_t{kept.status}, value(kept.version), value(kept.body)});
}

std::int64_t ApiTokens::forget_answers(Instant older_than, int limit) {
    return session_
        .execute("DELETE FROM api_answer WHERE at < $1 AND key IN "
                 "(SELECT key FROM api_answer WHERE at < $1 ORDER BY at LIMIT $2)",
                 {value(older_than), std::int64_t{limit}})
        .changed;
}

} // namespace besteld
