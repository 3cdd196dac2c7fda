// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace besteld {

// How far a mailbox has been taken in. A changed UIDVALIDITY makes every UID meaningless (RFC
// 9051, 2.3.1.1).
struct MailboxCursor {
    std::uint32_t uid_validity = 0;
    std::uint32_t last_uid = 0; // every UID up to this is stored, or was gone when asked for
    friend bool operator==(const MailboxCursor&, const MailboxCursor&) = default;
};

} // namespace besteld
