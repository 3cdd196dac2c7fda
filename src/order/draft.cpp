// SPDX-License-Identifier: Apache-2.0
#include "order/draft.hpp"

#include <algorithm>

namespace besteld {

bool is_same_interchange(const Envelope& a, const Envelope& b) {
    return a.standard == b.standard && a.sender == b.sender && a.receiver == b.receiver &&
           a.interchange_ref == b.interchange_ref;
}

bool has_error(const std::vector<Problem>& problems) {
    return std::ranges::any_of(problems,
                               [](const Problem& p) { return p.severity == Severity::error; });
}

const PartyDraft* find_party(const OrderDraft& draft, PartyRole role) {
    for (const auto& party : draft.parties)
        if (party.role == role) return &party;
    return nullptr;
}

} // namespace besteld
