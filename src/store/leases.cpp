// SPDX-License-Identifier: Apache-2.0

// What a daemon that died, or that its database left in the lurch, had in hand.
#include "store/hand_offs.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

void Store::release_message_leases(const std::string& daemon) {
    Transaction transaction(*session_);
    session_->execute("UPDATE message SET ready_at = 0, lease_owner = NULL WHERE lease_owner = $1 "
                      "AND ready_at IS NOT NULL",
                      {value(daemon)});
    transaction.commit();
}

void Store::release_outbox_leases(const std::string& daemon) {
    Transaction transaction(*session_);
    // A row found talking may have arrived: it keeps that state, so that whoever takes it knows.
    session_->execute(
        "UPDATE outbox SET ready_at = 0, lease_owner = NULL WHERE lease_owner = $1 AND "
        "ready_at IS NOT NULL",
        {value(daemon)});
    transaction.commit();
}

void Store::release_leases(const std::string& daemon) {
    in_transaction([&] {
        release_message_leases(daemon);
        release_outbox_leases(daemon);
        HandOffs(*this).release_leases(daemon);
    });
}

} // namespace besteld
