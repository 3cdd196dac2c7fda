// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers and names in running text by which a customer may be known (domain.md 5.1, free mail).

#include "check/check_order.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct TextKey {
    std::string kind; // vat, customer_no, gln, mail, domain
    std::string value;
    int score = 0;
    std::string_view where; // "in the text", for the clerk
};

// VAT numbers of the countries we know, numbers behind "Kundennummer", GLNs behind their name, and
// of a forwarded mail the address it came from: that one is only a suggestion.
std::vector<TextKey> keys_in_text(const OrderDraft& draft, const Origins& origins);

// How base data's identities of kind "name" and "address" are written: "DEKORENAAR" of "De Korenaar
// B.V.", "9401AN/14" of postcode and house number; empty when the party gives too little.
std::string name_identity(std::string_view name);
std::string address_identity(const PartyDraft& party);

} // namespace besteld
