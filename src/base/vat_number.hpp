// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld {

// A VAT identification number as its own digits tell; whether it is registered only an authority
// knows.
enum class VatFault { none, empty, not_european, malformed, check_digit };

// Upper case without blanks, points and dashes.
std::string vat_key(std::string_view text);
// `key` as vat_key makes it. Checked in full for NL, DE, BE, LU, FR, IT, PL and DK, by its form for
// the other member states and Northern Ireland.
VatFault vat_fault(std::string_view key);
// "NL", "DE" …; Greece as its VAT prefix EL or its country code GR.
bool is_eu_country(std::string_view country);
std::string_view words_of(VatFault fault);

} // namespace besteld
