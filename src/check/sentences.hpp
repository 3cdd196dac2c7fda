// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people wrote in a message, sentence by sentence, for rules about words.

#include "check/check_order.hpp"

#include <string>
#include <vector>

namespace besteld {

struct Sentence {
    std::string words;  // as written, lines joined
    std::string folded; // for comparing: folded case, single blanks
    Place place;
};

// The mail's own words (subject and bodies, without what it quotes of earlier mails unless it
// forwards them) and the remarks of the document. Bounded: what is beyond the first 64 KiB of a
// part is not looked at.
std::vector<Sentence> sentences_of(const OrderDraft& draft, const Origins& origins);

} // namespace besteld
