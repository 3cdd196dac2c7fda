// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people have decided and may still take back. Nothing of it has happened yet: no number was
// given, no stock reserved, nothing told. The case stands in no queue meanwhile. Every call runs in
// the store's open transaction, or is one of its own.

#include "order/command_json.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct HeldDecision {
    std::int64_t case_id = 0;
    std::string case_no;      // as the case has it; not written
    std::int64_t version = 0; // of the case; when it has another, somebody was quicker
    std::string login;        // whose it is
    Command command;
    Instant decided_at{};
    Instant leaves_at{};
};

class HeldDecisions {
public:
    explicit HeldDecisions(Store& store);

    // Raises the version of the case, and of `decision`. False when it was changed meanwhile:
    // nothing was written then.
    bool hold(HeldDecision& decision);
    std::optional<HeldDecision> of_case(std::int64_t case_id);
    std::optional<HeldDecision> last_of(const std::string& login); // that he decided last
    std::vector<HeldDecision> due(Instant now, int limit);         // first to leave first
    // False: it was taken back or carried out meanwhile. The case comes back to the queue when it
    // is saved.
    bool remove(const HeldDecision& decision);

private:
    Session& session_;
};

} // namespace besteld
