// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <string>

namespace besteld {

// Counts failed log-ins of the last quarter of an hour, per account and per address. In memory: a
// restart forgets them, which costs a guesser more than it gives him. One thread.
class LoginGuard {
public:
    static constexpr auto window = std::chrono::minutes{15};
    static constexpr std::size_t per_account = 5;
    static constexpr std::size_t per_address = 30;

    bool may_try(const std::string& account, const std::string& address, Instant now);
    void failed(const std::string& account, const std::string& address, Instant now);
    void succeeded(const std::string& account);

private:
    using Failures = std::map<std::string, std::deque<Instant>>;
    static std::size_t recent(Failures& failures, const std::string& key, Instant now);
    static void note(Failures& failures, const std::string& key, Instant now);

    Failures accounts_;
    Failures addresses_;
};

} // namespace besteld
