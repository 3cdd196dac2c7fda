// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// The IANA zone in which people at a ship-to read a calendar date (domain.md 2.3), by ISO 3166-1
// alpha-2. Of a country with several zones the westernmost where many live: no date is called past
// while it is still today somewhere there. Empty for a country not listed.
std::string_view zone_of_country(std::string_view country);

} // namespace besteld
