// SPDX-License-Identifier: Apache-2.0
// The table of domain.md 3.5, format by format: 48 rolls ordered, 30 there on the 5th, the rest on
// the 17th, some day, or never.
#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <span>

namespace besteld {
namespace {

const Seller seller{.name = "Noordkade Verpakkingen B.V.",
                    .gln = "9520000000011",
                    .mail_addresses = {"orders@noordkade.example"}};
const EdiStamp stamp{.reference = "412", .date = make_date(2026, 3, 2), .time = "0915"};
const Date fifth = make_date(2026, 3, 5);
const Date seventeenth = make_date(2026, 3, 17);

Answer film(std::string_view format, std::string_view profile) {
    Answer answer{.kind = AnswerKind::proposal,
                  .channel = AnswerChannel::edi,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .language = "en",
                  .customer_no = "C1001",
                  .customer_name = "Bakkerij De Korenaar B.V.",
                  .buyer_id = "9520000001018",
                  .buyer_order_no = "4500019",
                  .buyer_order_date = "2026-03-02",
                  .currency = "EUR"};
    answer.lines.push_back({.index = 0,
                            .buyer_line = "1",
                            .sku = "NK-330",
                            .gtin = "9521000000032",
                            .name = "film",
                            .ordered_quantity = Decimal{48},
                            .ordered_unit = "XRO",
                            .quantity = Decimal{48},
                            .unit = "XRO",
                            .price = Decimal::parse("9.4").value(),
                            .ordered_price = Decimal::parse("9.4").value(),
                            .promised = fifth});
    answer.edi_profile = profile;
    answer.answered = {.format = std::string(format),
                       .parties = {{PartyRole::buyer, "0088", "9520000001018", "De Korenaar"},
                                   {PartyRole::supplier, "0088", "9520000000011", "Noordkade"}}};
    answer.envelope = {.sender = "KORENAAR", .receiver = "NOORDKADE", .interchange_ref = "77"};
    return answer;
}

void deviate(Answer& answer, std::string field, std::string ordered, std::string confirmed,
             std::string reason) {
    auto& line = answer.lines[0];
    line.answer = LineAnswer::changed;
    line.reason = reason;
    answer.deviations.push_back({.line = 0,
                                 .field = std::move(field),
                                 .ordered = std::move(ordered),
                                 .confirmed = std::move(confirmed),
                                 .reason = std::move(reason)});
}

Answer backordered(Answer answer) {
    answer.lines[0].quantity = Decimal{30};
    answer.lines[0].backorder = Decimal{18};
    deviate(answer, "quantity", "48", "30", "R-STOCK");
    return answer;
}
Answer reduced(Answer answer) {
    answer = backordered(std::move(answer));
    answer.lines[0].backorder = Decimal{};
    return answer;
}
Answer in_parts(Answer answer) {
    answer.lines[0].parts = {{Decimal{30}, fifth}, {Decimal{18}, seventeenth}};
    deviate(answer, "parts", "48 2026-03-05", "30 2026-03-05; 18 2026-03-17", "R-STOCK");
    return answer;
}
Answer later(Answer answer) {
    answer.lines[0].promised = seventeenth;
    deviate(answer, "date", "2026-03-05", "2026-03-17", "R-DATE");
    return answer;
}
Answer dearer(Answer answer) {
    answer.lines[0].price = Decimal{10};
    deviate(answer, "price", "9.4", "10", "R-PRICE");
    return answer;
}
Answer substituted(Answer answer) {
    answer.lines[0].sku = "NK-331";
    deviate(answer, "item", "NK-330", "NK-331", "R-SUBST");
    return answer;
}
Answer declined(Answer answer) {
    answer.lines[0].quantity = Decimal{};
    deviate(answer, "line", "48", "0", "R-ASSORT");
    answer.lines[0].answer = LineAnswer::rejected;
    return answer;
}
Answer as_ordered(Answer answer) {
    answer.kind = AnswerKind::confirmation;
    return answer;
}
Answer order_declined(Answer answer) {
    answer = declined(std::move(answer));
    answer.kind = AnswerKind::rejection;
    answer.official_no.clear();
    answer.reason = "R-ASSORT";
    return answer;
}

// One line, blanks between elements left out, so that a piece of it can be named.
std::string written(const Answer& answer) {
    const auto bytes = render_edi(answer, seller, stamp);
    EXPECT_TRUE(bytes) << bytes.error();
    if (!bytes) return {};
    EXPECT_EQ(prove_edi(*bytes, answer).value_or(""), "") << *bytes;
    std::string out;
    for (const auto piece : split(*bytes, '\n'))
        out += trim(piece);
    return out;
}

struct Row {
    std::string_view name;
    Answer (*situation)(Answer);
    std::string_view says;
};
void expect_rows(std::string_view format, std::string_view profile, std::span<const Row> rows) {
    for (const auto& row : rows) {
        const auto text = written(row.situation(film(format, profile)));
        EXPECT_NE(text.find(row.says), std::string::npos) << row.name << ": " << row.says << "\n"
                                                          << text;
    }
}

TEST(EdiAnswer, inX12) {
    expect_rows("x12", "x12-4010",
                std::to_array<Row>({
                    {"as ordered", as_ordered, "BAK*00*AD*4500019*20260302*"},
                    {"as ordered", as_ordered, "ACK*IA*48*RL*069*20260305~"},
                    {"backorder", backordered, "ACK*BP*30*RL*069*20260305~ACK*IB*18*RL~"},
                    {"reduced", reduced, "ACK*IQ*30*RL*069*20260305~ACK*IR*18*RL~"},
                    {"split", in_parts, "ACK*IA*30*RL*069*20260305~ACK*DR*18*RL*069*20260317~"},
                    {"later", later, "ACK*DR*48*RL*069*20260317~"},
                    {"price", dearer, "CTP**NET*10~PID*F****film~ACK*IP*48*RL*"},
                    {"substitute", substituted, "PO1*1*48*RL*9.4**VN*NK-330*"},
                    {"substitute", substituted, "ACK*IS*48*RL*069*20260305**VN*NK-331~"},
                    {"line declined", declined, "ACK*R1*48*RL~"},
                    {"order declined", order_declined, "BAK*00*RJ*4500019*"},
                    {"order declined", order_declined, "MSG*Order not accepted: not in your"},
                }));
}

TEST(EdiAnswer, inUblAsPeppolT76) {
    constexpr std::string_view later_period =
        "<cac:PromisedDeliveryPeriod><cbc:StartDate>2026-03-17</cbc:StartDate>";
    expect_rows(
        "ubl", "ubl",
        std::to_array<Row>({
            {"as ordered", as_ordered, "<cbc:OrderResponseCode>AP</cbc:OrderResponseCode>"},
            {"backorder", backordered,
             "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity "
             "unitCode=\"XRO\">30</cbc:Quantity><cbc:MaximumBackorderQuantity "
             "unitCode=\"XRO\">18</cbc:MaximumBackorderQuantity>"},
            {"reduced", reduced,
             "<cbc:MaximumBackorderQuantity unitCode=\"XRO\">0</cbc:MaximumBackorderQuantity>"},
            {"split", in_parts,
             "<cbc:ID>2</cbc:ID><cbc:LineStatusCode>1</cbc:LineStatusCode><cbc:Quantity "
             "unitCode=\"XRO\">18</cbc:Quantity>"},
            {"later", later, later_period},
            {"price", dearer, "<cbc:PriceAmount currencyID=\"EUR\">10</cbc:PriceAmount>"},
            {"substitute", substituted,
             "<cac:SellerSubstitutedLineItem><cbc:ID>1</cbc:ID><cac:Item><cbc:Name>film</"
             "cbc:Name><cac:SellersItemIdentification><cbc:ID>NK-331</cbc:ID>"},
            {"line declined", declined, "<cbc:LineStatusCode>7</cbc:LineStatusCode>"},
            {"order declined", order_declined, "<cbc:OrderResponseCode>RE</cbc:OrderResponseCode>"},
            {"order declined", order_declined, "<cbc:Note>Order not accepted: "},
        }));
    for (const auto situation : {as_ordered, order_declined})
        EXPECT_EQ(written(situation(film("ubl", "ubl"))).find("OrderLine"), std::string::npos)
            << "AP and RE have no lines (PEPPOL R008)";
}

TEST(EdiAnswer, toAPeppolChangeIsT116AndNamesTheChange) {
    auto answer = as_ordered(film("ubl", "ubl"));
    answer.answered.document_class = DocumentClass::order_change;
    answer.answered.number = "CH-3";
    auto text = written(answer);
    for (const auto* piece :
         {"order_response_advanced:3</cbc:CustomizationID>", "bis:advanced_ordering:3</cbc:Profile",
          "<cac:OrderChangeDocumentReference><cbc:ID>CH-3</cbc:ID>",
          "<cbc:Note>Change CH-3 accepted.</cbc:Note>"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    answer.answered.document_class = DocumentClass::order_cancellation;
    answer.kind = AnswerKind::rejection;
    text = written(answer);
    EXPECT_EQ(text.find("OrderChangeDocumentReference"), std::string::npos);
    EXPECT_NE(text.find("<cbc:Note>Cancellation CH-3 refused: the original order remains.</cbc"),
              std::string::npos)
        << text;
}

TEST(EdiAnswer, isProvedAgainstThePeppolRules) {
    const auto answer = in_parts(film("ubl", "ubl"));
    const auto bytes = render_edi(answer, seller, stamp).value();
    const auto broken = [&](std::string_view what, std::string_view with) {
        return prove_edi(replace_all(bytes, what, with), answer).value_or("");
    };
    EXPECT_NE(broken("<cbc:ID>2</cbc:ID>", "<cbc:ID>1</cbc:ID>").find("R003"), std::string::npos);
    EXPECT_NE(broken("currencyID=\"EUR\"", "currencyID=\"USD\"").find("R005"), std::string::npos);
    EXPECT_NE(broken(">CA<", ">RE<"), "");
    auto plain = as_ordered(film("ubl", "ubl"));
    const auto accepted = render_edi(plain, seller, stamp).value();
    const auto line =
        bytes.substr(bytes.find("  <cac:OrderLine>"),
                     bytes.find("</cac:OrderLine>") + 17 - bytes.find("  <cac:OrderLine>"));
    EXPECT_NE(prove_edi(replace_all(accepted, "</OrderResponse>", line + "</OrderResponse>"), plain)
                  .value_or("")
                  .find("R008"),
              std::string::npos);
}

TEST(EdiAnswer, inCxml) {
    constexpr std::string_view noon = "deliveryDate=\"2026-03-17T12:00:00+01:00\"";
    expect_rows(
        "cxml", "cxml",
        std::to_array<Row>({
            {"as ordered", as_ordered,
             "operation=\"new\" type=\"accept\" noticeDate=\"2026-03-02T09:"
             "15:00+01:00\""},
            {"as ordered", as_ordered,
             "<OrderReference orderID=\"4500019\" orderDate=\"2026-03-02\"><DocumentReference "
             "payloadID=\"77\"/>"},
            {"backorder", backordered, "type=\"except\""},
            {"backorder", backordered, "<ConfirmationStatus quantity=\"18\" type=\"backordered\">"},
            {"reduced", reduced, "<ConfirmationStatus quantity=\"18\" type=\"reject\">"},
            {"split", in_parts, "<ConfirmationStatus quantity=\"30\" type=\"accept\""},
            {"split", in_parts, "<ConfirmationStatus quantity=\"18\" type=\"detail\""},
            {"later", later, noon},
            {"price", dearer, "<UnitPrice><Money currency=\"EUR\">10</Money></UnitPrice>"},
            {"substitute", substituted,
             "<ItemIn quantity=\"48\"><ItemID><SupplierPartID>NK-331</SupplierPartID>"},
            {"line declined", declined, "<ConfirmationStatus quantity=\"48\" type=\"reject\">"},
            {"order declined", order_declined, "type=\"reject\" noticeDate"},
        }));
}

TEST(EdiAnswer, inCxmlNeverConfirmsMoreThanWasOrdered) {
    auto answer = film("cxml", "cxml");
    answer.lines[0].quantity = Decimal{54};
    deviate(answer, "quantity", "48", "54", "R-PACK");
    const auto text = written(answer);
    EXPECT_NE(text.find("<ConfirmationStatus quantity=\"48\" type=\"accept\""), std::string::npos);
    EXPECT_NE(text.find("ordered 48, confirmed 54, rounded to whole packs"), std::string::npos);
}

TEST(EdiAnswer, asCxmlResponseSaysTheStatus) {
    auto answer = film("cxml", "cxml-response");
    answer.kind = AnswerKind::contrl;
    answer.envelope.standard = "cxml";
    EXPECT_NE(written(answer).find("<Response><Status code=\"200\" text=\"OK\"/>"),
              std::string::npos);
    answer.received = {{.problems = {{.severity = Severity::error, .code = "cxml.type"}}}};
    EXPECT_NE(written(answer).find("<Status code=\"400\" text=\"Bad Request\"/>"),
              std::string::npos);
}

TEST(EdiAnswer, inOpentrans) {
    expect_rows(
        "opentrans", "opentrans",
        std::to_array<Row>({
            {"as ordered", as_ordered,
             "<ORDER_ID>4500019</ORDER_ID><ORDERRESPONSE_DATE>2026-03-02</ORDERRESPONSE_DATE>"},
            {"as ordered", as_ordered, "<DELIVERY_START_DATE>2026-03-05</DELIVERY_START_DATE>"},
            {"backorder", backordered, "<QUANTITY>30</QUANTITY>"},
            {"backorder", backordered, "18 XRO follow, date open</REMARKS>"},
            {"reduced", reduced, "the rest will not be delivered</REMARKS>"},
            {"split", in_parts,
             "<PARTIAL_DELIVERY><QUANTITY>18</QUANTITY><DELIVERY_DATE type=\"fixed\">"},
            {"price", dearer, "<bmecat:PRICE_AMOUNT>10</bmecat:PRICE_AMOUNT>"},
            {"substitute", substituted, "<bmecat:SUPPLIER_PID>NK-331</bmecat:SUPPLIER_PID>"},
            {"order declined", order_declined, "<QUANTITY>0</QUANTITY>"},
        }));
}

TEST(EdiAnswer, inGs1Xml) {
    expect_rows(
        "gs1xml", "gs1xml",
        std::to_array<Row>({
            {"as ordered", as_ordered, "<responseStatusCode>ACCEPTED</responseStatusCode>"},
            {"backorder", backordered, "<responseStatusCode>MODIFIED</responseStatusCode>"},
            {"backorder", backordered,
             "<confirmedQuantity measurementUnitCode=\"XRO\">30</confirmedQuantity>"},
            {"backorder", backordered,
             "<orderResponseReasonCode>PRODUCT_OUT_OF_STOCK</orderResponseReasonCode>"},
            {"later", later, "<deliveryDateTime><date>2026-03-17</date></deliveryDateTime>"},
            {"substitute", substituted, "<substituteItemIdentification>"},
            {"order declined", order_declined, "<responseStatusCode>REJECTED</responseStatusCode>"},
        }));
}

TEST(EdiAnswer, inOrderX) {
    expect_rows(
        "orderx", "orderx",
        std::to_array<Row>({
            {"as ordered", as_ordered, "<ram:TypeCode>231</ram:TypeCode>"},
            {"as ordered", as_ordered, "<ram:PurposeCode>29</ram:PurposeCode>"},
            {"backorder", backordered, "<ram:PurposeCode>4</ram:PurposeCode>"},
            {"backorder", backordered, "<ram:AgreedQuantity unitCode=\"XRO\">30<"},
            {"backorder", backordered, "18 XRO follow, date open"},
            {"split", in_parts, "<ram:LineID>2</ram:LineID><ram:LineStatusCode>1<"},
            {"later", later, "<udt:DateTimeString format=\"102\">20260317</udt:DateTimeString>"},
            {"price", dearer, "<ram:ChargeAmount>10</ram:ChargeAmount>"},
            {"substitute", substituted,
             "<ram:SubstitutedReferencedProduct><ram:SellerAssignedID>NK-330<"},
            {"line declined", declined, "<ram:LineStatusCode>7</ram:LineStatusCode>"},
            {"order declined", order_declined, "<ram:PurposeCode>27</ram:PurposeCode>"},
        }));
}

TEST(EdiAnswer, asIdocOnXml) {
    expect_rows("idoc-xml", "idoc",
                std::to_array<Row>({
                    {"as ordered", as_ordered, "<MESTYP>ORDRSP</MESTYP>"},
                    {"as ordered", as_ordered,
                     "<POSEX>1</POSEX><ACTION>004</ACTION><MENGE>48</MENGE><MENEE>"
                     "RO</MENEE>"},
                    {"split", in_parts, "<WMENG>18</WMENG><EDATU>20260317</EDATU>"},
                    {"price", dearer, "<ACTION>002</ACTION>"},
                    {"price", dearer, "<VPREI>10</VPREI>"},
                    {"line declined", declined, "<ACTION>003</ACTION>"},
                    {"line declined", declined, "<ABGRT>not in your assortment</ABGRT>"},
                    {"order declined", order_declined, "<ACTION>003</ACTION>"},
                }));
}

TEST(EdiAnswer, asFlatIdocKeepsEveryFieldInItsPlace) {
    const auto bytes = render_edi(in_parts(film("idoc-flat", "idoc-flat")), seller, stamp).value();
    const auto lines = split(bytes, '\n');
    EXPECT_EQ(lines[0].size(), 525U) << "EDI_DC40 has 524 characters, then CR";
    EXPECT_EQ(lines[0].substr(13, 16), "0000000000000412");
    bool seen = false;
    for (const auto line : lines) {
        if (!line.starts_with("E2EDP20001")) continue;
        seen = true;
        EXPECT_TRUE(line.substr(63, 15).starts_with(line.contains("20260317") ? "18" : "30"));
    }
    EXPECT_TRUE(seen) << bytes;
    auto too_long = film("idoc-flat", "idoc-flat");
    too_long.lines[0].buyer_line = "1234567";
    const auto refused = render_edi(too_long, seller, stamp);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().find("POSEX"), std::string::npos) << refused.error();
}

TEST(EdiAnswer, inEancom) {
    expect_rows("edifact", "eancom97",
                std::to_array<Row>({
                    {"as ordered", as_ordered, "BGM+231+SO-26-000412+29'"},
                    {"backorder", backordered,
                     "QTY+113:30'QTY+83:18'DTM+69:20260305:102'MOA+203:0.00'QVR+-18:21+BP+AV'"},
                    {"reduced", reduced, "QVR+-18:21+CP+AV'"},
                    {"split", in_parts, "LIN+2+1+9521000000032:EN'"},
                    {"price", dearer, "PRI+AAA:10'RFF+ON:4500019:1'"},
                    {"substitute", substituted, "PIA+1+NK-330:SA'PIA+3+NK-331:SA'"},
                    {"line declined", declined, "QVR+-48:21+AB+AR'"},
                    {"order declined", order_declined, "BGM+231+IN-26-000123+27'"},
                }));
}

TEST(EdiAnswer, inUnEdifactHasMoreCodesAndNoAssociation) {
    expect_rows("edifact", "un-d96a",
                std::to_array<Row>({
                    {"as ordered", as_ordered, "ORDRSP:D:96A:UN'BGM+231+SO-26-000412+29'"},
                    {"price", dearer, "BGM+231+SO-26-000412+30'"},
                    {"price", dearer, "LIN+1+6+"},
                }));
    auto terms = film("edifact", "un-d96a");
    terms.deviations.push_back(
        {.field = "terms", .ordered = "60 d", .confirmed = "30 d", .reason = "R-TERMS"});
    EXPECT_NE(written(terms).find("BGM+231+SO-26-000412+28'"), std::string::npos);
}

TEST(EdiAnswer, toAnOrdchgRefersToIt) {
    auto answer = as_ordered(film("edifact", "eancom97"));
    answer.answered.document_class = DocumentClass::order_change;
    answer.answered.number = "WA-1";
    EXPECT_NE(written(answer).find("RFF+VN:SO-26-000412'RFF+PP:WA-1'"), std::string::npos);
    const auto bytes = render_edi(answer, seller, stamp).value();
    EXPECT_TRUE(prove_edi(replace_all(bytes, "PP:WA-1", "PP:WA-2"), answer));
}

TEST(EdiAnswer, toAMessageThatIsRefusedAsSuchIsAnAperak) {
    auto answer = order_declined(film("edifact", "eancom97"));
    answer.reason = "R-DUP";
    answer.envelope.message_ref = "7";
    const auto text = written(answer);
    for (const auto* piece :
         {"APERAK:D:96A:UN:EAN001'", "BGM+12E::9+IN-26-000123+27'", "RFF+ON:4500019'", "RFF+ACW:7'",
          "ERC+R-DUP::91'", "FTX+AAO+++Order not accepted?: already received.'"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    answer.edi_profile = "eancom2002";
    EXPECT_NE(written(answer).find("APERAK:D:01B:UN:EAN003'BGM+313+"), std::string::npos);
}

ReceivedMessage message(std::string reference, std::vector<Problem> problems = {}) {
    return {.message_type = "ORDERS",
            .version = "D.96A",
            .profile = "EAN008",
            .reference = std::move(reference),
            .problems = std::move(problems)};
}

TEST(EdiAnswer, asContrlRefusesOneMessageOfTheInterchange) {
    auto answer = film("edifact", "eancom97");
    answer.kind = AnswerKind::contrl;
    answer.envelope = {.standard = "edifact",
                       .sender = "9520000001018:14",
                       .receiver = "9520000000011:14",
                       .interchange_ref = "IC1"};
    answer.document_function = "7";
    answer.received = {message("1"),
                       message("2", {{.severity = Severity::error,
                                      .place = {.where = "message 2, segment 5 (QTY), element 1, "
                                                         "component 2"},
                                      .code = "edifact.number"},
                                     {.severity = Severity::error, .code = "edifact.no_item"},
                                     {.severity = Severity::warning, .code = "edifact.count"}})};
    const auto text = written(answer);
    EXPECT_NE(text.find(":14+7'"), std::string::npos) << text;
    EXPECT_NE(text.find("UCM+2+ORDERS:D:96A:UN:EAN008+4'UCS+5'UCD+37+2:2'UNT"), std::string::npos)
        << text;
    EXPECT_EQ(text.find("UCM+1"), std::string::npos);
}

TEST(EdiAnswer, asX12ReceiptTellsRefusedFromDoubtful) {
    auto answer = film("x12", "x12-4010");
    answer.kind = AnswerKind::contrl;
    answer.document_function = "7";
    answer.envelope = {.standard = "x12",
                       .sender = "HARBORSUP:ZZ",
                       .receiver = "NOORDKADE:ZZ",
                       .interchange_ref = "000000077",
                       .group_ref = "77",
                       .syntax = "00401"};
    const auto set = [](std::string number, std::string group, std::vector<Problem> problems) {
        return ReceivedMessage{.message_type = "850",
                               .version = "004010",
                               .reference = std::move(number),
                               .group_ref = std::move(group),
                               .group_type = "PO",
                               .problems = std::move(problems)};
    };
    answer.received = {set("0001", "77", {}),
                       set("0002", "77",
                           {{.severity = Severity::warning,
                             .place = {.where = "message 2, segment 9 (SE), element 1"},
                             .code = "x12.se_count"}}),
                       set("0003", "77",
                           {{.severity = Severity::error,
                             .place = {.where = "message 3"},
                             .code = "x12.cut_off"}}),
                       set("0001", "78",
                           {{.severity = Severity::error,
                             .place = {.where = "message 4, segment 3 (DTM), element 2"},
                             .code = "x12.date"}})};
    const auto text = written(answer);
    for (const auto* piece :
         {"AK1*PO*77~AK2*850*0001~AK5*A~AK2*850*0002~AK5*E*4~AK2*850*0003~AK5*R*2~AK9*P*3*3*2~",
          "AK1*PO*78~AK2*850*0001~AK3*DTM*3**8~AK4*2**8~AK5*E*5~AK9*E*1*1*1~"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    EXPECT_EQ(text.find("TA1"), std::string::npos) << "ISA14 did not ask for it";
    answer.received.pop_back();
    EXPECT_TRUE(prove_edi(text, answer)) << "another group was received";
}

TEST(EdiAnswer, escapesHostileText) {
    for (const auto& [format, profile] :
         {std::pair{"ubl", "ubl"}, std::pair{"cxml", "cxml"}, std::pair{"opentrans", "opentrans"},
          std::pair{"gs1xml", "gs1"}, std::pair{"orderx", "orderx"},
          std::pair{"idoc-xml", "idoc"}}) {
        auto answer = dearer(film(format, profile));
        answer.buyer_order_no = "<!--&\"'>]]>";
        answer.clerk_text = "</cbc:Note><script>\x01\x1F\xFF\n&amp;";
        const auto text = written(answer);
        EXPECT_EQ(text.find("<script"), std::string::npos) << text;
    }
}

} // namespace
} // namespace besteld
