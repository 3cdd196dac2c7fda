// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which permitted address a document means (domain.md 5.2). An address is never made here.

#include "order/order.hpp"
#include "order/terms.hpp"

#include <string>
#include <vector>

namespace besteld {

struct ShipToMatch {
    std::string id; // empty: none of the permitted ones
    Origin origin = Origin::read;
    std::string by;   // "GLN", "buyer's code", "address", "city", "name", "default"
    std::string text; // as ordered; the chosen address when the order names none
    Place place;
    std::string nearest;    // permitted one that is most like it, when none matched
    std::string difference; // "house number 41, on file 14"
};

// `named` is the party the document gives; null when it gives none. Only addresses that are valid
// on the day count, when one is given; an address that ended or has yet to begin is `nearest`.
ShipToMatch match_ship_to(const PartyDraft* named, const std::vector<ShipTo>& permitted,
                          std::optional<Date> on = std::nullopt);
// The day on which the ship-to must be valid: the requested one, else the day of receipt.
Date ship_to_day(const MaybeDate& requested, Date received_on);

// "Rolderstraat 14, 9401 AN Assen"
std::string address_text(const ShipTo& ship_to);
std::string address_text(const PartyDraft& party);

} // namespace besteld
