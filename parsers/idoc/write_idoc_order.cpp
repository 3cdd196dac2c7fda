// SPDX-License-Identifier: Apache-2.0
// Segments of ORDERS05 in the order of SAP's WE60.
#include "parsers/idoc/write_idoc_order.hpp"

#include "base/text.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

constexpr std::size_t name_width = 35; // NAME1
constexpr std::size_t text_width = 70; // KTEXT, ARCKEY

std::string sap_date(Date date) {
    return replace_all(to_iso(date), "-", "");
}

std::string number(const std::optional<Decimal>& value) {
    return value ? value->to_string() : "";
}

// As much as the field holds, never half a character.
std::string cut(const std::string& text, std::size_t width) {
    if (text.size() <= width) return text;
    std::size_t end = width;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

void segment(XmlWriter& out, std::string_view name) {
    out.open(name, {{"SEGMENT", "1"}});
}

void write_control(XmlWriter& out, const IdocOrder& order) {
    segment(out, "EDI_DC40");
    out.leaf("TABNAM", "EDI_DC40");
    out.leaf("DOCNUM", order.number);
    out.leaf("DIRECT", "2");
    out.leaf("IDOCTYP", "ORDERS05");
    out.leaf("MESTYP", order.message_type);
    out.leaf("SNDPRT", "LS");
    out.leaf("SNDPRN", order.sender);
    out.leaf("RCVPRT", "LS");
    out.leaf("RCVPRN", order.receiver);
    out.leaf("CREDAT", sap_date(order.date));
    out.leaf("CRETIM", order.time);
    out.leaf("ARCKEY", cut(order.key, text_width));
    out.close();
}

void write_partner(XmlWriter& out, std::string_view role, const std::string& id,
                   const std::string& name) {
    if (id.empty() && name.empty()) return;
    segment(out, "E1EDKA1");
    out.leaf("PARVW", role);
    out.leaf("PARTN", id);
    out.leaf("NAME1", cut(name, name_width));
    out.close();
}

void write_number(XmlWriter& out, std::string_view qualifier, const std::string& text,
                  const std::optional<Date>& date) {
    if (text.empty()) return;
    segment(out, "E1EDK02");
    out.leaf("QUALF", qualifier);
    out.leaf("BELNR", text);
    out.leaf("DATUM", date ? sap_date(*date) : "");
    out.close();
}

void write_head(XmlWriter& out, const IdocOrder& order) {
    segment(out, "E1EDK01");
    out.leaf("ACTION", order.action);
    out.leaf("CURCY", order.currency);
    out.leaf("BELNR", order.our_number);
    out.close();
    segment(out, "E1EDK03");
    out.leaf("IDDAT", "012");
    out.leaf("DATUM", sap_date(order.date));
    out.close();
    write_partner(out, "AG", order.customer, order.customer_name);
    write_partner(out, "WE", order.ship_to, order.ship_to_name);
    write_number(out, "001", order.order_number, order.order_date);
    write_number(out, "002", order.our_number, order.date);
}

void write_item_number(XmlWriter& out, std::string_view qualifier, const std::string& id,
                       const std::string& name) {
    if (id.empty()) return;
    segment(out, "E1EDP19");
    out.leaf("QUALF", qualifier);
    out.leaf("IDTNR", id);
    out.leaf("KTEXT", cut(name, text_width));
    out.close();
}

void write_line(XmlWriter& out, const IdocOrderLine& line) {
    segment(out, "E1EDP01");
    out.leaf("POSEX", line.line);
    out.leaf("ACTION", line.action);
    out.leaf("MENGE", line.quantity.to_string());
    out.leaf("MENEE", line.unit);
    out.leaf("PMENE", line.price_unit);
    out.leaf("VPREI", number(line.price));
    out.leaf("PEINH", number(line.price_base));
    out.leaf("NETWR", number(line.amount));
    for (const auto& part : line.parts) {
        segment(out, "E1EDP20");
        out.leaf("WMENG", part.quantity.to_string());
        out.leaf("EDATU", part.date ? sap_date(*part.date) : "");
        out.close();
    }
    write_item_number(out, "002", line.seller_item, line.name);
    write_item_number(out, "001", line.buyer_item, "");
    write_item_number(out, "003", line.gtin, "");
    out.close();
}

} // namespace

std::string write_idoc_order(const IdocOrder& order) {
    XmlWriter out;
    out.open("ORDERS05");
    out.open("IDOC", {{"BEGIN", "1"}});
    write_control(out, order);
    write_head(out, order);
    for (const auto& line : order.lines)
        write_line(out, line);
    if (order.net) {
        segment(out, "E1EDS01");
        out.leaf("SUMID", "002");
        out.leaf("SUMME", order.net->to_string());
        out.close();
    }
    return out.finish();
}

} // namespace besteld::parsers
