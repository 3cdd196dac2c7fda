// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/despatch_xml.hpp"

#include "base/text.hpp"
#include "parsers/xml/load_xml.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

void write_party(XmlWriter& out, const DespatchParty& party, std::string_view role) {
    if (party.id.empty() && party.name.empty()) return;
    out.open("PARTY");
    out.leaf("bmecat:PARTY_ID", party.id.empty() ? party.name : party.id, {{"type", party.scheme}});
    out.leaf("PARTY_ROLE", role);
    if (!party.name.empty()) {
        out.open("ADDRESS");
        out.leaf("bmecat:NAME", party.name);
        out.leaf("bmecat:STREET", party.street);
        out.leaf("bmecat:ZIP", party.postcode);
        out.leaf("bmecat:CITY", party.city);
        out.leaf("bmecat:COUNTRY_CODED", party.country);
        out.close();
    }
    out.close();
}

void write_info(XmlWriter& out, const DespatchAdvice& advice) {
    out.open("DISPATCHNOTIFICATION_INFO");
    out.leaf("DISPATCHNOTIFICATION_ID", advice.number);
    out.leaf("DISPATCHNOTIFICATION_DATE", to_iso(advice.despatched));
    out.open("PARTIES");
    write_party(out, advice.buyer, "buyer");
    write_party(out, advice.supplier, "supplier");
    write_party(out, advice.ship_to, "delivery");
    write_party(out, {.scheme = "supplier_specific", .name = advice.carrier}, "deliverer");
    out.close();
    out.leaf("SHIPMENT_ID", advice.track_no);
    out.close();
}

void write_item(XmlWriter& out, const DespatchAdvice& advice, const DespatchAdviceLine& line) {
    out.open("DISPATCHNOTIFICATION_ITEM");
    out.leaf("LINE_ITEM_ID", line.number);
    out.open("PRODUCT_ID");
    out.leaf("bmecat:SUPPLIER_PID", line.seller_item);
    out.leaf("LOT_NUMBER", line.batch);
    out.leaf("bmecat:INTERNATIONAL_PID", line.gtin, {{"type", "gtin"}});
    out.leaf("bmecat:BUYER_PID", line.buyer_item);
    out.leaf("bmecat:DESCRIPTION_SHORT", line.name);
    out.close();
    out.leaf("QUANTITY", line.quantity.to_string());
    out.leaf("bmecat:ORDER_UNIT", line.unit);
    if (line.open) out.leaf("DELIVERY_COMPLETED", line.open->is_zero() ? "true" : "false");
    out.open("ORDER_REFERENCE");
    out.leaf("ORDER_ID", advice.order_number);
    out.leaf("LINE_ITEM_ID", line.order_line);
    if (advice.order_date) out.leaf("ORDER_DATE", to_iso(*advice.order_date));
    out.close();
    out.close();
}

void read_party(const Element& from, DespatchAdvice& advice) {
    const auto role = from.at("PARTY_ROLE").text();
    const DespatchParty party{.id = from.at("PARTY_ID").text(),
                              .scheme = from.at("PARTY_ID").attribute("type"),
                              .name = from.at("ADDRESS/NAME").text()};
    if (role == "buyer") advice.buyer = party;
    if (role == "supplier") advice.supplier = party;
    if (role == "delivery") advice.ship_to = party;
    if (role == "deliverer") advice.carrier = party.name;
}

DespatchAdviceLine read_item(const Element& from) {
    const auto item = from.at("PRODUCT_ID");
    return {.number = from.at("LINE_ITEM_ID").text(),
            .order_line = from.at("ORDER_REFERENCE/LINE_ITEM_ID").text(),
            .gtin = item.at("INTERNATIONAL_PID").text(),
            .seller_item = item.at("SUPPLIER_PID").text(),
            .buyer_item = item.at("BUYER_PID").text(),
            .name = item.at("DESCRIPTION_SHORT").text(),
            .batch = item.at("LOT_NUMBER").text(),
            .quantity = Decimal::parse(from.at("QUANTITY").text()).value_or(Decimal{}),
            .unit = from.at("ORDER_UNIT").text()};
}

} // namespace

std::string write_opentrans_despatch(const DespatchAdvice& advice) {
    XmlWriter out;
    out.open("DISPATCHNOTIFICATION", {{"xmlns", "http://www.opentrans.org/XMLSchema/2.1"},
                                      {"xmlns:bmecat", "http://www.bmecat.org/bmecat/2005"},
                                      {"version", "2.1"}});
    out.open("DISPATCHNOTIFICATION_HEADER");
    write_info(out, advice);
    out.close();
    out.open("DISPATCHNOTIFICATION_ITEM_LIST");
    for (const auto& line : advice.lines)
        write_item(out, advice, line);
    out.close();
    out.open("DISPATCHNOTIFICATION_SUMMARY");
    out.leaf("TOTAL_ITEM_NUM", cat(advice.lines.size()));
    out.close();
    return out.finish();
}

std::optional<DespatchAdvice> read_opentrans_despatch(std::string_view bytes) {
    const auto document = XmlDocument::load(bytes, 0);
    if (!document || (*document)->root().name() != "DISPATCHNOTIFICATION") return std::nullopt;
    const auto root = (*document)->root();
    const auto info = root.at("DISPATCHNOTIFICATION_HEADER/DISPATCHNOTIFICATION_INFO");
    DespatchAdvice advice{
        .number = info.at("DISPATCHNOTIFICATION_ID").text(),
        .despatched = parse_iso_date(info.at("DISPATCHNOTIFICATION_DATE").text()).value_or(Date{}),
        .track_no = info.at("SHIPMENT_ID").text()};
    for (const auto& party : info.at("PARTIES").all("PARTY"))
        read_party(party, advice);
    for (const auto& item :
         root.at("DISPATCHNOTIFICATION_ITEM_LIST").all("DISPATCHNOTIFICATION_ITEM")) {
        advice.order_number = item.at("ORDER_REFERENCE/ORDER_ID").text();
        advice.lines.push_back(read_item(item));
    }
    return advice;
}

} // namespace besteld::parsers
