// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "parsers/xml/read_xml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using namespace besteld::parsers;

namespace {

OrderDraft only(std::string_view bytes) {
    const auto parsed = read_xml(bytes, 0);
    EXPECT_EQ(parsed.documents.size(), 1u);
    for (const auto& problem : parsed.problems)
        ADD_FAILURE() << problem.text;
    return parsed.documents.empty() ? OrderDraft{} : parsed.documents.front();
}
bool has_problem(const OrderDraft& draft, std::string_view code) {
    return std::any_of(draft.problems.begin(), draft.problems.end(),
                       [&](const Problem& one) { return one.code == code; });
}

std::string cxml(std::string_view type) {
    return cat(R"(<?xml version="1.0"?><!DOCTYPE cXML SYSTEM "http://dtd.example/cXML.dtd">
<cXML payloadID="p1@korenaar.example" timestamp="2026-03-02T09:00:00+01:00"><Header>
<From><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></From>
<To><Credential domain="DUNS"><Identity>942888711</Identity></Credential></To></Header>
<Request deploymentMode="production"><OrderRequest><OrderRequestHeader orderID="NK-1" orderDate="2026-03-02T09:00:00+01:00" type=")",
               type, R"(" orderType="regular"><Total><Money currency="EUR">37.00</Money></Total>
<ShipTo><Address addressID="H2"><Name xml:lang="nl">Hoorn</Name></Address></ShipTo></OrderRequestHeader>
<ItemOut quantity="500" lineNumber="1" requestedDeliveryDate="2026-03-05"><ItemID><SupplierPartID>NK-100</SupplierPartID>
<BuyerPartID>K-9</BuyerPartID></ItemID><ItemDetail><UnitPrice><Money currency="EUR">7.40</Money></UnitPrice>
<Description xml:lang="nl">Tape</Description><UnitOfMeasure>EA</UnitOfMeasure>
<PriceBasisQuantity quantity="100" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>
</ItemDetail></ItemOut></OrderRequest></Request></cXML>)");
}

TEST(CxmlReader, readsANewOrder) {
    const auto draft = only(cxml("new"));
    EXPECT_EQ(draft.format, "cxml");
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.envelope.interchange_ref, "p1@korenaar.example");
    EXPECT_EQ(draft.order_number->value, "NK-1");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(draft.currency->value, "EUR");
    EXPECT_EQ(find_party(draft, PartyRole::buyer)->ids.at(0).value, (PartyId{"NetworkID", "AN01"}));
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->ids.at(0).value.id, "H2");
    ASSERT_EQ(draft.lines.size(), 1u);
    EXPECT_EQ(draft.lines[0].quantity->value, "500");
    EXPECT_EQ(draft.lines[0].seller_item->value, "NK-100");
    EXPECT_EQ(draft.lines[0].buyer_item->value, "K-9");
    EXPECT_EQ(draft.lines[0].unit_price->value, "7.40");
    EXPECT_EQ(draft.lines[0].price_base_quantity->value, "100");
    EXPECT_EQ(draft.lines[0].requested->value.start, "2026-03-05");
    EXPECT_TRUE(draft.problems.empty());
}

TEST(CxmlReader, theTypeTellsAChangeFromACancellation) {
    EXPECT_EQ(only(cxml("update")).document_class, DocumentClass::order_change);
    EXPECT_EQ(only(cxml("delete")).document_class, DocumentClass::order_cancellation);
    EXPECT_TRUE(has_problem(only(cxml("perhaps")), "cxml.type"));
}

TEST(CxmlReader, aPunchOutIsNoOrder) {
    const auto draft = only("<cXML><Message><PunchOutOrderMessage/></Message></cXML>");
    EXPECT_EQ(draft.document_class, DocumentClass::other);
    EXPECT_EQ(draft.message_type, "PunchOutOrderMessage");
}

