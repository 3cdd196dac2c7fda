// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/write_gs1.hpp"

#include "base/text.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

void write_partner(XmlWriter& out, std::string_view role, const std::string& gln) {
    out.open(role);
    out.leaf("sh:Identifier", gln, {{"Authority", "GS1"}});
    out.close();
}

// UN/CEFACT Standard Business Document Header 1.3
void write_header(XmlWriter& out, const Gs1OrderResponse& response) {
    out.open("sh:StandardBusinessDocumentHeader");
    out.leaf("sh:HeaderVersion", "1.0");
    write_partner(out, "sh:Sender", response.sender);
    write_partner(out, "sh:Receiver", response.receiver);
    out.open("sh:DocumentIdentification");
    out.leaf("sh:Standard", "GS1");
    out.leaf("sh:TypeVersion", "3.4");
    out.leaf("sh:InstanceIdentifier", response.instance);
    out.leaf("sh:Type", "Order Response");
    out.leaf("sh:CreationDateAndTime", response.timestamp);
    out.close();
    out.close();
}

void write_entity(XmlWriter& out, std::string_view tag, const std::string& id) {
    if (id.empty()) return;
    out.open(tag);
    out.leaf("entityIdentification", id);
    out.close();
}

void write_party(XmlWriter& out, std::string_view tag, const std::string& gln) {
    if (gln.empty()) return;
    out.open(tag);
    out.leaf("gln", gln);
    out.close();
}

void write_item(XmlWriter& out, const Gs1ResponseLine& line) {
    out.open("transactionalTradeItem");
    out.leaf("gtin", line.gtin);
    constexpr std::string_view type = "additionalTradeItemIdentificationTypeCode";
    out.leaf("additionalTradeItemIdentification", line.seller_item, {{type, "SUPPLIER_ASSIGNED"}});
    out.leaf("additionalTradeItemIdentification", line.buyer_item, {{type, "BUYER_ASSIGNED"}});
    out.leaf("tradeItemDescription", line.name);
    out.close();
}

void write_line(XmlWriter& out, const Gs1ResponseLine& line, const std::string& currency) {
    out.open("orderResponseLineItem");
    out.leaf("lineItemNumber", line.number);
    out.leaf("lineItemChangeIndicator", line.change);
    out.leaf("confirmedQuantity", line.confirmed.to_string(), {{"measurementUnitCode", line.unit}});
    if (line.price) out.leaf("netPrice", line.price->to_string(), {{"currencyCode", currency}});
    out.leaf("note", line.note);
    out.leaf("originalOrderLineItemNumber", line.order_line);
    out.leaf("orderResponseReasonCode", line.reason);
    write_item(out, line);
    if (!line.substitute.empty()) {
        out.open("substituteItemIdentification");
        out.leaf("additionalTradeItemIdentification", line.substitute,
                 {{"additionalTradeItemIdentificationTypeCode", "SUPPLIER_ASSIGNED"}});
        out.close();
    }
    if (line.delivery) {
        out.open("deliveryDateTime");
        out.leaf("date", to_iso(*line.delivery));
        out.close();
    }
    out.close();
}

} // namespace

std::string write_gs1_order_response(const Gs1OrderResponse& response) {
    XmlWriter out;
    out.open(
        "order_response:orderResponseMessage",
        {{"xmlns:order_response", "urn:gs1:ecom:order_response:xsd:3"},
         {"xmlns:sh", "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"}});
    write_header(out, response);
    out.open("orderResponse");
    out.leaf("creationDateTime", response.timestamp);
    out.leaf("documentStatusCode", "ORIGINAL");
    write_entity(out, "orderResponseIdentification", response.id);
    out.leaf("responseStatusCode", response.status);
    out.leaf("orderResponseReasonCode", response.reason);
    out.leaf("note", response.note);
    write_entity(out, "originalOrder", response.order_number);
    write_entity(out, "salesOrder", response.sales_order);
    write_party(out, "buyer", response.buyer);
    write_party(out, "seller", response.seller);
    for (const auto& line : response.lines)
        write_line(out, line, response.currency);
    return out.finish();
}

} // namespace besteld::parsers
