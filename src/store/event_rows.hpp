// SPDX-License-Identifier: Apache-2.0
#pragma once

// Events whose words are erased: how what is left of them stays provable. For store/events.cpp and
// store/erase_case.cpp.

#include "store/session.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace besteld {

struct ErasedEvents {
    std::vector<std::int64_t> ids;
    std::string digest; // over what will be left of them
};
// The events of the case that have their words still, and of its message alone when one is given.
ErasedEvents events_to_erase(Session& session, std::int64_t case_id, std::int64_t message_id);

// Walks along with the chain: gathers what is left of erased events by the event that erased them,
// and holds it against that event's own words when it comes.
class ErasureProof {
public:
    // `columns`: the row's own up to its previous hash, in the order of the hash.
    void add(std::int64_t erased_by, const std::vector<Value>& columns);
    // Empty when the event's words hold the digest of what it erased.
    std::string check(std::int64_t event_id, const std::string& event, const std::string& reason);
    // Empty when no erased event refers to one that was not there.
    std::string rest() const;

private:
    std::map<std::int64_t, std::string> digests_;
};

// The columns before the hash, each with its length before it: no two different rows have the same
// text.
std::string canonical(const std::vector<Value>& columns);

} // namespace besteld
