// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld {

// The words with which a text claims that the buyer's own general terms hold, in Dutch, English,
// German, French or Chinese; empty when it claims nothing of the kind.
std::string claim_of_own_terms(std::string_view text);

} // namespace besteld
