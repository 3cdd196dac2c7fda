// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "parsers/xml/read_xml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using namespace besteld::parsers;
using testing::HasSubstr;

namespace {

constexpr std::string_view namespaces =
    " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
    " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">";

std::string ubl(std::string_view root, std::string_view body) {
    return cat("<", root, " xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:", root, "-2\"",
               namespaces, body, "</", root, ">");
}

constexpr std::string_view head = R"(
<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
<cbc:ID>NK-4711</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate>
<cbc:OrderTypeCode>220</cbc:OrderTypeCode><cbc:Note>Ring the bell twice</cbc:Note>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:ValidityPeriod><cbc:EndDate>2026-03-04</cbc:EndDate></cac:ValidityPeriod>
<cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID="0088">9520000001018</cbc:EndpointID>
<cac:PartyIdentification><cbc:ID schemeID="0106">12345678</cbc:ID></cac:PartyIdentification>
<cac:PartyName><cbc:Name>Korenaar</cbc:Name></cac:PartyName></cac:Party></cac:BuyerCustomerParty>
<cac:SellerSupplierParty><cac:Party><cbc:EndpointID schemeID="0088">9520000000011</cbc:EndpointID>
</cac:Party></cac:SellerSupplierParty>
<cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="0088">9520000002015</cbc:ID></cac:DeliveryLocation>
<cac:RequestedDeliveryPeriod><cbc:StartDate>2026-03-05</cbc:StartDate><cbc:EndDate>2026-03-05</cbc:EndDate>
</cac:RequestedDeliveryPeriod></cac:Delivery>
<cac:AnticipatedMonetaryTotal><cbc:PayableAmount currencyID="EUR">447.70</cbc:PayableAmount>
</cac:AnticipatedMonetaryTotal>)";

constexpr std::string_view line = R"(
<cac:OrderLine><cbc:Note>blue</cbc:Note><cac:LineItem><cbc:ID>1</cbc:ID>
<cbc:Quantity unitCode="XRO">500</cbc:Quantity>
<cbc:LineExtensionAmount currencyID="EUR">370.00</cbc:LineExtensionAmount>
<cac:Price><cbc:PriceAmount currencyID="EUR">74.00</cbc:PriceAmount>
<cbc:BaseQuantity unitCode="XRO">100</cbc:BaseQuantity></cac:Price>
<cac:Item><cbc:Name>Tape</cbc:Name>
<cac:BuyersItemIdentification><cbc:ID>K-9</cbc:ID></cac:BuyersItemIdentification>
<cac:SellersItemIdentification><cbc:ID>NK-100</cbc:ID></cac:SellersItemIdentification>
<cac:StandardItemIdentification><cbc:ID schemeID="0160">9521000000018</cbc:ID></cac:StandardItemIdentification>
</cac:Item></cac:LineItem></cac:OrderLine>)";

std::string order() {
    return ubl("Order", cat(head, line));
}

OrderDraft only(const Parsed& parsed) {
    EXPECT_EQ(parsed.documents.size(), 1u);
    return parsed.documents.empty() ? OrderDraft{} : parsed.documents.front();
}

const Problem* find_problem(const OrderDraft& draft, std::string_view code) {
    const auto found = std::find_if(draft.problems.begin(), draft.problems.end(),
                                    [&](const Problem& one) { return one.code == code; });
    return found == draft.problems.end() ? nullptr : &*found;
}

TEST(UblReader, readsAnOrderCompletely) {
    const auto bytes = order();
    const auto draft = only(read_xml(bytes, 2));
    EXPECT_EQ(draft.format, "ubl");
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.order_number->value, "NK-4711");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(draft.valid_until->value, "2026-03-04");
    EXPECT_EQ(draft.kind->value, OrderKind::standard);
    EXPECT_EQ(draft.total->value, "447.70");
    EXPECT_EQ(draft.requested->value.kind, DateKind::on);
    EXPECT_EQ(draft.requested->value.start, "2026-03-05");
    EXPECT_EQ(draft.notes.at(0).value, "Ring the bell twice");
    const auto* buyer = find_party(draft, PartyRole::buyer);
    ASSERT_TRUE(buyer);
    ASSERT_EQ(buyer->ids.size(), 2u);
    EXPECT_EQ(buyer->ids[0].value, (PartyId{"0088", "9520000001018"}));
    EXPECT_EQ(buyer->name->value, "Korenaar");
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->ids.at(0).value.id, "9520000002015");
    EXPECT_TRUE(draft.problems.empty());
    EXPECT_EQ(draft.part, 2u);
    EXPECT_EQ(draft.end, bytes.size());
}

