// SPDX-License-Identifier: Apache-2.0
#include "web/login_guard.hpp"

namespace besteld {

namespace {
// Names that are tried come from strangers: beyond this many the stale ones are swept.
constexpr std::size_t most_keys = 10'000;
} // namespace

std::size_t LoginGuard::recent(Failures& failures, const std::string& key, Instant now) {
    const auto found = failures.find(key);
    if (found == failures.end()) return 0;
    auto& times = found->second;
    while (!times.empty() && times.front() + window <= now)
        times.pop_front();
    if (times.empty()) {
        failures.erase(found);
        return 0;
    }
    return times.size();
}

void LoginGuard::note(Failures& failures, const std::string& key, Instant now) {
    if (failures.size() >= most_keys)
        std::erase_if(failures, [&](const auto& one) { return one.second.back() + window <= now; });
    // Still full: somebody tries very many names. What is known stays; the new name's failure
    // counts for its address, which is known.
    if (failures.size() >= most_keys && !failures.contains(key)) return;
    auto& times = failures[key];
    times.push_back(now);
    if (times.size() > per_address) times.pop_front();
}

bool LoginGuard::may_try(const std::string& account, const std::string& address, Instant now) {
    return recent(accounts_, account, now) < per_account &&
           recent(addresses_, address, now) < per_address;
}

void LoginGuard::failed(const std::string& account, const std::string& address, Instant now) {
    note(accounts_, account, now);
    note(addresses_, address, now);
}

void LoginGuard::succeeded(const std::string& account) {
    accounts_.erase(account);
}

} // namespace besteld
