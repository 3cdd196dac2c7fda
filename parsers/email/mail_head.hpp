// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/draft.hpp"
#include "order/reading.hpp"
#include "parsers/email/header.hpp"

#include <vector>

namespace besteld::parsers::email {

// The head of one message, with the reason why no automatic answer may go to it, if there is one
// (RFC 3834 section 2).
MailHead make_head(const HeaderBlock& block);

// What is wrong with a header block: duplicates of fields that may stand once (RFC 5322 3.6), bad
// lines, limits. `where` names the block: "header", "header of part 2".
void report_header(const HeaderBlock& block, const Place& place, std::vector<Problem>& problems);

} // namespace besteld::parsers::email
