// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tokens by which programs act for a person, and the answers of calls that may come twice.

#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct ApiToken {
    std::int64_t id = 0; // given by add
    std::string login;   // for whom it acts
    std::string scopes;  // names, parted by blanks
    std::string note;    // what it is for
    Instant created_at{};
    Instant expires_at{};
    std::optional<Instant> used_at; // to the minute
    std::optional<Instant> revoked_at;
};

// What a call with an Idempotency-Key was answered.
struct ApiAnswerKept {
    std::string request_hash;
    int status = 200;
    std::optional<std::int64_t> version;
    std::string body;
};

class ApiTokens {
public:
    explicit ApiTokens(Store& store);

    // Of the token itself only `token_hash` (SHA-256, hex) is kept. Its id.
    std::int64_t add(const ApiToken& token, const std::string& token_hash);
    // Neither expired nor revoked; notes that it was used.
    std::optional<ApiToken> find(const std::string& token_hash, Instant now);
    std::vector<ApiToken> all(); // by id
    bool revoke(std::int64_t id, Instant now);

    std::optional<ApiAnswerKept> answer(std::int64_t token_id, const std::string& key);
    // Inside the transaction of what was done.
    void keep_answer(std::int64_t token_id, const std::string& key, const ApiAnswerKept& kept,
                     Instant now);
    std::int64_t forget_answers(Instant older_than, int limit);

private:
    Session& session_;
};

} // namespace besteld
