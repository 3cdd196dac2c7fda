// SPDX-License-Identifier: Apache-2.0
#pragma once

// Peppol's Message Level Response (T71): what becomes of a UBL message as such. It goes for one
// that cannot be taken, for every one where the partner's profile names MLR, and in place of an
// OrderResponse when what was declined has no order number that one could refer to.

#include "deliver/render_families.hpp"
#include "parsers/xml/application_response.hpp"
#include "parsers/xml/write_ubl.hpp"

namespace besteld {

bool is_message_response(const Answer& answer);
Rendered render_message_response(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Difference prove_message_response(std::string_view bytes, const Answer& answer);

// The party as the order named it; its first identifier is the electronic address.
parsers::UblParty ubl_party(const Answer& answer, PartyRole role, const std::string& gln,
                            const std::string& name);

} // namespace besteld
