// SPDX-License-Identifier: Apache-2.0
// GS1 XML order 3.x (domain.md 2.4). Changes and cancellations are the same message with another
// documentActionCode or documentStatusCode.
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/xml/formats.hpp"
#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {
namespace {

void add_party(XmlDraft& draft, std::vector<PartyDraft>& parties, PartyRole role,
               const Element& from) {
    if (!from) return;
    PartyDraft party{.role = role};
    draft.add_id(party, from.field("gln"), "GLN");
    for (const auto& more : from.all("additionalPartyIdentification"))
        draft.add_id(party, more.field(), more.attribute("additionalPartyIdentificationTypeCode"));
    party.name = from.field("organisationDetails/organisationName");
    const auto address = from.at("address");
    if (!party.name) party.name = address.field("name");
    if (auto street = address.field("streetAddressOne"))
        party.address_lines.push_back(std::move(*street));
    party.postcode = address.field("postalCode");
    party.city = address.field("city");
    party.country = address.field("countryCode");
    parties.push_back(std::move(party));
}

MaybeDate requested(XmlDraft& draft, const Element& logistics) {
    const auto dates = logistics.at("orderLogisticalDateInformation");
    auto on = dates.at("requestedDeliveryDateTime/date");
    if (!on) on = dates.at("requestedDeliveryDateTime");
    if (auto date = draft.on(draft.date(on))) return date;
    const auto range = dates.at("requestedDeliveryDateRange");
    if (range)
        return draft.period(draft.date(range.at("beginDate")), draft.date(range.at("endDate")));
    return draft.on(draft.date(dates.at("requestedShipDateTime/date")), Meaning::despatch);
}

void read_item_ids(LineDraft& line, const Element& trade) {
    line.gtin = trade.field("gtin");
    line.name = trade.field("tradeItemDescription");
    for (const auto& id : trade.all("additionalTradeItemIdentification")) {
        const auto type = id.attribute("additionalTradeItemIdentificationTypeCode");
        auto value = id.field();
        if (!value) continue;
        if (type == "BUYER_ASSIGNED")
            line.buyer_item = std::move(value);
        else if (type == "SUPPLIER_ASSIGNED")
            line.seller_item = std::move(value);
        else
            line.other_item_ids.push_back({type, std::move(*value)});
    }
}

LineDraft read_line(XmlDraft& draft, const Element& item) {
    LineDraft line;
    line.line = item.field("lineItemNumber");
    line.quantity = draft.number(item, "requestedQuantity");
    draft.unit(line, item.at("requestedQuantity").attribute_field("measurementUnitCode"));
    line.unit_price = draft.number(item, "netPrice");
    line.currency = draft.currency(item.at("netPrice").attribute_field("currencyCode"));
    line.line_amount = draft.number(item, "netAmount");
    read_item_ids(line, item.at("transactionalTradeItem"));
    const auto detail = item.at("orderLineItemDetail/orderLogisticalInformation");
    line.requested = requested(draft, detail ? detail : item.at("orderLogisticalInformation"));
    add_party(draft, line.parties, PartyRole::ship_to, detail.at("shipTo"));
    if (auto note = item.field("note")) line.notes.push_back(std::move(*note));
    return line;
}

void read_action(XmlDraft& draft, const Element& from) {
    auto& order = draft.draft();
    auto code = from.at("documentActionCode");
    if (!code) code = from.at("documentStatusCode");
    const auto action = code.text();
    if (action == "CHANGE_BY_REFRESH") {
        order.document_class = DocumentClass::order_change;
        order.function = {.value = MessageFunction::replace, .place = code.place()};
    } else if (action == "DELETE" || action == "CANCELLED") {
        order.document_class = DocumentClass::order_cancellation;
    } else if (action == "COPY") {
        order.function = {.value = MessageFunction::copy, .place = code.place()};
    } else if (action != "ORIGINAL" && action != "ADD" && !action.empty()) {
        draft.problem(Severity::error, code, "gs1.action",
                      cat("the document's action is \"", action, "\""),
                      "known are ORIGINAL, COPY, CHANGE_BY_REFRESH and DELETE");
    }
}

void read_order(const XmlDocument& document, const Element& from, const Envelope& envelope,
                Parsed& out) {
    auto& order = out.documents.emplace_back();
    XmlDraft draft(order, document);
    order.format = "gs1xml";
    order.message_type = "orderMessage";
    order.envelope = envelope;
    order.document_class = DocumentClass::order;
    order.order_number = from.field("orderIdentification/entityIdentification");
    order.order_date = draft.date(from.at("creationDateTime"));
    order.currency = draft.currency(from.field("orderCurrency"));
    if (!order.currency)
        order.currency = draft.currency(
            from.at("totalMonetaryAmountExcludingTaxes").attribute_field("currencyCode"));
    order.total = draft.number(from, "totalMonetaryAmountExcludingTaxes");
    order.total_gross = draft.number(from, "totalMonetaryAmountIncludingTaxes");
    read_action(draft, from);
    const auto logistics = from.at("orderLogisticalInformation");
    add_party(draft, order.parties, PartyRole::buyer, from.at("buyer"));
    add_party(draft, order.parties, PartyRole::supplier, from.at("seller"));
    add_party(draft, order.parties, PartyRole::bill_to, from.at("billTo"));
    add_party(draft, order.parties, PartyRole::ship_to, logistics.at("shipTo"));
    add_party(draft, order.parties, PartyRole::final_recipient, logistics.at("ultimateConsignee"));
    order.requested = requested(draft, logistics);
    draft.add_reference("contract", from.field("contract/entityIdentification"));
    draft.add_reference("promotion", from.field("promotionalDeal/entityIdentification"));
    for (const auto& note : from.all("note"))
        draft.add_note(note);
    for (const auto& item : from.all("orderLineItem"))
        order.lines.push_back(read_line(draft, item));
    draft.check_complete();
}

LineDraft read_response_line(XmlDraft& draft, const Element& item) {
    LineDraft line;
    line.line = item.field("lineItemNumber");
    line.original_line = item.field("originalOrderLineItemNumber");
    line.quantity = draft.number(item, "confirmedQuantity");
    draft.unit(line, item.at("confirmedQuantity").attribute_field("measurementUnitCode"));
    line.unit_price = draft.number(item, "netPrice");
    line.currency = draft.currency(item.at("netPrice").attribute_field("currencyCode"));
    read_item_ids(line, item.at("transactionalTradeItem"));
    LineResponse response{.code = item.at("lineItemChangeIndicator").text()};
    const auto confirmed = line.quantity ? Decimal::parse(line.quantity->value) : Decimal();
    const bool nothing = confirmed && confirmed->is_zero();
    response.kind = nothing ? ResponseKind::rejected : ResponseKind::accepted;
    response.quantity = line.quantity;
    response.unit = line.unit;
    auto day = item.at("deliveryDateTime/date");
    response.date = draft.on(draft.date(day ? day : item.at("deliveryDateTime")));
    response.price = line.unit_price;
    response.item = item.field("substituteItemIdentification/additionalTradeItemIdentification");
    line.responses.push_back(std::move(response));
    if (auto note = item.field("note")) line.notes.push_back(std::move(*note));
    return line;
}

void read_response(const XmlDocument& document, const Element& from, const Envelope& envelope,
                   Parsed& out) {
    auto& order = out.documents.emplace_back();
    XmlDraft draft(order, document);
    order.format = "gs1xml";
    order.message_type = "orderResponseMessage";
    order.envelope = envelope;
    order.document_class = DocumentClass::order_response;
    order.document_id = from.field("orderResponseIdentification/entityIdentification");
    order.order_number = from.field("originalOrder/entityIdentification");
    order.response_code = from.field("responseStatusCode");
    draft.add_reference("seller_order", from.field("salesOrder/entityIdentification"));
    add_party(draft, order.parties, PartyRole::buyer, from.at("buyer"));
    add_party(draft, order.parties, PartyRole::supplier, from.at("seller"));
    for (const auto& note : from.all("note"))
        draft.add_note(note);
    for (const auto& item : from.all("orderResponseLineItem"))
        order.lines.push_back(read_response_line(draft, item));
}

} // namespace

bool is_gs1(const Element& root) {
    return root.namespace_uri().starts_with("urn:gs1:ecom:") || root.name() == "orderMessage";
}

void read_gs1(const XmlDocument& document, const Element& root, const Envelope& outer,
              Parsed& out) {
    Envelope envelope = outer;
    read_business_header(root.at("StandardBusinessDocumentHeader"), envelope);
    if (root.name() == "orderMessage") {
        for (const auto& order : root.all("order"))
            read_order(document, order, envelope, out);
        return;
    }
    if (root.name() == "orderResponseMessage" && root.at("orderResponse")) {
        for (const auto& response : root.all("orderResponse"))
            read_response(document, response, envelope, out);
        return;
    }
    auto& other = out.documents.emplace_back();
    other.format = "gs1xml";
    other.message_type = root.name();
    other.envelope = envelope;
    if (root.name() == "orderResponseMessage") other.document_class = DocumentClass::order_response;
}

} // namespace besteld::parsers
