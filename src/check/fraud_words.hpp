// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words by which order fraud gives itself away (reliability.md section 6, F6 to F12), in the
// languages that customers write. Data: a rule is added here, with a mail in fraud_test.

#include "check/word_rules.hpp"

#include <span>

namespace besteld {

std::span<const WordRule> words_for_bypassing();      // F12: do not check, do not call, tell nobody
std::span<const WordRule> words_for_bank_change();    // F7: another account, refund elsewhere
std::span<const WordRule> words_for_contact_change(); // B09: another number or address to reach us
std::span<const WordRule> words_for_haste();          // F10

} // namespace besteld
