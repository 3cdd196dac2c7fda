// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// An account number in running text: an IBAN whose length and check digits are right (ISO 13616),
// written together or in groups.
struct AccountMention {
    std::string value; // without blanks, upper case
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<AccountMention> find_ibans(std::string_view text);
// Whether two account numbers are the same, blanks and dots apart; a national number is found
// inside its IBAN.
bool same_account(std::string_view a, std::string_view b);

} // namespace besteld
