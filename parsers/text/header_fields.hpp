// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a mail says about the order as a whole: numbers, places, terms (domain.md 7.2 step 6).

#include "parsers/text/passage.hpp"

namespace besteld::parsers {

// References, cost centre, delivery place and terms, payment, complete delivery, rush. Marks what
// it used.
void find_header_fields(Passage& passage, OrderDraft& draft);

} // namespace besteld::parsers
