// SPDX-License-Identifier: Apache-2.0
#pragma once

// The door of the API: who asks, what for, how often, and whether he asked before. All of it runs
// on the store's thread: a request in, an answer out.

#include "store/access_log.hpp"
#include "store/api_tokens.hpp"
#include "web/api/calls.hpp"

#include <map>
#include <optional>
#include <string>

namespace besteld::api {

struct Settings {
    SecondPerson base_data_by = SecondPerson::needed;
    int calls_per_minute = 600; // of one token
};

struct Answered {
    HttpResponse response;
    bool committed = false;                   // a decision was written: answers may wait
    std::optional<std::int64_t> version = {}; // as the response's ETag says
    std::optional<Visit> visit = {};          // of a token that is known
    struct Follow {
        std::int64_t after = 0;
        bool of_the_house = false;
        std::string token_hash; // still_good() is asked of it
    };
    std::optional<Follow> follow = {}; // instead of the body: a stream of events
};

class Api {
public:
    // `words` in English.
    Api(Store& store, const FlowSettings& flow, const Strings& words, const Zone& zone,
        const Settings& settings);

    static bool has(const std::string& path);
    Answered serve(const HttpRequest& request, Instant now);
    // A token that was good when a stream began.
    bool still_good(const std::string& token_hash, Instant now);
    const Table& table() const { return table_; }

private:
    struct Found {
        const Route* route = nullptr;
        std::vector<std::string> path;
        std::string allowed; // methods of this address, when the method is another
    };
    struct Known {
        ApiToken token;
        User user;
        std::string hash; // of the token
    };
    Found find(const HttpRequest& request) const;
    std::optional<Known> who(const std::string& token_hash, Instant now);
    std::optional<HttpResponse> too_often(std::int64_t token, Instant now);
    Answered answer(const HttpRequest& request, const Known& known, Instant now);
    Answered call(const Route& route, const Call& call, const Known& known);
    Answered once(const Route& route, const Call& call, const Known& known, const std::string& key);
    HttpResponse refusal(const Call& call, const DeskRefused& why);

    Store& store_;
    ApiTokens tokens_;
    Desk desk_;
    House house_;
    Table table_;
    std::string description_;
    const Strings& words_;
    const Zone& zone_;
    int calls_per_minute_;
    struct Minute {
        std::int64_t minute = 0;
        int calls = 0;
    };
    std::map<std::int64_t, Minute> minutes_; // by token
};

// The bearer token as it is shown once, and as it is kept.
std::string new_token();
std::string token_hash(std::string_view token);

} // namespace besteld::api
