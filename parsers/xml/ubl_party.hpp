// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {

// From BuyerCustomerParty, SellerSupplierParty and the like, which hold a Party and contacts; adds
// nothing when the element is absent.
void add_ubl_party(XmlDraft& draft, PartyRole role, const Element& holder);
// From a Delivery: the ship-to (DeliveryLocation, filled up from DeliveryParty) and, when both are
// stated, the final recipient.
void add_ubl_delivery_parties(XmlDraft& draft, std::vector<PartyDraft>& parties,
                              const Element& delivery);
// From a Delivery: RequestedDeliveryPeriod, else LatestDeliveryDate, else the requested despatch
// date.
MaybeDate ubl_requested_date(XmlDraft& draft, const Element& delivery);
ChargeDraft ubl_charge(XmlDraft& draft, const Element& allowance_charge);

} // namespace besteld::parsers
