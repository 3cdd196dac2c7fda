// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// Why `domain` resembles a known one that it is not ("korenaar-bv.example contains korenaar of
// korenaar.example"), or empty (domain.md 5.1). A known domain and its sub-domains resemble
// nothing.
std::string look_alike(std::string_view domain, const std::vector<std::string>& known_domains);

} // namespace besteld
