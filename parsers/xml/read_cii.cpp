// SPDX-License-Identifier: Apache-2.0
// UN/CEFACT Cross Industry Order, D20B, as Order-X uses it: one structure, told apart by TypeCode
// (UN/EDIFACT 1001: 220 order, 230 change, 231 response) or by the root's name.
#include "base/text.hpp"
#include "parsers/xml/formats.hpp"
#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {
namespace {

constexpr std::string_view order_root = "SCRDMCCBDACIOMessageStructure";
constexpr std::string_view change_root = "SCRDMCCBDACIOCMessageStructure";
constexpr std::string_view response_root = "SCRDMCCBDACIORMessageStructure";

PartyDraft read_party(XmlDraft& draft, PartyRole role, const Element& from) {
    PartyDraft party{.role = role};
    for (const auto& id : from.all("ID"))
        draft.add_id(party, id.field(), "ID");
    for (const auto& id : from.all("GlobalID"))
        draft.add_id(party, id.field(), id.attribute("schemeID"));
    const auto legal = from.at("SpecifiedLegalOrganization/ID");
    draft.add_id(party, legal.field(), legal.attribute("schemeID"));
    for (const auto& tax : from.all("SpecifiedTaxRegistration"))
        draft.add_id(party, tax.field("ID"), tax.at("ID").attribute("schemeID"));
    party.name = from.field("Name");
    const auto address = from.at("PostalTradeAddress");
    for (const std::string_view name : {"LineOne", "LineTwo", "LineThree"})
        if (auto line = address.field(name)) party.address_lines.push_back(std::move(*line));
    party.postcode = address.field("PostcodeCode");
    party.city = address.field("CityName");
    party.country = address.field("CountryID");
    const auto contact = from.at("DefinedTradeContact");
    party.contact_name = contact.field("PersonName");
    party.mail = contact.field("EmailURIUniversalCommunication/URIID");
    party.phone = contact.field("TelephoneUniversalCommunication/CompleteNumber");
    return party;
}

void add_party(XmlDraft& draft, std::vector<PartyDraft>& parties, PartyRole role,
               const Element& from) {
    if (from) parties.push_back(read_party(draft, role, from));
}

// A day, or a period with start and end.
MaybeDate event(XmlDraft& draft, const Element& happens, Meaning meaning) {
    if (auto day = draft.on(draft.date(happens.at("OccurrenceDateTime/DateTimeString")), meaning))
        return day;
    const auto period = happens.at("OccurrenceSpecifiedPeriod");
    return draft.period(draft.date(period.at("StartDateTime/DateTimeString")),
                        draft.date(period.at("EndDateTime/DateTimeString")), meaning);
}

MaybeDate requested(XmlDraft& draft, const Element& delivery) {
    if (auto date =
            event(draft, delivery.at("RequestedDeliverySupplyChainEvent"), Meaning::delivery))
        return date;
    return event(draft, delivery.at("RequestedDespatchSupplyChainEvent"), Meaning::despatch);
}

// UN/EDIFACT 1229
void read_action(XmlDraft& draft, LineDraft& line, const Element& code) {
    const auto text = code.text();
    if (text == "1")
        line.action = LineAction::add;
    else if (text == "2")
        line.action = LineAction::remove;
    else if (text == "3")
        line.action = LineAction::change;
    else if (!text.empty() && text != "4" && text != "5" &&
             draft.draft().document_class == DocumentClass::order_change)
        draft.problem(Severity::error, code, "cii.line_status",
                      cat("the line status code is \"", text, "\""),
                      "known are 1 add, 2 delete, 3 change, 4 and 5 unchanged");
}

LineDraft read_line(XmlDraft& draft, const Element& item) {
    LineDraft line;
    line.line = item.field("AssociatedDocumentLineDocument/LineID");
    read_action(draft, line, item.at("AssociatedDocumentLineDocument/LineStatusCode"));
    const auto product = item.at("SpecifiedTradeProduct");
    line.seller_item = product.field("SellerAssignedID");
    line.buyer_item = product.field("BuyerAssignedID");
    line.name = product.field("Name");
    if (auto global = product.field("GlobalID")) {
        const auto scheme = product.at("GlobalID").attribute("schemeID");
        if (scheme.empty() || scheme == "0160")
            line.gtin = std::move(global);
        else
            line.other_item_ids.push_back({scheme, std::move(*global)});
    }
    const auto delivery = item.at("SpecifiedLineTradeDelivery");
    line.quantity = draft.number(delivery, "RequestedQuantity");
    draft.unit(line, delivery.at("RequestedQuantity").attribute_field("unitCode"));
    line.requested = requested(draft, delivery);
    add_party(draft, line.parties, PartyRole::ship_to, delivery.at("ShipToTradeParty"));
    const auto price = item.at("SpecifiedLineTradeAgreement/NetPriceProductTradePrice");
    line.unit_price = draft.number(price, "ChargeAmount");
    line.price_base_quantity = draft.number(price, "BasisQuantity");
    line.price_base_unit = draft.unit_code(price.at("BasisQuantity").attribute_field("unitCode"));
    if (auto gross = draft.number(
            item, "SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/ChargeAmount"))
        line.prices.push_back({.qualifier = "gross", .value = std::move(*gross)});
    const auto settlement = item.at("SpecifiedLineTradeSettlement");
    line.line_amount =
        draft.number(settlement, "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount");
    line.tax_category = settlement.field("ApplicableTradeTax/CategoryCode");
    line.tax_rate = draft.number(settlement, "ApplicableTradeTax/RateApplicablePercent");
    for (const auto& note : item.at("AssociatedDocumentLineDocument").all("IncludedNote"))
        if (auto text = note.field("Content")) line.notes.push_back(std::move(*text));
    return line;
}

// A line of an answer: AgreedQuantity with its day, beside what was ordered.
LineDraft read_answered_line(XmlDraft& draft, const Element& item) {
    LineDraft line = read_line(draft, item);
    line.original_line =
        item.field("SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID");
    LineResponse response{.code = item.at("AssociatedDocumentLineDocument/LineStatusCode").text()};
    response.kind = response.code == "7" ? ResponseKind::rejected : ResponseKind::accepted;
    const auto agreed = item.at("SpecifiedLineTradeDelivery/AgreedQuantity");
    response.quantity = agreed
                            ? draft.number(item.at("SpecifiedLineTradeDelivery"), "AgreedQuantity")
                            : line.quantity;
    response.unit = agreed.attribute_field("unitCode");
    response.date = line.requested;
    line.requested.reset();
    line.responses.push_back(std::move(response));
    return line;
}

DocumentClass class_of(const Element& root, std::string_view type) {
    if (root.name() == response_root || type == "231") return DocumentClass::order_response;
    if (root.name() == change_root || type == "230") return DocumentClass::order_change;
    return type == "220" || type.empty() ? DocumentClass::order : DocumentClass::other;
}

// UN/EDIFACT 1225
void read_purpose(OrderDraft& order, const Element& purpose) {
    const auto code = purpose.text();
    if (code == "1" && order.document_class == DocumentClass::order_change)
        order.document_class = DocumentClass::order_cancellation;
    auto function = MessageFunction::unknown;
    if (code == "9")
        function = MessageFunction::original;
    else if (code == "4")
        function = MessageFunction::change;
    else if (code == "5")
        function = MessageFunction::replace;
    else if (code == "1")
        function = MessageFunction::cancel;
    else if (code == "7")
        function = MessageFunction::duplicate;
    else if (code == "31")
        function = MessageFunction::copy;
    if (!code.empty()) order.function = {.value = function, .place = purpose.place()};
}

void read_head(XmlDraft& draft, const Element& header, const Element& agreement) {
    auto& order = draft.draft();
    order.order_date = draft.date(header.at("IssueDateTime/DateTimeString"));
    read_purpose(order, header.at("PurposeCode"));
    if (const auto copy = header.at("CopyIndicator/Indicator"); copy.text() == "true")
        order.function = {.value = MessageFunction::copy, .place = copy.place()};
    if (order.document_class == DocumentClass::order) {
        order.order_number = header.field("ID");
    } else {
        order.document_id = header.field("ID");
        order.order_number = agreement.field("BuyerOrderReferencedDocument/IssuerAssignedID");
    }
    for (const auto& note : header.all("IncludedNote"))
        draft.add_note(note.at("Content"));
    order.cost_reference = agreement.field("BuyerReference");
    add_party(draft, order.parties, PartyRole::buyer, agreement.at("BuyerTradeParty"));
    add_party(draft, order.parties, PartyRole::supplier, agreement.at("SellerTradeParty"));
    order.delivery_terms = agreement.field("ApplicableTradeDeliveryTerms/DeliveryTypeCode");
    draft.add_reference("quotation",
                        agreement.field("QuotationReferencedDocument/IssuerAssignedID"));
    draft.add_reference("contract", agreement.field("ContractReferencedDocument/IssuerAssignedID"));
    draft.add_reference("framework",
                        agreement.field("BlanketOrderReferencedDocument/IssuerAssignedID"));
    draft.add_reference("previous_order",
                        agreement.field("PreviousOrderReferencedDocument/IssuerAssignedID"));
}

void read_settlement(XmlDraft& draft, const Element& settlement) {
    auto& order = draft.draft();
    order.currency = draft.currency(settlement.field("OrderCurrencyCode"));
    const auto sums = settlement.at("SpecifiedTradeSettlementHeaderMonetarySummation");
    order.total = draft.number(sums, "GrandTotalAmount");
    order.total_gross = order.total;
    order.total_tax = draft.number(sums, "TaxTotalAmount");
    order.payment_terms = settlement.field("SpecifiedTradePaymentTerms/Description");
    add_party(draft, order.parties, PartyRole::bill_to, settlement.at("InvoiceeTradeParty"));
}

} // namespace

