// SPDX-License-Identifier: Apache-2.0
#pragma once

// Addresses as they are written in the countries we deliver to, brought to one form for comparing
// (domain.md 5.2). Every part may be empty; nothing here is fit for printing.

#include "order/draft.hpp"
#include "order/terms.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct Address {
    std::string street;   // folded, usual abbreviations made alike, without the number
    std::string house_no; // "14", "14-A", "14-16"
    std::string postcode; // "9401AN", "34123", "SW1A1AA"; of a ZIP+4 the first five
    std::string city;     // folded
    std::string country;  // ISO 3166-1 alpha-2
    std::string mobile;   // of a Chinese consignee, in the address itself
    bool post_box = false;
};

Address address_of(const PartyDraft& party);
Address address_of(const ShipTo& ship_to);
std::string normal_postcode(std::string_view written, std::string_view country);
std::string normal_house_number(std::string_view written);

// The house the other means too: postcode and number with addition; where a postcode covers more
// than one street, the street as well. False when `asked` names no number, or too little.
bool same_place(const Address& asked, const Address& on_file);
bool streets_alike(const Address& a, const Address& b);

// What is missing before a carrier can go there, in words: {"postcode", "house number"}. `country`
// counts when the address names none.
std::vector<std::string> missing_parts(const PartyDraft& party, std::string_view country);

} // namespace besteld
