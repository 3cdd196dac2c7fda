// SPDX-License-Identifier: Apache-2.0
// openTRANS 1.0 and 2.1 ORDER and ORDERCHANGE (domain.md 2.4, openTRANS table).
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/xml/formats.hpp"
#include "parsers/xml/xml_draft.hpp"

#include <array>
#include <utility>

namespace besteld::parsers {
namespace {

constexpr std::array<std::pair<std::string_view, PartyRole>, 7> roles = {{
    {"buyer", PartyRole::buyer},
    {"supplier", PartyRole::supplier},
    {"delivery", PartyRole::ship_to},
    {"final_delivery", PartyRole::final_recipient},
    {"invoice_recipient", PartyRole::bill_to},
    {"invoice", PartyRole::bill_to},
    {"payer", PartyRole::payer},
}};

PartyDraft read_party(XmlDraft& draft, const Element& from) {
    PartyDraft party;
    for (const auto& id : from.all("PARTY_ID"))
        draft.add_id(party, id.field(), id.attribute("type"));
    const auto address = from.at("ADDRESS");
    party.name = address.field("NAME");
    if (auto street = address.field("STREET")) party.address_lines.push_back(std::move(*street));
    party.postcode = address.field("ZIP");
    party.city = address.field("CITY");
    party.country = address.field("COUNTRY_CODED");
    party.contact_name = address.field("CONTACT_DETAILS/CONTACT_NAME");
    party.mail = address.field("EMAIL");
    party.phone = address.field("PHONE");
    return party;
}

void add_by_role(OrderDraft& order, PartyDraft party, std::string_view role) {
    for (const auto& [name, meaning] : roles)
        if (equal_ignoring_case(role, name)) {
            party.role = meaning;
            order.parties.push_back(std::move(party));
            return;
        }
}

// 2.1: PARTY_ROLE, else ORDER_PARTIES_REFERENCE points at the party by its number. 1.0:
// BUYER_PARTY/PARTY …
void read_parties(XmlDraft& draft, const Element& info) {
    auto& order = draft.draft();
    std::vector<PartyDraft> nameless;
    for (const auto& one : info.at("PARTIES").all("PARTY")) {
        auto party = read_party(draft, one);
        const auto said = one.all("PARTY_ROLE");
        for (const auto& role : said)
            add_by_role(order, party, role.text());
        if (said.empty()) nameless.push_back(std::move(party));
    }
    constexpr std::array<std::pair<std::string_view, PartyRole>, 4> pointers = {{
        {"BUYER_IDREF", PartyRole::buyer},
        {"SUPPLIER_IDREF", PartyRole::supplier},
        {"SHIPMENT_PARTIES_REFERENCE/DELIVERY_IDREF", PartyRole::ship_to},
        {"INVOICE_RECIPIENT_IDREF", PartyRole::bill_to},
    }};
    for (const auto& [path, role] : pointers) {
        const auto wanted = info.at("ORDER_PARTIES_REFERENCE").field(path);
        if (!wanted || find_party(order, role)) continue;
        for (const auto& party : nameless)
            for (const auto& id : party.ids)
                if (id.value.id == wanted->value && !find_party(order, role))
                    order.parties.emplace_back(party).role = role;
    }
    const auto old = info.at("ORDER_PARTIES");
    for (const auto& [name, path] :
         {std::pair{"buyer", "BUYER_PARTY/PARTY"}, std::pair{"supplier", "SUPPLIER_PARTY/PARTY"},
          std::pair{"delivery", "SHIPMENT_PARTIES/DELIVERY_PARTY/PARTY"},
          std::pair{"invoice", "INVOICE_PARTY/PARTY"}})
        if (const auto party = old.at(path)) add_by_role(order, read_party(draft, party), name);
}

MaybeDate delivery_date(XmlDraft& draft, const Element& holder) {
    const auto wanted = holder.at("DELIVERY_DATE");
    return draft.period(draft.date(wanted.at("DELIVERY_START_DATE")),
                        draft.date(wanted.at("DELIVERY_END_DATE")));
}

void read_ids(LineDraft& line, const Element& product) {
    line.seller_item = product.field("SUPPLIER_PID");
    if (!line.seller_item) line.seller_item = product.field("SUPPLIER_AID"); // 1.0
    line.buyer_item = product.field("BUYER_PID");
    if (!line.buyer_item) line.buyer_item = product.field("BUYER_AID");
    for (const std::string_view name : {"INTERNATIONAL_PID", "INTERNATIONAL_AID"})
        for (const auto& one : product.all(name)) {
            const auto type = one.attribute("type");
            auto id = one.field();
            if (!id) continue;
            if (type == "gtin" || type == "ean" || type == "upc")
                line.gtin = std::move(id);
            else
                line.other_item_ids.push_back({type, std::move(*id)});
        }
    line.name = product.field("DESCRIPTION_SHORT");
}

LineDraft read_item(XmlDraft& draft, const Element& item) {
    LineDraft line;
    line.line = item.field("LINE_ITEM_ID");
    const auto product = item.at("PRODUCT_ID");
    read_ids(line, product ? product : item.at("ARTICLE_ID"));
    line.quantity = draft.number(item, "QUANTITY");
    draft.unit(line, item.field("ORDER_UNIT"));
    const auto fixed = item.at("PRODUCT_PRICE_FIX");
    const auto price = fixed ? fixed : item.at("ARTICLE_PRICE");
    line.unit_price = draft.number(price, "PRICE_AMOUNT");
    line.price_base_quantity = draft.number(price, "PRICE_QUANTITY");
    line.line_amount = draft.number(item, "PRICE_LINE_AMOUNT");
    if (!line.line_amount) line.line_amount = draft.number(price, "PRICE_LINE_AMOUNT");
    line.requested = delivery_date(draft, item);
    for (const auto& note : item.all("REMARKS"))
        if (auto text = note.field()) line.notes.push_back(std::move(*text));
    // A change states the new total; a negative one would be a difference (quirk 27).
    if (line.quantity && line.quantity->value.starts_with('-'))
        draft.problem(Severity::error, item.at("QUANTITY"), "opentrans.quantity",
                      cat("line ", item.at("LINE_ITEM_ID").text(), " has the quantity ",
                          line.quantity->value),
                      "a quantity is the new total; ask the customer what is meant");
    return line;
}

// ORDERRESPONSE_ITEM: what will be delivered, whole or in parts; 0 is nothing.
LineDraft read_response_item(XmlDraft& draft, const Element& item) {
    LineDraft line = read_item(draft, item);
    const auto add = [&](MaybeField quantity, MaybeDate date) {
        const auto number = quantity ? Decimal::parse(quantity->value) : Decimal();
        LineResponse response{.kind = number && number->is_zero() ? ResponseKind::rejected
                                                                  : ResponseKind::accepted};
        response.quantity = std::move(quantity);
        response.unit = line.unit;
        response.date = std::move(date);
        line.responses.push_back(std::move(response));
    };
    for (const auto& part : item.at("PARTIAL_DELIVERY_LIST").all("PARTIAL_DELIVERY"))
        add(draft.number(part, "QUANTITY"), delivery_date(draft, part));
    if (line.responses.empty()) add(line.quantity, line.requested);
    return line;
}

void read_head(XmlDraft& draft, const Element& info) {
    auto& order = draft.draft();
    order.order_number = info.field("ORDER_ID");
    order.order_date = draft.date(info.at("ORDER_DATE"));
    if (!order.order_date) order.order_date = draft.date(info.at("ORDERCHANGE_DATE"));
    order.buyer_version = info.field("ORDERCHANGE_SEQUENCE_ID");
    order.currency = draft.currency(info.field("CURRENCY"));
    if (!order.currency) order.currency = draft.currency(info.field("PRICE_CURRENCY"));
    order.requested = delivery_date(draft, info);
    order.partial_allowed = info.field("PARTIAL_SHIPMENT_ALLOWED");
    if (order.partial_allowed)
        order.partial_allowed->value =
            to_lower_ascii(order.partial_allowed->value) == "true" ? "yes" : "no";
    order.payment_terms = info.field("PAYMENT/PAYMENT_TERMS/PAYMENT_TERM");
    draft.add_reference("order", info.field("CUSTOMER_ORDER_REFERENCE/ORDER_ID"));
    draft.add_reference("seller_order", info.field("SUPPLIER_ORDER_ID"));
    for (const auto& note : info.all("REMARKS"))
        draft.add_note(note);
}

} // namespace

bool is_opentrans(const Element& root) {
    return root.namespace_uri().contains("opentrans") || root.at(cat(root.name(), "_HEADER"));
}

void read_opentrans(const XmlDocument& document, const Element& root, const Envelope& envelope,
                    Parsed& out) {
    auto& order = out.documents.emplace_back();
    XmlDraft draft(order, document);
    const std::string name(root.name());
    order.format = "opentrans";
    order.message_type = name;
    order.version = root.attribute("version");
    order.envelope = envelope;
    order.document_class = name == "ORDER"           ? DocumentClass::order
                           : name == "ORDERCHANGE"   ? DocumentClass::order_change
                           : name == "ORDERRESPONSE" ? DocumentClass::order_response
                           : name == "RFQ"           ? DocumentClass::quote_request
                                                     : DocumentClass::other;
    const auto header = root.at(cat(name, "_HEADER"));
    const auto info = header.at(cat(name, "_INFO"));
    if (order.document_class == DocumentClass::other) return;
    read_head(draft, info);
    draft.add_reference("quotation", header.field("SOURCING_INFO/QUOTATION_ID"));
    draft.add_reference("contract", header.field("SOURCING_INFO/AGREEMENT/AGREEMENT_ID"));
    read_parties(draft, info);
    if (order.document_class == DocumentClass::order_response) {
        order.document_id = info.field("SUPPLIER_ORDER_ID");
        for (const auto& item : root.at("ORDERRESPONSE_ITEM_LIST").all("ORDERRESPONSE_ITEM"))
            order.lines.push_back(read_response_item(draft, item));
        return;
    }
    for (const auto& item : root.at(cat(name, "_ITEM_LIST")).all("ORDER_ITEM"))
        order.lines.push_back(read_item(draft, item));
    const auto summary = root.at(cat(name, "_SUMMARY"));
    order.total = draft.number(summary, "TOTAL_AMOUNT");
    order.stated_line_count = draft.number(summary, "TOTAL_ITEM_NUM");
    if (root.attribute("type") == "express")
        order.kind = {.value = OrderKind::rush, .place = root.place()};
    if (root.attribute("type") == "consignment")
        order.kind = {.value = OrderKind::consignment, .place = root.place()};
    draft.check_complete();
}

} // namespace besteld::parsers