std::string opentrans(std::string_view root, std::string_view date, std::string_view quantity) {
    return cat(
        "<", root,
        R"( xmlns="http://www.opentrans.org/XMLSchema/2.1" xmlns:b="http://www.bmecat.org/bmecat/2005" version="2.1"><)",
        root, "_HEADER><", root, "_INFO><ORDER_ID>NK-2</ORDER_ID><", date, ">2026-03-02</", date,
        R"(>
<PARTIES><PARTY><b:PARTY_ID type="iln">9520000001018</b:PARTY_ID></PARTY></PARTIES>
<ORDER_PARTIES_REFERENCE><b:BUYER_IDREF>9520000001018</b:BUYER_IDREF></ORDER_PARTIES_REFERENCE></)",
        root, "_INFO></", root, "_HEADER><", root,
        R"(_ITEM_LIST><ORDER_ITEM><LINE_ITEM_ID>1</LINE_ITEM_ID>
<PRODUCT_ID><b:SUPPLIER_PID>NK-100</b:SUPPLIER_PID><b:INTERNATIONAL_PID type="gtin">9521000000018</b:INTERNATIONAL_PID></PRODUCT_ID>
<QUANTITY>)",
        quantity, "</QUANTITY><b:ORDER_UNIT>C62</b:ORDER_UNIT></ORDER_ITEM></", root,
        "_ITEM_LIST><", root, "_SUMMARY><TOTAL_ITEM_NUM>1</TOTAL_ITEM_NUM></", root, "_SUMMARY></",
        root, ">");
}

TEST(OpentransReader, readsAnOrderWithPartiesByReference) {
    const auto draft = only(opentrans("ORDER", "ORDER_DATE", "500"));
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.version, "2.1");
    EXPECT_EQ(draft.order_number->value, "NK-2");
    EXPECT_EQ(find_party(draft, PartyRole::buyer)->ids.at(0).value.id, "9520000001018");
    EXPECT_EQ(draft.stated_line_count->value, "1");
    EXPECT_EQ(draft.lines.at(0).gtin->value, "9521000000018");
    EXPECT_EQ(draft.lines[0].unit_code->value, "C62");
    EXPECT_TRUE(draft.problems.empty());
}

TEST(OpentransReader, aNegativeQuantityInAChangeGoesToAPerson) {
    const auto draft = only(opentrans("ORDERCHANGE", "ORDERCHANGE_DATE", "-5"));
    EXPECT_EQ(draft.document_class, DocumentClass::order_change);
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_TRUE(has_problem(draft, "opentrans.quantity"));
}

std::string idoc(std::string_view type, std::string_view item_action,
                 std::string_view head_action = "000") {
    return cat(
        "<ORDERS05><IDOC "
        "BEGIN=\"1\"><EDI_DC40><DOCNUM>225</DOCNUM><IDOCTYP>ORDERS05</IDOCTYP><MESTYP>",
        type, "</MESTYP><SNDPRN>KORENAAR</SNDPRN></EDI_DC40><E1EDK01><ACTION>", head_action,
        "</ACTION><CURCY>EUR</CURCY></E1EDK01><E1EDK03><IDDAT>012</IDDAT><DATUM>20260302</DATUM></"
        "E1EDK03>"
        "<E1EDKA1><PARVW>AG</PARVW><PARTN>1460</PARTN></E1EDKA1>"
        "<E1EDK02><QUALF>001</QUALF><BELNR>NK-3</BELNR></E1EDK02><E1EDP01><POSEX>10</"
        "POSEX><ACTION>",
        item_action,
        "</ACTION><MENGE>500</MENGE><MENEE>PCE</MENEE><E1EDP19><QUALF>002</QUALF><IDTNR>NK-100</"
        "IDTNR></E1EDP19>"
        "<E1EDP20><WMENG>500</WMENG><EDATU>20260305</EDATU></E1EDP20></E1EDP01></IDOC></ORDERS05>");
}

TEST(IdocReader, readsAnOrder) {
    const auto draft = only(idoc("ORDERS", "001"));
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.envelope.message_ref, "225");
    EXPECT_EQ(draft.order_number->value, "NK-3");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(find_party(draft, PartyRole::buyer)->ids.at(0).value.id, "1460");
    EXPECT_EQ(draft.lines.at(0).seller_item->value, "NK-100");
    EXPECT_EQ(draft.lines[0].requested->value.start, "2026-03-05");
    EXPECT_TRUE(draft.problems.empty());
}