bool is_cii(const Element& root) {
    return root.name() == order_root || root.name() == change_root || root.name() == response_root;
}

void read_cii(const XmlDocument& document, const Element& root, const Envelope& envelope,
              Parsed& out) {
    auto& order = out.documents.emplace_back();
    XmlDraft draft(order, document);
    const auto header = root.at("ExchangedDocument");
    const auto trade = root.at("SupplyChainTradeTransaction");
    order.format = "orderx";
    order.profile =
        root.at("ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID").text();
    order.envelope = envelope;
    // xs:boolean is "true" or "1"
    const auto test = root.at("ExchangedDocumentContext/TestIndicator/Indicator").text();
    order.test = order.envelope.test = test == "true" || test == "1";
    order.document_class = class_of(root, header.at("TypeCode").text());
    order.message_type = order.document_class == DocumentClass::order_change     ? "OrderChange"
                         : order.document_class == DocumentClass::order_response ? "OrderResponse"
                                                                                 : "Order";
    read_head(draft, header, trade.at("ApplicableHeaderTradeAgreement"));
    if (order.document_class == DocumentClass::order_response) {
        order.response_code = header.field("PurposeCode");
        read_settlement(draft, trade.at("ApplicableHeaderTradeSettlement"));
        for (const auto& item : trade.all("IncludedSupplyChainTradeLineItem"))
            order.lines.push_back(read_answered_line(draft, item));
        return;
    }
    const auto delivery = trade.at("ApplicableHeaderTradeDelivery");
    add_party(draft, order.parties, PartyRole::ship_to, delivery.at("ShipToTradeParty"));
    order.requested = requested(draft, delivery);
    read_settlement(draft, trade.at("ApplicableHeaderTradeSettlement"));
    for (const auto& item : trade.all("IncludedSupplyChainTradeLineItem"))
        order.lines.push_back(read_line(draft, item));
    draft.check_complete();
}

} // namespace besteld::parsers