TEST(UblReader, readsALineWithItsPriceBase) {
    const auto bytes = order();
    const auto draft = only(read_xml(bytes, 0));
    ASSERT_EQ(draft.lines.size(), 1u);
    const auto& one = draft.lines[0];
    EXPECT_EQ(one.line->value, "1");
    EXPECT_EQ(one.quantity->value, "500");
    EXPECT_EQ(bytes.substr(one.quantity->place.begin, 3), "500");
    EXPECT_EQ(one.unit->value, "XRO");
    EXPECT_EQ(one.unit_code->value, "XRO");
    EXPECT_EQ(one.unit_price->value, "74.00");
    EXPECT_EQ(one.price_base_quantity->value, "100");
    EXPECT_EQ(one.line_amount->value, "370.00");
    EXPECT_EQ(one.buyer_item->value, "K-9");
    EXPECT_EQ(one.seller_item->value, "NK-100");
    EXPECT_EQ(one.gtin->value, "9521000000018");
    EXPECT_EQ(one.notes.at(0).value, "blue");
}

TEST(UblReader, doesNotCareAboutPrefixes) {
    auto bytes = replace_all(order(), "cac:", "a:");
    bytes = replace_all(bytes, "cbc:", "b:");
    bytes = replace_all(replace_all(bytes, "xmlns:cac", "xmlns:a"), "xmlns:cbc", "xmlns:b");
    const auto draft = only(read_xml(bytes, 0));
    EXPECT_EQ(draft.order_number->value, "NK-4711");
    EXPECT_EQ(draft.lines.at(0).gtin->value, "9521000000018");
}

struct Period {
    const char* xml;
    DateKind kind;
    const char* start;
};
TEST(UblReader, aPeriodSaysWhetherADayIsOnByOrNotBefore) {
    const std::string_view both =
        "<cbc:StartDate>2026-03-05</cbc:StartDate><cbc:EndDate>2026-03-05</cbc:EndDate>";
    for (const auto& [xml, kind, start] :
         {Period{"<cbc:EndDate>2026-03-06</cbc:EndDate>", DateKind::by, "2026-03-06"},
          Period{"<cbc:StartDate>2026-03-07</cbc:StartDate>", DateKind::not_before, "2026-03-07"},
          Period{"<cbc:StartDate>2026-03-07+01:00</cbc:StartDate><cbc:EndDate>2026-03-09</"
                 "cbc:EndDate>",
                 DateKind::window, "2026-03-07"}}) {
        const auto draft = only(read_xml(replace_all(order(), both, xml), 0));
        ASSERT_TRUE(draft.requested) << xml;
        EXPECT_EQ(draft.requested->value.kind, kind) << xml;
        EXPECT_EQ(draft.requested->value.start, start) << xml;
    }
}

TEST(UblReader, aChangeNamesItsOrderAndItsOwnNumber) {
    const auto bytes = ubl(
        "OrderChange", cat("<cbc:ID>CH-2</cbc:ID><cbc:SequenceNumberID>2</cbc:SequenceNumberID>"
                           "<cac:OrderReference><cbc:ID>NK-4711</cbc:ID></cac:OrderReference>",
                           replace_all(std::string(line), "<cbc:Quantity",
                                       "<cbc:LineStatusCode>2</cbc:LineStatusCode><cbc:Quantity")));
    const auto draft = only(read_xml(bytes, 0));
    EXPECT_EQ(draft.document_class, DocumentClass::order_change);
    EXPECT_EQ(draft.document_id->value, "CH-2");
    EXPECT_EQ(draft.order_number->value, "NK-4711");
    EXPECT_EQ(draft.buyer_version->value, "2");
    EXPECT_EQ(draft.lines.at(0).action, LineAction::remove);
    EXPECT_TRUE(draft.problems.empty());
}

TEST(UblReader, aChangeWithoutASequenceNumberIsTakenWithAWarning) {
    const auto draft = only(read_xml(
        ubl("OrderChange",
            "<cbc:ID>C</cbc:ID><cac:OrderReference><cbc:ID>N</cbc:ID></cac:OrderReference>"),
        0));
    ASSERT_TRUE(find_problem(draft, "ubl.sequence"));
    EXPECT_EQ(find_problem(draft, "ubl.sequence")->severity, Severity::warning);
}

