// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/write_opentrans.hpp"

#include "base/text.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

std::string number(const std::optional<Decimal>& value) {
    return value ? value->to_string() : "";
}

void write_party(XmlWriter& out, const OpentransParty& party, std::string_view role) {
    out.open("PARTY");
    out.leaf("bmecat:PARTY_ID", party.id, {{"type", party.type}});
    out.leaf("PARTY_ROLE", role);
    if (!party.name.empty()) {
        out.open("ADDRESS");
        out.leaf("bmecat:NAME", party.name);
        out.close();
    }
    out.close();
}

void write_date(XmlWriter& out, const std::optional<Date>& date) {
    if (!date) return;
    out.open("DELIVERY_DATE", {{"type", "fixed"}});
    out.leaf("DELIVERY_START_DATE", to_iso(*date));
    out.leaf("DELIVERY_END_DATE", to_iso(*date));
    out.close();
}

void write_info(XmlWriter& out, const OpentransResponse& response) {
    out.open("ORDERRESPONSE_INFO");
    out.leaf("ORDER_ID", response.order_id);
    out.leaf("ORDERRESPONSE_DATE", to_iso(response.date));
    if (response.order_date) out.leaf("ORDER_DATE", to_iso(*response.order_date));
    out.leaf("SUPPLIER_ORDER_ID", response.supplier_order_id);
    out.leaf("ORDERCHANGE_SEQUENCE_ID", response.change_sequence);
    out.open("PARTIES");
    write_party(out, response.buyer, "buyer");
    write_party(out, response.supplier, "supplier");
    out.close();
    out.open("ORDER_PARTIES_REFERENCE");
    out.leaf("bmecat:BUYER_IDREF", response.buyer.id, {{"type", response.buyer.type}});
    out.leaf("bmecat:SUPPLIER_IDREF", response.supplier.id, {{"type", response.supplier.type}});
    out.close();
    out.leaf("bmecat:CURRENCY", response.currency);
    out.leaf("REMARKS", response.remarks, {{"type", "general"}});
    out.close();
}

void write_item(XmlWriter& out, const OpentransItem& item) {
    out.open("ORDERRESPONSE_ITEM");
    out.leaf("LINE_ITEM_ID", item.line);
    out.open("PRODUCT_ID");
    out.leaf("bmecat:SUPPLIER_PID", item.seller_item);
    out.leaf("bmecat:INTERNATIONAL_PID", item.gtin, {{"type", "gtin"}});
    out.leaf("bmecat:BUYER_PID", item.buyer_item);
    out.leaf("bmecat:DESCRIPTION_SHORT", item.name);
    out.close();
    out.leaf("QUANTITY", item.quantity.to_string());
    out.leaf("bmecat:ORDER_UNIT", item.unit);
    if (item.price) {
        out.open("PRODUCT_PRICE_FIX");
        out.leaf("bmecat:PRICE_AMOUNT", number(item.price));
        out.leaf("bmecat:PRICE_QUANTITY", number(item.price_base));
        out.close();
    }
    out.leaf("PRICE_LINE_AMOUNT", number(item.amount));
    write_date(out, item.date);
    if (!item.parts.empty()) {
        out.open("PARTIAL_DELIVERY_LIST");
        for (const auto& part : item.parts) {
            out.open("PARTIAL_DELIVERY");
            out.leaf("QUANTITY", part.quantity.to_string());
            write_date(out, part.date);
            out.close();
        }
        out.close();
    }
    out.leaf("REMARKS", item.remarks, {{"type", "general"}});
    out.close();
}

} // namespace

std::string write_opentrans_response(const OpentransResponse& response) {
    XmlWriter out;
    out.open("ORDERRESPONSE", {{"xmlns", "http://www.opentrans.org/XMLSchema/2.1"},
                               {"xmlns:bmecat", "http://www.bmecat.org/bmecat/2005"},
                               {"version", "2.1"}});
    out.open("ORDERRESPONSE_HEADER");
    write_info(out, response);
    out.close();
    out.open("ORDERRESPONSE_ITEM_LIST");
    for (const auto& item : response.items)
        write_item(out, item);
    out.close();
    out.open("ORDERRESPONSE_SUMMARY");
    out.leaf("TOTAL_ITEM_NUM", cat(response.items.size()));
    out.leaf("TOTAL_AMOUNT", number(response.total));
    out.close();
    return out.finish();
}

} // namespace besteld::parsers
