// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/ubl_party.hpp"

#include <array>

namespace besteld::parsers {
namespace {

void fill_address(PartyDraft& party, const Element& address) {
    if (!address || !party.address_lines.empty() || party.postcode || party.city) return;
    constexpr std::array<std::string_view, 5> lines = {
        "StreetName", "BuildingNumber", "AdditionalStreetName", "Department", "Postbox"};
    for (const auto name : lines)
        if (auto line = address.field(name)) party.address_lines.push_back(std::move(*line));
    for (const auto& line : address.all("AddressLine"))
        if (auto text = line.field("Line")) party.address_lines.push_back(std::move(*text));
    party.postcode = address.field("PostalZone");
    party.city = address.field("CityName");
    party.country = address.field("Country/IdentificationCode");
}

void fill_contact(PartyDraft& party, const Element& contact) {
    if (!contact) return;
    if (!party.contact_name) party.contact_name = contact.field("Name");
    if (!party.mail) party.mail = contact.field("ElectronicMail");
    if (!party.phone) party.phone = contact.field("Telephone");
}

// Peppol: EndpointID, PartyIdentification, PartyTaxScheme/CompanyID and PartyLegalEntity/CompanyID.
void fill_ids(XmlDraft& draft, PartyDraft& party, const Element& from) {
    const auto add = [&](const Element& id, std::string otherwise) {
        const auto scheme = id.attribute("schemeID");
        draft.add_id(party, id.field(), scheme.empty() ? std::move(otherwise) : scheme);
    };
    add(from.at("EndpointID"), "");
    for (const auto& one : from.all("PartyIdentification"))
        add(one.at("ID"), "");
    for (const auto& one : from.all("PartyLegalEntity"))
        add(one.at("CompanyID"), "");
    for (const auto& one : from.all("PartyTaxScheme"))
        add(one.at("CompanyID"), one.at("TaxScheme/ID").text());
}

void fill(XmlDraft& draft, PartyDraft& party, const Element& from) {
    if (!from) return;
    fill_ids(draft, party, from);
    if (!party.name) party.name = from.field("PartyName/Name");
    if (!party.name) party.name = from.field("PartyLegalEntity/RegistrationName");
    fill_address(party, from.at("PostalAddress"));
    fill_address(party, from.at("PhysicalLocation/Address"));
    fill_contact(party, from.at("Contact"));
}

} // namespace

void add_ubl_party(XmlDraft& draft, PartyRole role, const Element& holder) {
    if (!holder) return;
    PartyDraft party{.role = role};
    fill(draft, party, holder.at("Party"));
    // Numbers the two sides give each other stand beside the Party (UBL 2.x CustomerParty).
    draft.add_id(party, holder.field("CustomerAssignedAccountID"), "CustomerAssignedAccountID");
    draft.add_id(party, holder.field("SupplierAssignedAccountID"), "SupplierAssignedAccountID");
    for (const std::string_view contact :
         {"BuyerContact", "SellerContact", "AccountingContact", "DeliveryContact"})
        fill_contact(party, holder.at(contact));
    draft.draft().parties.push_back(std::move(party));
}

void add_ubl_delivery_parties(XmlDraft& draft, std::vector<PartyDraft>& parties,
                              const Element& delivery) {
    const auto location = delivery.at("DeliveryLocation");
    const auto recipient = delivery.at("DeliveryParty");
    const auto address = delivery.at("DeliveryAddress");
    if (!location && !recipient && !address) return;
    PartyDraft ship_to{.role = PartyRole::ship_to};
    draft.add_id(ship_to, location.field("ID"), location.at("ID").attribute("schemeID"));
    draft.add_id(ship_to, location.field("Address/ID"),
                 location.at("Address/ID").attribute("schemeID"));
    ship_to.name = location.field("Name");
    fill_address(ship_to, location.at("Address"));
    fill_address(ship_to, address);
    fill(draft, ship_to, recipient);
    parties.push_back(std::move(ship_to));
    if (!location || !recipient) return;
    PartyDraft last{.role = PartyRole::final_recipient};
    fill(draft, last, recipient);
    parties.push_back(std::move(last));
}

MaybeDate ubl_requested_date(XmlDraft& draft, const Element& delivery) {
    const auto wanted = delivery.at("RequestedDeliveryPeriod");
    auto start = draft.date(wanted.at("StartDate"));
    auto end = draft.date(wanted.at("EndDate"));
    if (!start && !end) end = draft.date(delivery.at("LatestDeliveryDate"));
    if (start || end) {
        auto date = draft.period(start, end);
        const auto time = wanted.at("StartTime").text();
        if (time.size() >= 5) date->value.time = time.substr(0, 5);
        return date;
    }
    return draft.on(draft.date(delivery.at("Despatch/RequestedDespatchDate")), Meaning::despatch);
}

ChargeDraft ubl_charge(XmlDraft& draft, const Element& from) {
    ChargeDraft charge{.is_allowance = from.at("ChargeIndicator").text() == "false"};
    charge.code = from.field("AllowanceChargeReasonCode");
    charge.reason = from.field("AllowanceChargeReason");
    charge.percent = draft.number(from, "MultiplierFactorNumeric");
    charge.amount = draft.number(from, "Amount");
    return charge;
}

} // namespace besteld::parsers
