// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/email/message.hpp"

namespace besteld::parsers::email {

// Fills `info.text` and `charset_used` of a text part, and reports what is doubtful about it.
void fill_text(MailPart& part, const Limits& limits, std::vector<Problem>& problems);

// RFC 3676 4: soft line breaks joined, space-stuffing removed; quote marks stay.
std::string join_flowed(std::string_view text, TextFlow flow);

} // namespace besteld::parsers::email
