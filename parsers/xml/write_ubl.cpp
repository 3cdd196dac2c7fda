// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/write_ubl.hpp"

#include "base/text.hpp"
#include "parsers/xml/ubl_parts.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

constexpr std::string_view ns = "urn:oasis:names:specification:ubl:schema:xsd:";

std::string number(const std::optional<Decimal>& value) {
    return value ? value->to_string() : "";
}

void write_party(XmlWriter& out, std::string_view role, const UblParty& party) {
    out.open(role);
    out.open("cac:Party");
    out.leaf("cbc:EndpointID", party.endpoint, {{"schemeID", party.endpoint_scheme}});
    if (!party.id.empty()) {
        out.open("cac:PartyIdentification");
        out.leaf("cbc:ID", party.id, {{"schemeID", party.id_scheme}});
        out.close();
    }
    if (!party.name.empty()) {
        out.open("cac:PartyLegalEntity");
        out.leaf("cbc:RegistrationName", party.name);
        out.close();
    }
    out.close();
    out.close();
}

void write_promised(XmlWriter& out, const std::optional<Date>& day) {
    if (!day) return;
    out.open("cac:Delivery");
    out.open("cac:PromisedDeliveryPeriod");
    out.leaf("cbc:StartDate", to_iso(*day));
    out.leaf("cbc:EndDate", to_iso(*day));
    out.close();
    out.close();
}

void write_price(XmlWriter& out, const UblResponseLine& line, const std::string& currency) {
    if (!line.price) return;
    out.open("cac:Price");
    out.leaf("cbc:PriceAmount", number(line.price), {{"currencyID", currency}});
    out.leaf("cbc:BaseQuantity", number(line.price_base), {{"unitCode", line.price_unit}});
    out.close();
}

void write_substitute(XmlWriter& out, const UblResponseLine& line) {
    if (line.substitute.empty()) return;
    out.open("cac:SellerSubstitutedLineItem");
    out.leaf("cbc:ID", line.id);
    out.open("cac:Item");
    out.leaf("cbc:Name", line.substitute_name);
    write_ubl_id(out, "cac:SellersItemIdentification", line.substitute);
    out.close();
    out.close();
}

void write_line(XmlWriter& out, const UblResponseLine& line, const std::string& currency) {
    out.open("cac:OrderLine");
    out.open("cac:LineItem");
    out.leaf("cbc:ID", line.id);
    out.leaf("cbc:Note", line.note);
    out.leaf("cbc:LineStatusCode", line.status);
    out.leaf("cbc:Quantity", number(line.quantity), {{"unitCode", line.unit}});
    out.leaf("cbc:MaximumBackorderQuantity", number(line.backorder), {{"unitCode", line.unit}});
    write_promised(out, line.promised);
    write_price(out, line, currency);
    out.open("cac:Item");
    out.leaf("cbc:Name", line.name);
    write_ubl_id(out, "cac:BuyersItemIdentification", line.buyer_item);
    write_ubl_id(out, "cac:SellersItemIdentification", line.seller_item);
    write_ubl_id(out, "cac:StandardItemIdentification", line.gtin, "0160");
    out.close();
    out.close();
    write_substitute(out, line);
    out.open("cac:OrderLineReference");
    out.leaf("cbc:LineID", line.order_line);
    out.close();
    out.close();
}

} // namespace

std::string write_ubl_order_response(const UblOrderResponse& response) {
    XmlWriter out;
    out.open("OrderResponse", {{"xmlns", cat(ns, "OrderResponse-2")},
                               {"xmlns:cac", cat(ns, "CommonAggregateComponents-2")},
                               {"xmlns:cbc", cat(ns, "CommonBasicComponents-2")}});
    out.leaf("cbc:CustomizationID", response.customization);
    out.leaf("cbc:ProfileID", response.profile);
    out.leaf("cbc:ID", response.id);
    out.leaf("cbc:SalesOrderID", response.sales_order);
    out.leaf("cbc:IssueDate", to_iso(response.date));
    write_issue_time(out, response.time);
    out.leaf("cbc:OrderResponseCode", response.code);
    out.leaf("cbc:Note", response.note);
    out.leaf("cbc:DocumentCurrencyCode", response.currency);
    out.open("cac:OrderReference");
    out.leaf("cbc:ID", response.order_number);
    out.close();
    write_ubl_id(out, "cac:OrderChangeDocumentReference", response.change_number);
    write_party(out, "cac:SellerSupplierParty", response.seller);
    write_party(out, "cac:BuyerCustomerParty", response.buyer);
    write_promised(out, response.promised);
    for (const auto& line : response.lines)
        write_line(out, line, response.currency);
    return out.finish();
}

} // namespace besteld::parsers
