// SPDX-License-Identifier: Apache-2.0
#include "order/draft.hpp"

namespace besteld {

const PartyDraft* find_party(const OrderDraft& draft, PartyRole role) {
    for (const auto& party : draft.parties)
        if (party.role == role) return &party;
    return nullptr;
}

} // namespace besteld
