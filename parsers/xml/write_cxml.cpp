// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/write_cxml.hpp"

#include "base/text.hpp"
#include "parsers/xml/despatch_xml.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

constexpr std::string_view dtd = "http://xml.cxml.org/schemas/cXML/";

XmlWriter begin(const CxmlEnvelope& envelope, std::string_view file) {
    XmlWriter out(cat("<!DOCTYPE cXML SYSTEM \"", dtd, envelope.version, "/", file, "\">"));
    out.open("cXML", {{"payloadID", envelope.payload_id},
                      {"timestamp", envelope.timestamp},
                      {"version", envelope.version},
                      {"xml:lang", envelope.language}});
    return out;
}

void write_credential(XmlWriter& out, std::string_view role, const CxmlCredential& credential) {
    out.open(role);
    out.open("Credential", {{"domain", credential.domain}});
    out.leaf("Identity", credential.identity);
    out.close();
    // The shared secret is the transport's to add: it stands in no file of ours.
    if (role == "Sender") out.leaf("UserAgent", "Besteld");
    out.close();
}

void write_header(XmlWriter& out, const CxmlEnvelope& envelope) {
    out.open("Header");
    write_credential(out, "From", envelope.from);
    write_credential(out, "To", envelope.to);
    write_credential(out, "Sender", envelope.from);
    out.close();
}

void write_unit_price(XmlWriter& out, const std::optional<Decimal>& price,
                      const std::string& currency) {
    if (!price) return;
    out.open("UnitPrice");
    out.leaf("Money", price->to_string(), {{"currency", currency}});
    out.close();
}

void write_item(XmlWriter& out, const CxmlItemIn& item, const CxmlConfirmation& confirmation) {
    out.open("ItemIn", {{"quantity", item.quantity.to_string()}});
    out.open("ItemID");
    out.leaf("SupplierPartID", item.seller_item);
    out.leaf("BuyerPartID", item.buyer_item);
    out.close();
    out.open("ItemDetail");
    write_unit_price(out, item.price, confirmation.currency);
    out.leaf("Description", item.name.empty() ? item.seller_item : item.name,
             {{"xml:lang", confirmation.envelope.language}});
    out.leaf("UnitOfMeasure", item.unit);
    out.close();
    out.close();
}

void write_status(XmlWriter& out, const CxmlStatus& status, const CxmlConfirmation& confirmation) {
    out.open("ConfirmationStatus", {{"quantity", status.quantity.to_string()},
                                    {"type", status.type},
                                    {"deliveryDate", status.delivery}});
    out.leaf("UnitOfMeasure", status.unit);
    if (status.item)
        write_item(out, *status.item, confirmation);
    else
        write_unit_price(out, status.price, confirmation.currency);
    out.leaf("Comments", status.comments, {{"xml:lang", confirmation.envelope.language}});
    out.close();
}

void write_ship_to(XmlWriter& out, const DespatchParty& to, const std::string& language) {
    if (to.name.empty()) return;
    out.open("Contact", {{"role", "shipTo"}, {"addressID", to.id}});
    out.leaf("Name", to.name, {{"xml:lang", language}});
    if (!to.street.empty() && !to.city.empty() && !to.country.empty()) {
        out.open("PostalAddress");
        out.leaf("Street", to.street);
        out.leaf("City", to.city);
        out.leaf("PostalCode", to.postcode);
        out.leaf("Country", to.country, {{"isoCountryCode", to.country}});
        out.close();
    }
    out.close();
}

void write_shipped_item(XmlWriter& out, const DespatchAdviceLine& line) {
    out.open("ShipNoticeItem", {{"quantity", line.quantity.to_string()},
                                {"lineNumber", line.order_line},
                                {"shipNoticeLineNumber", line.number}});
    out.open("ItemID");
    out.leaf("SupplierPartID", line.seller_item);
    out.leaf("BuyerPartID", line.buyer_item);
    if (!line.gtin.empty())
        out.empty("IdReference", {{"domain", "EANID"}, {"identifier", line.gtin}});
    out.close();
    out.leaf("UnitOfMeasure", line.unit);
    if (!line.batch.empty()) {
        out.open("Batch");
        out.leaf("SupplierBatchID", line.batch);
        out.close();
    }
    if (line.ordered) {
        out.open("OrderedQuantity", {{"quantity", line.ordered->to_string()}});
        out.leaf("UnitOfMeasure", line.unit);
        out.close();
    }
    out.close();
}

} // namespace

