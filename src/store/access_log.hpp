// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who looked at what and when: for whoever must answer for customers' data. What people did stands
// in the event chain.

#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace besteld {

struct Visit {
    std::int64_t id = 0; // given by add
    Instant at{};
    std::string login;
    Role role = Role::clerk;
    std::string address; // of the other end
    std::string deed;    // "GET", "POST"
    std::string path;
    std::string query; // of the address; what a form said stands in the event chain
    int status = 200;
};

struct VisitFilter {
    std::string login;          // empty: everybody
    std::string path;           // empty: anything
    std::int64_t before_id = 0; // the last one seen; 0: from the newest
    int limit = 50;
};

class AccessLog {
public:
    explicit AccessLog(Store& store);

    void add(std::span<const Visit> visits);            // one commit
    std::vector<Visit> find(const VisitFilter& filter); // newest first
    // At most `limit` of what is older; how many went.
    std::int64_t forget(Instant older_than, int limit);

private:
    Session& session_;
};

} // namespace besteld
