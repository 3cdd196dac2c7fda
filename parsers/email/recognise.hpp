// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/email/message.hpp"

namespace besteld::parsers::email {

// Wrappings that hide an order from every reader (winmail.dat, S/MIME, PGP, encrypted PDF, partial
// messages, uuencoded text): told with a way out, never passed over.
void recognise_unreadable(const MailPart& part, std::vector<Problem>& problems);

} // namespace besteld::parsers::email
