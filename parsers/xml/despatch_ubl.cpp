// SPDX-License-Identifier: Apache-2.0
// PEPPOL-T16: structure/syntax/ubl-despatch-advice.xml of BIS Despatch Advice 3.
#include "parsers/xml/despatch_xml.hpp"

#include "base/text.hpp"
#include "parsers/xml/load_xml.hpp"
#include "parsers/xml/ubl_parts.hpp"
#include "parsers/xml/xml_writer.hpp"

#include <charconv>

namespace besteld::parsers {

namespace {

constexpr std::string_view ns = "urn:oasis:names:specification:ubl:schema:xsd:";
constexpr std::string_view customization = "urn:fdc:peppol.eu:poacc:trns:despatch_advice:3";
constexpr std::string_view profile = "urn:fdc:peppol.eu:poacc:bis:despatch_advice:3";
constexpr std::string_view gln = "0088";

void write_name(XmlWriter& out, const std::string& name) {
    if (name.empty()) return;
    out.open("cac:PartyLegalEntity");
    out.leaf("cbc:RegistrationName", name);
    out.close();
}

void write_supplier(XmlWriter& out, const DespatchParty& party) {
    out.open("cac:DespatchSupplierParty");
    out.open("cac:Party");
    out.leaf("cbc:EndpointID", party.id, {{"schemeID", party.scheme}});
    write_name(out, party.name);
    out.close();
    out.close();
}

// The consignee: the buyer's electronic address, the ship-to's number, name and address. An address
// must have its country.
void write_consignee(XmlWriter& out, const DespatchAdvice& advice) {
    const auto& to = advice.ship_to;
    out.open("cac:DeliveryCustomerParty");
    out.open("cac:Party");
    out.leaf("cbc:EndpointID", advice.buyer.id, {{"schemeID", advice.buyer.scheme}});
    write_ubl_id(out, "cac:PartyIdentification", to.id, gln);
    if (!to.country.empty()) {
        out.open("cac:PostalAddress");
        out.leaf("cbc:StreetName", to.street);
        out.leaf("cbc:CityName", to.city);
        out.leaf("cbc:PostalZone", to.postcode);
        out.open("cac:Country");
        out.leaf("cbc:IdentificationCode", to.country);
        out.close();
        out.close();
    }
    write_name(out, to.name);
    out.close();
    out.close();
}

void write_shipment(XmlWriter& out, const DespatchAdvice& advice) {
    out.open("cac:Shipment");
    out.leaf("cbc:ID", advice.number);
    if (advice.packages > 0)
        out.leaf("cbc:TotalTransportHandlingUnitQuantity", cat(advice.packages));
    if (!advice.carrier.empty()) {
        out.open("cac:Consignment");
        out.leaf("cbc:ID", advice.track_no.empty() ? advice.number : advice.track_no);
        out.open("cac:CarrierParty");
        out.open("cac:PartyName");
        out.leaf("cbc:Name", advice.carrier);
        out.close();
        out.close();
        out.close();
    }
    out.open("cac:Delivery");
    out.leaf("cbc:TrackingID", advice.track_no);
    out.open("cac:Despatch");
    out.leaf("cbc:ActualDespatchDate", to_iso(advice.despatched));
    out.close();
    out.close();
    out.close();
}

void write_item(XmlWriter& out, const DespatchAdviceLine& line) {
    out.open("cac:Item");
    out.leaf("cbc:Name", line.name);
    write_ubl_id(out, "cac:BuyersItemIdentification", line.buyer_item);
    write_ubl_id(out, "cac:SellersItemIdentification", line.seller_item);
    write_ubl_id(out, "cac:StandardItemIdentification", line.gtin, "0160");
    if (!line.batch.empty()) {
        out.open("cac:ItemInstance");
        out.open("cac:LotIdentification");
        out.leaf("cbc:LotNumberID", line.batch);
        out.close();
        out.close();
    }
    out.close();
}

void write_line(XmlWriter& out, const DespatchAdvice& advice, const DespatchAdviceLine& line) {
    out.open("cac:DespatchLine");
    out.leaf("cbc:ID", line.number);
    out.leaf("cbc:DeliveredQuantity", line.quantity.to_string(), {{"unitCode", line.unit}});
    if (line.open) { // PEPPOL-T16-R007: not without its reason
        out.leaf("cbc:OutstandingQuantity", line.open->to_string(), {{"unitCode", line.unit}});
        out.leaf("cbc:OutstandingReason", "follows in a later shipment");
    }
    out.open("cac:OrderLineReference");
    out.leaf("cbc:LineID", line.order_line);
    write_ubl_id(out, "cac:OrderReference", advice.order_number);
    out.close();
    write_item(out, line);
    out.close();
}

std::int64_t count_of(const std::string& digits) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

DespatchAdviceLine read_line(const Element& from) {
    const auto item = from.at("Item");
    DespatchAdviceLine line{
        .number = from.at("ID").text(),
        .order_line = from.at("OrderLineReference/LineID").text(),
        .gtin = item.at("StandardItemIdentification/ID").text(),
        .seller_item = item.at("SellersItemIdentification/ID").text(),
        .buyer_item = item.at("BuyersItemIdentification/ID").text(),
        .name = item.at("Name").text(),
        .batch = item.at("ItemInstance/LotIdentification/LotNumberID").text(),
        .quantity = Decimal::parse(from.at("DeliveredQuantity").text()).value_or(Decimal{}),
        .unit = from.at("DeliveredQuantity").attribute("unitCode")};
    if (const auto open = Decimal::parse(from.at("OutstandingQuantity").text())) line.open = *open;
    return line;
}

} // namespace

std::string write_ubl_despatch(const DespatchAdvice& advice, const std::string& time) {
    XmlWriter out;
    out.open("DespatchAdvice", {{"xmlns", cat(ns, "DespatchAdvice-2")},
                                {"xmlns:cac", cat(ns, "CommonAggregateComponents-2")},
                                {"xmlns:cbc", cat(ns, "CommonBasicComponents-2")}});
    out.leaf("cbc:CustomizationID", customization);
    out.leaf("cbc:ProfileID", profile);
    out.leaf("cbc:ID", advice.number);
    out.leaf("cbc:IssueDate", to_iso(advice.written));
    write_issue_time(out, time);
    write_ubl_id(out, "cac:OrderReference", advice.order_number);
    write_supplier(out, advice.supplier);
    write_consignee(out, advice);
    write_shipment(out, advice);
    for (const auto& line : advice.lines)
        write_line(out, advice, line);
    return out.finish();
}

std::optional<DespatchAdvice> read_ubl_despatch(std::string_view bytes) {
    const auto document = XmlDocument::load(bytes, 0);
    if (!document) return std::nullopt;
    const auto root = (*document)->root();
    if (root.name() != "DespatchAdvice" || root.at("CustomizationID").text() != customization)
        return std::nullopt;
    const auto shipment = root.at("Shipment");
    const auto to = root.at("DeliveryCustomerParty/Party");
    DespatchAdvice advice{
        .number = root.at("ID").text(),
        .order_number = root.at("OrderReference/ID").text(),
        .written = parse_iso_date(root.at("IssueDate").text()).value_or(Date{}),
        .despatched = parse_iso_date(shipment.at("Delivery/Despatch/ActualDespatchDate").text())
                          .value_or(Date{}),
        .carrier = shipment.at("Consignment/CarrierParty/PartyName/Name").text(),
        .track_no = shipment.at("Delivery/TrackingID").text(),
        .packages = count_of(shipment.at("TotalTransportHandlingUnitQuantity").text()),
        .ship_to = {.id = to.at("PartyIdentification/ID").text(),
                    .name = to.at("PartyLegalEntity/RegistrationName").text()}};
    for (const auto& line : root.all("DespatchLine"))
        advice.lines.push_back(read_line(line));
    return advice;
}

} // namespace besteld::parsers
