// SPDX-License-Identifier: Apache-2.0
// cXML 1.2 OrderRequest (domain.md 2.4, cXML table). payloadID is the transport identity.
#include "base/text.hpp"
#include "parsers/xml/formats.hpp"
#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {
namespace {

void add_credentials(XmlDraft& draft, PartyRole role, const Element& from) {
    if (!from) return;
    PartyDraft party{.role = role};
    for (const auto& credential : from.all("Credential"))
        draft.add_id(party, credential.field("Identity"), credential.attribute("domain"));
    draft.draft().parties.push_back(std::move(party));
}

PartyDraft read_address(XmlDraft& draft, PartyRole role, const Element& address) {
    PartyDraft party{.role = role};
    draft.add_id(party, address.attribute_field("addressID"), "addressID");
    party.name = address.field("Name");
    const auto postal = address.at("PostalAddress");
    for (const auto& street : postal.all("Street"))
        if (auto line = street.field()) party.address_lines.push_back(std::move(*line));
    party.contact_name = postal.field("DeliverTo");
    party.postcode = postal.field("PostalCode");
    party.city = postal.field("City");
    party.country = postal.at("Country").attribute_field("isoCountryCode");
    party.mail = address.field("Email");
    return party;
}

void read_item_ids(LineDraft& line, const Element& id) {
    line.seller_item = id.field("SupplierPartID");
    line.buyer_item = id.field("BuyerPartID");
    if (auto more = id.field("SupplierPartAuxiliaryID"))
        line.other_item_ids.push_back({"SupplierPartAuxiliaryID", std::move(*more)});
    for (const auto& other : id.all("IdReference")) {
        auto value = other.attribute_field("identifier");
        if (!value) continue;
        const auto domain = other.attribute("domain");
        if (domain == "EAN-13" || domain == "GTIN" || domain == "EANID" || domain == "UPCID")
            line.gtin = value;
        else
            line.other_item_ids.push_back({domain, std::move(*value)});
    }
}

LineDraft read_item(XmlDraft& draft, const Element& item) {
    LineDraft line;
    const auto detail = item.at("ItemDetail");
    line.line = item.attribute_field("lineNumber");
    read_item_ids(line, item.at("ItemID"));
    line.quantity = draft.number(item.attribute_field("quantity"));
    draft.unit(line, detail.field("UnitOfMeasure"));
    line.name = detail.field("Description");
    const auto price = detail.at("UnitPrice/Money");
    line.unit_price = draft.number(price);
    line.currency = draft.currency(price.attribute_field("currency"));
    const auto basis = detail.at("PriceBasisQuantity");
    line.price_base_quantity = draft.number(basis.attribute_field("quantity"));
    line.price_base_unit = draft.unit_code(basis.field("UnitOfMeasure"));
    if (auto maker = detail.field("ManufacturerPartID"))
        line.other_item_ids.push_back({"MF", std::move(*maker)});
    line.requested = draft.on(draft.date(item.attribute_field("requestedDeliveryDate")));
    for (const auto& part : item.all("ScheduleLine"))
        if (auto quantity = draft.number(part.attribute_field("quantity")))
            line.schedule.push_back(
                {std::move(*quantity),
                 draft.on(draft.date(part.attribute_field("requestedDeliveryDate")))});
    if (const auto to = item.at("ShipTo/Address"))
        line.parties.push_back(read_address(draft, PartyRole::ship_to, to));
    for (const auto& note : item.all("Comments"))
        if (auto text = note.field()) line.notes.push_back(std::move(*text));
    if (item.attribute_field("operation"))
        draft.problem(
            Severity::error, item, "cxml.operation",
            cat("line ", item.attribute("lineNumber"), " uses the operation \"",
                item.attribute("operation"), "\""),
            "line operations are not supported; ask the customer to send the whole order");
    return line;
}

void read_type(XmlDraft& draft, const Element& header) {
    auto& order = draft.draft();
    const auto type = header.attribute("type");
    if (type == "delete")
        order.document_class = DocumentClass::order_cancellation;
    else if (type == "update")
        order.document_class = DocumentClass::order_change;
    else if (!type.empty() && type != "new")
        draft.problem(Severity::error, header, "cxml.type",
                      cat("the request type is \"", type, "\""),
                      "known are new, update and delete");
    if (type == "update")
        order.function = {.value = MessageFunction::replace, .place = header.place()};
    const auto kind = header.attribute_field("orderType");
    if (!kind) return;
    order.kind = {.value = OrderKind::unknown, .place = kind->place};
    if (kind->value == "regular")
        order.kind->value = OrderKind::standard;
    else if (kind->value == "release")
        order.kind->value = OrderKind::call_off;
    else if (kind->value == "blanket")
        order.kind->value = OrderKind::blanket;
    else
        draft.problem(Severity::error, header, "cxml.order_type",
                      cat("the order type \"", kind->value, "\" is not supported"),
                      "a person must say how the order is to be treated");
}

void read_head(XmlDraft& draft, const Element& header) {
    auto& order = draft.draft();
    order.order_number = header.attribute_field("orderID");
    order.order_date = draft.date(header.attribute_field("orderDate"));
    order.buyer_version = header.attribute_field("orderVersion");
    const auto total = header.at("Total/Money");
    order.total = draft.number(total);
    order.currency = draft.currency(total.attribute_field("currency"));
    order.total_tax = draft.number(header, "Tax/Money");
    order.requested = draft.on(draft.date(header.attribute_field("requestedDeliveryDate")));
    if (!order.requested)
        order.requested =
            draft.on(draft.date(header.attribute_field("pickUpDate")), Meaning::pickup);
    if (const auto complete = header.attribute_field("shipComplete");
        complete && complete->value == "yes") {
        order.partial_allowed = complete;
        order.partial_allowed->value = "no";
    }
    draft.add_reference("contract", header.attribute_field("agreementID"));
    draft.add_reference("previous_order",
                        header.at("DocumentReference").attribute_field("payloadID"));
    if (const auto days = header.at("PaymentTerm").attribute_field("payInNumberOfDays"))
        order.payment_terms = days;
    order.delivery_terms = header.at("TermsOfDelivery/TransportTerms").attribute_field("value");
    for (const auto& note : header.all("Comments"))
        draft.add_note(note);
    if (const auto to = header.at("ShipTo/Address"))
        order.parties.push_back(read_address(draft, PartyRole::ship_to, to));
    if (const auto to = header.at("BillTo/Address"))
        order.parties.push_back(read_address(draft, PartyRole::bill_to, to));
}

ResponseKind response_kind(std::string_view type) {
    if (type == "reject") return ResponseKind::rejected;
    if (type == "backordered") return ResponseKind::backordered;
    if (type == "accept" || type == "allDetail" || type == "detail") return ResponseKind::accepted;
    return ResponseKind::open;
}

// ConfirmationStatus: one part of a line. ItemIn stands where another item or unit is confirmed.
LineResponse read_status(XmlDraft& draft, const Element& status) {
    LineResponse response{.code = status.attribute("type")};
    response.kind = response_kind(response.code);
    const auto item = status.at("ItemIn");
    response.quantity = draft.number((item ? item : status).attribute_field("quantity"));
    response.unit = item ? item.field("ItemDetail/UnitOfMeasure") : status.field("UnitOfMeasure");
    response.date = draft.on(draft.date(status.attribute_field("deliveryDate")));
    response.price =
        draft.number(item ? item.at("ItemDetail/UnitPrice/Money") : status.at("UnitPrice/Money"));
    response.item = item.field("ItemID/SupplierPartID");
    return response;
}

void read_confirmation(XmlDraft& draft, const Element& confirmation) {
    auto& order = draft.draft();
    const auto header = confirmation.at("ConfirmationHeader");
    order.document_class = DocumentClass::order_response;
    order.response_code = header.attribute_field("type");
    order.document_id = header.attribute_field("confirmID");
    const auto reference = confirmation.at("OrderReference");
    order.order_number = reference.attribute_field("orderID");
    order.order_date = draft.date(reference.attribute_field("orderDate"));
    draft.add_reference("order", reference.at("DocumentReference").attribute_field("payloadID"));
    for (const auto& note : header.all("Comments"))
        draft.add_note(note);
    for (const auto& item : confirmation.all("ConfirmationItem")) {
        auto& line = order.lines.emplace_back();
        line.line = item.attribute_field("lineNumber");
        line.quantity = draft.number(item.attribute_field("quantity"));
        draft.unit(line, item.field("UnitOfMeasure"));
        for (const auto& status : item.all("ConfirmationStatus"))
            line.responses.push_back(read_status(draft, status));
    }
}

} // namespace