TEST(UblReader, aCancellationOfTwoOrdersBecomesTwo) {
    const auto parsed = read_xml(
        ubl("OrderCancellation", "<cbc:ID>X1</cbc:ID><cbc:CancellationNote>sold out"
                                 "</cbc:CancellationNote>"
                                 "<cac:OrderReference><cbc:ID>N1</cbc:ID></cac:OrderReference>"
                                 "<cac:OrderReference><cbc:ID>N2</cbc:ID></cac:OrderReference>"),
        0);
    ASSERT_EQ(parsed.documents.size(), 2u);
    EXPECT_EQ(parsed.documents[0].document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(parsed.documents[0].order_number->value, "N1");
    EXPECT_EQ(parsed.documents[1].order_number->value, "N2");
    EXPECT_EQ(parsed.documents[1].notes.at(0).value, "sold out");
}

TEST(UblReader, anItalianRevocationIsNoOrder) {
    const auto bytes = replace_all(order(), "<cac:BuyerCustomerParty>",
                                   "<cac:OrderDocumentReference><cbc:ID>NK-4700#2026-02-20#0088:"
                                   "9520000001018#Cancelled</cbc:ID>"
                                   "</cac:OrderDocumentReference><cac:BuyerCustomerParty>");
    const auto draft = only(read_xml(bytes, 0));
    EXPECT_EQ(draft.document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(draft.order_number->value, "NK-4700");
    EXPECT_EQ(draft.document_id->value, "NK-4711");
    EXPECT_TRUE(draft.lines.empty());
    EXPECT_EQ(only(read_xml(replace_all(bytes, "#Cancelled", "#Revised"), 0)).function->value,
              MessageFunction::replace);
    EXPECT_TRUE(find_problem(only(read_xml(replace_all(bytes, "#Cancelled", "#Hmm"), 0)),
                             "ubl.reference_status"));
}

TEST(UblReader, anOrderBalanceIsNoOrder) {
    const auto draft =
        only(read_xml(replace_all(order(), "trns:order:3", "trns:order_balance:1"), 0));
    EXPECT_EQ(draft.document_class, DocumentClass::other);
    EXPECT_TRUE(find_problem(draft, "ubl.not_an_order"));
}

TEST(UblReader, answersAndInvoicesAreNoOrders) {
    EXPECT_EQ(only(read_xml(ubl("OrderResponse", "<cbc:ID>R</cbc:ID>"), 0)).document_class,
              DocumentClass::order_response);
    EXPECT_EQ(only(read_xml(ubl("Invoice", "<cbc:ID>I</cbc:ID>"), 0)).document_class,
              DocumentClass::other);
}

struct Twin {
    const char* what;
    const char* with;
    const char* code;
    const char* where;
    Severity severity;
};
TEST(UblReader, aBrokenTwinNamesTheFieldAndTheFault) {
    for (const auto& twin :
         {Twin{">500<", ">5OO<", "xml.number", "/Order/cac:OrderLine/cac:LineItem/cbc:Quantity",
               Severity::error},
          Twin{">74.00<", ">7,400<", "xml.number",
               "/Order/cac:OrderLine/cac:LineItem/cac:Price/cbc:PriceAmount", Severity::error},
          Twin{">2026-03-02<", ">2026-02-30<", "xml.date", "/Order/cbc:IssueDate", Severity::error},
          Twin{">EUR</cbc:Doc", ">euro</cbc:Doc", "xml.currency", "/Order/cbc:DocumentCurrencyCode",
               Severity::error},
          Twin{"<cbc:ID>NK-4711</cbc:ID>", "", "xml.order_number", "/Order", Severity::error},
          Twin{">220<", ">999<", "ubl.order_type", "/Order/cbc:OrderTypeCode", Severity::warning},
          Twin{"cbc:BaseQuantity", "cbc:BaseQuantiy", "ubl.unknown_element",
               "/Order/cac:OrderLine/cac:LineItem/cac:Price/cbc:BaseQuantiy", Severity::error},
          Twin{"<cbc:Note>blue</cbc:Note>", "<cbc:Zyxwvu>x</cbc:Zyxwvu>", "ubl.unknown_element",
               "/Order/cac:OrderLine/cbc:Zyxwvu", Severity::warning}}) {
        const auto draft = only(read_xml(replace_all(order(), twin.what, twin.with), 0));
        const auto* problem = find_problem(draft, twin.code);
        ASSERT_TRUE(problem) << twin.code << " for " << twin.with;
        EXPECT_EQ(problem->place.where, twin.where);
        EXPECT_EQ(problem->severity, twin.severity) << twin.code;
        EXPECT_FALSE(problem->hint.empty());
    }
}

TEST(UblReader, goesThroughAStandardBusinessDocument) {
    const auto bytes =
        cat("<sh:StandardBusinessDocument "
            "xmlns:sh='http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'>"
            "<sh:StandardBusinessDocumentHeader><sh:Sender><sh:Identifier "
            "Authority='iso6523-actorid-upis'>"
            "0088:9520000001018</sh:Identifier></sh:Sender><sh:Receiver><sh:Identifier>R</"
            "sh:Identifier></sh:Receiver>"
            "<sh:DocumentIdentification><sh:InstanceIdentifier>i-77</sh:InstanceIdentifier></"
            "sh:DocumentIdentification>"
            "</sh:StandardBusinessDocumentHeader>",
            order(), "</sh:StandardBusinessDocument>");
    const auto draft = only(read_xml(bytes, 0));
    EXPECT_EQ(draft.order_number->value, "NK-4711");
    EXPECT_EQ(draft.envelope.standard, "sbdh");
    EXPECT_EQ(draft.envelope.interchange_ref, "i-77");
    EXPECT_EQ(draft.envelope.sender, "0088:9520000001018:iso6523-actorid-upis");
    EXPECT_EQ(draft.envelope.receiver, "R");
}

TEST(XmlReader, anUnknownRootIsAProblemThatNamesIt) {
    const auto parsed = read_xml("<Bestelling xmlns='urn:example:own'><nr>1</nr></Bestelling>", 4);
    EXPECT_TRUE(parsed.documents.empty());
    ASSERT_EQ(parsed.problems.size(), 1u);
    EXPECT_THAT(parsed.problems[0].text, HasSubstr("<Bestelling>"));
    EXPECT_THAT(parsed.problems[0].text, HasSubstr("urn:example:own"));
    EXPECT_EQ(parsed.problems[0].place.part, 4u);
}

} // namespace
