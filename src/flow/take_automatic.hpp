// SPDX-License-Identifier: Apache-2.0
#pragma once

// Mails that no person wrote, about a mail of ours: bounces and vacation notices. They change no
// state and are answered by nobody (RFC 3834 2); what they say is tied to the case that they are
// about.

#include "flow/judge.hpp"

#include <optional>
#include <string>

namespace besteld {

// Written by a program, or by ourselves; nothing goes out because of it.
bool is_automatic(const FlowSettings& settings, const Reading& reading);

// Why the message is nobody's work, when it is about a mail of ours and orders nothing: noted on
// the case, and a mail that could not be delivered is failed in the outbox, where a person sees it.
std::optional<std::string> take_automatic(Store& store, const Reading& reading,
                                          std::int64_t message_id, Instant now);

} // namespace besteld