bool is_cxml(const Element& root) {
    return root.name() == "cXML";
}

void read_cxml(const XmlDocument& document, const Element& root, const Envelope& envelope,
               Parsed& out) {
    auto& order = out.documents.emplace_back();
    XmlDraft draft(order, document);
    order.format = "cxml";
    order.version = root.attribute("version");
    order.envelope = envelope;
    order.envelope.standard = "cxml";
    order.envelope.interchange_ref = root.attribute("payloadID");
    order.envelope.sender = root.at("Header/From/Credential/Identity").text();
    order.envelope.receiver = root.at("Header/To/Credential/Identity").text();
    order.envelope.test = root.at("Request").attribute("deploymentMode") == "test";
    order.test = order.envelope.test;
    const auto request = root.at("Request/OrderRequest");
    if (!request) { // PunchOut, status, invoice, response …
        for (const std::string_view holder : {"Request", "Message", "Response"})
            for (const auto& child : root.at(holder).children())
                order.message_type = child.name();
        order.document_class = order.message_type == "OrderStatusRequest"
                                   ? DocumentClass::order_status
                                   : DocumentClass::other;
        if (const auto status = root.at("Response/Status"))
            order.response_code = status.attribute_field("code");
        if (const auto update = root.at("Request/StatusUpdateRequest")) {
            order.response_code = update.at("Status").attribute_field("code");
            draft.add_reference("order",
                                update.at("DocumentReference").attribute_field("payloadID"));
            draft.add_note(update.at("Status"));
        }
        if (const auto confirmation = root.at("Request/ConfirmationRequest")) {
            read_confirmation(draft, confirmation);
            add_credentials(draft, PartyRole::supplier, root.at("Header/From"));
            add_credentials(draft, PartyRole::buyer, root.at("Header/To"));
        }
        return;
    }
    order.message_type = "OrderRequest";
    order.document_class = DocumentClass::order;
    const auto header = request.at("OrderRequestHeader");
    read_type(draft, header);
    read_head(draft, header);
    add_credentials(draft, PartyRole::buyer, root.at("Header/From"));
    add_credentials(draft, PartyRole::supplier, root.at("Header/To"));
    for (const auto& item : request.all("ItemOut"))
        order.lines.push_back(read_item(draft, item));
    draft.check_complete();
}

} // namespace besteld::parsers