TEST(IdocReader, aChangeOfWhichEveryItemIsCancelledIsACancellation) {
    EXPECT_EQ(only(idoc("ORDCHG", "002", "003")).document_class, DocumentClass::order_change);
    EXPECT_EQ(only(idoc("ORDCHG", "003")).document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(only(idoc("ORDCHG", "002", "001")).document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(only(idoc("ZZORDERS", "001")).document_class, DocumentClass::order);
    EXPECT_EQ(only(idoc("ORDRSP", "001")).document_class, DocumentClass::order_response);
}

std::string gs1(std::string_view status) {
    return cat(
        R"(<o:orderMessage xmlns:o="urn:gs1:ecom:order:xsd:3"><order><creationDateTime>2026-03-02T09:00:00Z</creationDateTime>
<documentStatusCode>)",
        status,
        R"(</documentStatusCode><orderIdentification><entityIdentification>NK-4</entityIdentification></orderIdentification>
<buyer><gln>9520000001018</gln></buyer><orderLogisticalInformation><shipTo><gln>9520000002015</gln></shipTo>
</orderLogisticalInformation><orderLineItem><lineItemNumber>1</lineItemNumber>
<requestedQuantity measurementUnitCode="EA">10</requestedQuantity><netPrice currencyCode="EUR">194.125</netPrice>
<transactionalTradeItem><gtin>09521000000018</gtin></transactionalTradeItem></orderLineItem></order></o:orderMessage>)");
}

TEST(Gs1Reader, readsAnOrderAndItsCancellation) {
    const auto draft = only(gs1("ORIGINAL"));
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.order_number->value, "NK-4");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->ids.at(0).value.id, "9520000002015");
    EXPECT_EQ(draft.lines.at(0).unit_price->value, "194.125");
    EXPECT_EQ(draft.lines[0].gtin->value, "09521000000018");
    EXPECT_TRUE(draft.problems.empty());
    EXPECT_EQ(only(gs1("DELETE")).document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(only(gs1("CHANGE_BY_REFRESH")).document_class, DocumentClass::order_change);
    EXPECT_TRUE(has_problem(only(gs1("MAYBE")), "gs1.action"));
}

std::string cii(std::string_view type) {
    return cat(
        R"(<r:SCRDMCCBDACIOMessageStructure xmlns:r="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100" xmlns:a="urn:a">
<r:ExchangedDocument><a:ID>NK-5</a:ID><a:TypeCode>)",
        type,
        R"(</a:TypeCode><a:IssueDateTime><a:DateTimeString format="203">202603020900</a:DateTimeString>
</a:IssueDateTime></r:ExchangedDocument><r:SupplyChainTradeTransaction><a:IncludedSupplyChainTradeLineItem>
<a:AssociatedDocumentLineDocument><a:LineID>1</a:LineID></a:AssociatedDocumentLineDocument>
<a:SpecifiedTradeProduct><a:GlobalID schemeID="0160">9521000000018</a:GlobalID></a:SpecifiedTradeProduct>
<a:SpecifiedLineTradeAgreement><a:NetPriceProductTradePrice><a:ChargeAmount>20.00</a:ChargeAmount>
<a:BasisQuantity unitCode="C62">2</a:BasisQuantity></a:NetPriceProductTradePrice></a:SpecifiedLineTradeAgreement>
<a:SpecifiedLineTradeDelivery><a:RequestedQuantity unitCode="C62">10</a:RequestedQuantity></a:SpecifiedLineTradeDelivery>
</a:IncludedSupplyChainTradeLineItem><a:ApplicableHeaderTradeAgreement>
<a:BuyerOrderReferencedDocument><a:IssuerAssignedID>NK-1</a:IssuerAssignedID></a:BuyerOrderReferencedDocument>
</a:ApplicableHeaderTradeAgreement></r:SupplyChainTradeTransaction></r:SCRDMCCBDACIOMessageStructure>)");
}

TEST(CiiReader, readsAnOrderWithItsPriceBasis) {
    const auto draft = only(cii("220"));
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.order_number->value, "NK-5");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(draft.lines.at(0).gtin->value, "9521000000018");
    EXPECT_EQ(draft.lines[0].price_base_quantity->value, "2");
    EXPECT_EQ(draft.lines[0].unit_code->value, "C62");
    EXPECT_TRUE(draft.problems.empty());
}

TEST(CiiReader, aChangeHasItsOwnNumberAndTheOrders) {
    const auto draft = only(cii("230"));
    EXPECT_EQ(draft.document_class, DocumentClass::order_change);
    EXPECT_EQ(draft.document_id->value, "NK-5");
    EXPECT_EQ(draft.order_number->value, "NK-1");
    EXPECT_EQ(only(cii("231")).document_class, DocumentClass::order_response);
}

} // namespace
