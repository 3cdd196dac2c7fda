// SPDX-License-Identifier: Apache-2.0
// SAP IDoc ORDERS01 to ORDERS05 as XML (domain.md 2.4, IDoc table). DOCNUM and sender are its
// identity.
#include "base/text.hpp"
#include "parsers/xml/formats.hpp"
#include "parsers/xml/xml_draft.hpp"

#include <algorithm>

namespace besteld::parsers {
namespace {

// The segment of that name whose qualifier field has that value; empty when there is none.
Element qualified(const Element& holder, std::string_view segment, std::string_view field,
                  std::string_view value) {
    for (const auto& one : holder.all(segment))
        if (one.at(field).text() == value) return one;
    return {};
}

// Own message types such as ZZORDERS end in the standard's (quirk 28).
DocumentClass class_by_type(std::string_view type) {
    if (type.ends_with("ORDRSP")) return DocumentClass::order_response;
    if (type.ends_with("ORDCHG")) return DocumentClass::order_change;
    if (type.ends_with("ORDERS")) return DocumentClass::order;
    if (type.ends_with("REQOTE")) return DocumentClass::quote_request;
    return DocumentClass::other;
}

PartyRole role_of(std::string_view code) {
    if (code == "AG") return PartyRole::buyer;
    if (code == "WE") return PartyRole::ship_to;
    if (code == "RE") return PartyRole::bill_to;
    if (code == "RG") return PartyRole::payer;
    if (code == "LF") return PartyRole::supplier;
    return PartyRole::other;
}

PartyDraft read_party(XmlDraft& draft, const Element& from) {
    PartyDraft party{.role = role_of(from.at("PARVW").text())};
    draft.add_id(party, from.field("PARTN"), "PARTN");
    draft.add_id(party, from.field("LIFNR"), "LIFNR");
    draft.add_id(party, from.field("ILNNR"), "GLN");
    party.name = from.field("NAME1");
    for (const std::string_view name : {"STRAS", "STRS2"})
        if (auto line = from.field(name)) party.address_lines.push_back(std::move(*line));
    party.postcode = from.field("PSTLZ");
    party.city = from.field("ORT01");
    party.country = from.field("LAND1");
    party.contact_name = from.field("BNAME");
    party.phone = from.field("TELF1");
    return party;
}

void read_action(XmlDraft& draft, LineDraft& line, const Element& item) {
    const auto action = item.at("ACTION").text();
    if (action.empty() || action == "000" || action == "004") return;
    if (action == "001")
        line.action = LineAction::add;
    else if (action == "002")
        line.action = LineAction::change;
    else if (action == "003")
        line.action = LineAction::remove;
    else
        draft.problem(Severity::error, item.at("ACTION"), "idoc.action",
                      cat("item ", item.at("POSEX").text(), " has the action ", action),
                      "known are 001 added, 002 changed, 003 cancelled and 004 not changed");
}

LineDraft read_item(XmlDraft& draft, const Element& item) {
    LineDraft line;
    line.line = item.field("POSEX");
    read_action(draft, line, item);
    line.quantity = draft.number(item, "MENGE");
    draft.unit(line, item.field("MENEE"));
    line.unit_price = draft.number(item, "VPREI");
    line.price_base_quantity = draft.number(item, "PEINH");
    line.price_base_unit = draft.unit_code(item.field("PMENE"));
    line.line_amount = draft.number(item, "NETWR");
    line.currency = draft.currency(item.field("CURCY"));
    for (const auto& id : item.all("E1EDP19")) {
        const auto qualifier = id.at("QUALF").text();
        if (!line.name) line.name = id.field("KTEXT");
        auto value = id.field("IDTNR");
        if (!value) continue;
        if (qualifier == "001")
            line.buyer_item = std::move(value);
        else if (qualifier == "002")
            line.seller_item = std::move(value);
        else if (qualifier == "003")
            line.gtin = std::move(value);
        else
            line.other_item_ids.push_back({qualifier, std::move(*value)});
    }
    for (const auto& part : item.all("E1EDP20")) {
        auto quantity = draft.number(part, "WMENG");
        auto date = draft.on(draft.date(part.at("EDATU")));
        if (quantity) line.schedule.push_back({std::move(*quantity), std::move(date)});
    }
    if (line.schedule.size() == 1) line.requested = line.schedule.front().requested;
    return line;
}

// ORDRSP: an item is cancelled (ACTION 003) or will come as its schedule lines say. Its line of the
// order stands in E1EDP02.
void read_answers(OrderDraft& order, const Element& idoc) {
    const auto items = idoc.all("E1EDP01");
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        auto& line = order.lines[i];
        line.original_line = qualified(items[i], "E1EDP02", "QUALF", "001").field("ZEILE");
        if (line.action == LineAction::remove) {
            line.responses.push_back(
                {.kind = ResponseKind::rejected, .code = "003", .quantity = line.quantity});
            continue;
        }
        for (const auto& part : line.schedule)
            line.responses.push_back({.quantity = part.quantity,
                                      .unit = line.unit,
                                      .date = part.requested,
                                      .price = line.unit_price});
    }
}

void read_head(XmlDraft& draft, const Element& idoc) {
    auto& order = draft.draft();
    const auto reference = qualified(idoc, "E1EDK02", "QUALF", "001");
    order.order_number = reference.field("BELNR");
    if (!order.order_number)
        order.order_number = idoc.field("E1EDK01/BELNR"); // quirk 28: no E1EDK02
    order.currency = draft.currency(idoc.field("E1EDK01/CURCY"));
    order.order_date = draft.date(qualified(idoc, "E1EDK03", "IDDAT", "012").at("DATUM"));
    if (!order.order_date) order.order_date = draft.date(reference.at("DATUM"));
    if (!order.order_date)
        order.order_date = draft.date(qualified(idoc, "E1EDK03", "IDDAT", "011").at("DATUM"));
    order.requested = draft.on(draft.date(qualified(idoc, "E1EDK03", "IDDAT", "002").at("DATUM")));
    draft.add_reference("contract", qualified(idoc, "E1EDK02", "QUALF", "006").field("BELNR"));
    draft.add_reference("quotation", qualified(idoc, "E1EDK02", "QUALF", "004").field("BELNR"));
    order.delivery_terms = idoc.field("E1EDK17/LKOND");
    order.payment_terms = idoc.field("E1EDK01/ZTERM");
    order.total = draft.number(qualified(idoc, "E1EDS01", "SUMID", "002"), "SUMME");
    order.stated_line_count = draft.number(qualified(idoc, "E1EDS01", "SUMID", "001"), "SUMME");
    for (const auto& party : idoc.all("E1EDKA1"))
        order.parties.push_back(read_party(draft, party));
    for (const auto& text : idoc.all("E1EDKT1"))
        for (const auto& line : text.all("E1EDKT2"))
            draft.add_note(line.at("TDLINE"));
}

// E1EDK01-ACTION 001 reverses the whole document, as do items that are all cancelled; 003 there
// only says that items changed (the two code lists differ).
void find_cancellation(OrderDraft& order, const Element& idoc) {
    if (order.document_class != DocumentClass::order_change) return;
    const bool all = !order.lines.empty() &&
                     std::all_of(order.lines.begin(), order.lines.end(), [](const LineDraft& line) {
                         return line.action == LineAction::remove;
                     });
    if (all || idoc.at("E1EDK01/ACTION").text() == "001")
        order.document_class = DocumentClass::order_cancellation;
}

void read_one(const XmlDocument& document, const Element& root, const Element& idoc,
              const Envelope& envelope, Parsed& out) {
    auto& order = out.documents.emplace_back();
    XmlDraft draft(order, document);
    const auto control = idoc.at("EDI_DC40");
    order.format = "idoc-xml";
    order.message_type = control.at("MESTYP").text();
    if (order.message_type.empty()) // only the root names the type: ORDERS05 is ORDERS
        order.message_type = root.name().substr(0, root.name().find_first_of("0123456789"));
    order.version = control.at("IDOCTYP").text();
    order.document_class = class_by_type(order.message_type);
    order.envelope = envelope;
    order.envelope.standard = "idoc";
    order.envelope.sender = control.at("SNDPRN").text();
    order.envelope.receiver = control.at("RCVPRN").text();
    order.envelope.interchange_ref = order.envelope.message_ref = control.at("DOCNUM").text();
    order.test = order.envelope.test = control.at("TEST").text() == "X";
    if (order.document_class == DocumentClass::other) return;
    read_head(draft, idoc);
    for (const auto& item : idoc.all("E1EDP01"))
        order.lines.push_back(read_item(draft, item));
    if (order.document_class == DocumentClass::order_response) {
        order.document_id = qualified(idoc, "E1EDK02", "QUALF", "002").field("BELNR");
        read_answers(order, idoc);
        return;
    }
    find_cancellation(order, idoc);
    draft.check_complete();
}

} // namespace

bool is_idoc(const Element& root) {
    return root.at("IDOC/EDI_DC40") || root.at("IDOC/E1EDK01");
}

void read_idoc(const XmlDocument& document, const Element& root, const Envelope& envelope,
               Parsed& out) {
    for (const auto& idoc : root.all("IDOC"))
        read_one(document, root, idoc, envelope, out);
}

} // namespace besteld::parsers