// Fulfill.dtd, ShipNoticeRequest (ShipNoticeHeader, ShipControl*, ShipNoticePortion+)
std::string write_cxml_despatch(const CxmlEnvelope& envelope, const DespatchAdvice& advice,
                                const std::string& shipped, const std::string& order_payload_id) {
    XmlWriter out = begin(envelope, "Fulfill.dtd");
    write_header(out, envelope);
    const bool test = envelope.deployment == CxmlEnvelope::Deployment::test;
    out.open("Request", {{"deploymentMode", test ? "test" : "production"}});
    out.open("ShipNoticeRequest");
    out.open("ShipNoticeHeader", {{"shipmentID", advice.number},
                                  {"operation", "new"},
                                  {"noticeDate", envelope.timestamp},
                                  {"shipmentDate", shipped},
                                  {"shipmentType", "actual"}});
    write_ship_to(out, advice.ship_to, envelope.language);
    out.close();
    if (!advice.carrier.empty()) {
        out.open("ShipControl");
        out.leaf("CarrierIdentifier", advice.carrier, {{"domain", "companyName"}});
        out.leaf("ShipmentIdentifier", advice.track_no);
        out.close();
    }
    out.open("ShipNoticePortion");
    out.open("OrderReference",
             {{"orderID", advice.order_number},
              {"orderDate", advice.order_date ? to_iso(*advice.order_date) : ""}});
    out.empty("DocumentReference", {{"payloadID", order_payload_id}});
    out.close();
    for (const auto& line : advice.lines)
        write_shipped_item(out, line);
    return out.finish();
}

std::string write_cxml_confirmation(const CxmlConfirmation& confirmation) {
    XmlWriter out = begin(confirmation.envelope, "Fulfill.dtd");
    write_header(out, confirmation.envelope);
    const bool test = confirmation.envelope.deployment == CxmlEnvelope::Deployment::test;
    out.open("Request", {{"deploymentMode", test ? "test" : "production"}});
    out.open("ConfirmationRequest");
    out.open("ConfirmationHeader", {{"confirmID", confirmation.confirm_id},
                                    {"operation", confirmation.operation},
                                    {"type", confirmation.type},
                                    {"noticeDate", confirmation.envelope.timestamp}});
    out.leaf("Comments", confirmation.comments, {{"xml:lang", confirmation.envelope.language}});
    out.close();
    out.open("OrderReference",
             {{"orderID", confirmation.order_id}, {"orderDate", confirmation.order_date}});
    out.empty("DocumentReference", {{"payloadID", confirmation.order_payload_id}});
    out.close();
    for (const auto& item : confirmation.items) {
        out.open("ConfirmationItem",
                 {{"lineNumber", item.line}, {"quantity", item.quantity.to_string()}});
        out.leaf("UnitOfMeasure", item.unit);
        for (const auto& status : item.parts)
            write_status(out, status, confirmation);
        out.close();
    }
    return out.finish();
}

std::string write_cxml_response(const CxmlResponse& response) {
    XmlWriter out = begin(response.envelope, "cXML.dtd");
    out.open("Response");
    if (response.message.empty())
        out.empty("Status", {{"code", response.code}, {"text", response.text}});
    else
        out.leaf("Status", response.message, {{"code", response.code}, {"text", response.text}});
    return out.finish();
}

std::string write_cxml_status_update(const CxmlStatusUpdate& update) {
    XmlWriter out = begin(update.envelope, "cXML.dtd");
    write_header(out, update.envelope);
    const bool test = update.envelope.deployment == CxmlEnvelope::Deployment::test;
    out.open("Request", {{"deploymentMode", test ? "test" : "production"}});
    out.open("StatusUpdateRequest");
    out.empty("DocumentReference", {{"payloadID", update.document}});
    out.leaf(
        "Status", update.message,
        {{"code", update.code}, {"text", update.text}, {"xml:lang", update.envelope.language}});
    return out.finish();
}

} // namespace besteld::parsers
