// SPDX-License-Identifier: Apache-2.0
// Despatch advices: as written, read back, and proved against the delivery.
#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"
#include "tests/support/despatch_sample.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

const Seller seller{.name = "Noordkade Verpakkingen B.V.", .gln = "9520000000011"};
const EdiStamp stamp{.reference = "412", .date = make_date(2026, 3, 5), .time = "0915"};

Answer despatch(const std::string& profile) {
    Answer answer{.kind = AnswerKind::despatch,
                  .channel = AnswerChannel::edi,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .customer_no = "C1001",
                  .customer_name = "Harbor Supply Inc.",
                  .buyer_id = "9520000001018",
                  .buyer_order_no = "7731",
                  .buyer_order_date = "2026-03-01",
                  .edi_profile = profile};
    answer.answered = {.format = "edifact"};
    answer.envelope = {.sender = "9520000001018:14", .receiver = "9520000000011:14"};
    answer.despatch = two_lines_left();
    auto& slip = *answer.despatch;
    slip.day = make_date(2026, 3, 4);
    slip.carrier = "Café Transport & Zn";
    slip.ship_to = {.id = "DC1",
                    .gln = "9520000001025",
                    .name = "DC Zwolle",
                    .street = "Havenweg 1",
                    .postcode = "8011 AA",
                    .city = "Zwolle",
                    .country = "NL"};
    slip.lines[0].gtin = "9521000000018";
    slip.lines[0].buyer_item = "BX+30";
    slip.lines[0].name = "box";
    slip.lines[1].name = "tape";
    slip.lines[1].ordered_unit = "H87";
    slip.lines[1].ordered = Decimal{6};
    return answer;
}

std::string rendered(const Answer& answer) {
    const auto bytes = render_edi(answer, seller, stamp);
    EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error());
    return bytes.value_or("");
}

TEST(Desadv, saysWhatHasLeft) {
    const auto answer = despatch("eancom97-despatch");
    const auto text = rendered(answer);
    for (const auto* segment : {"UNB+UNOC:3+9520000000011:14+9520000001018:14+260305:0915+412'",
                                "UNH+1+DESADV:D:96A:UN:EAN005'",
                                "BGM+351+DN-26-000871+9'",
                                "DTM+137:20260305:102'",
                                "DTM+11:20260304:102'",
                                "RFF+ON:7731'",
                                "DTM+171:20260301:102'",
                                "RFF+DQ:DN-26-000871'",
                                "RFF+VN:SO-26-000412'",
                                "RFF+CN:VD0001'",
                                "NAD+BY+9520000001018::9'",
                                "NAD+SU+9520000000011::9'",
                                "NAD+DP+9520000001025::9'",
                                "TDT+20++++:::Caf",
                                "CPS+1'",
                                "PAC+3++PK'",
                                "LIN+1++9521000000018:EN'",
                                "PIA+1+NK-100:SA+BX?+30:IN+L7:NB'",
                                "QTY+12:250'",
                                "QTY+21:500'",
                                "RFF+ON:7731:1'",
                                "LIN+2++9521000000018:EN'",
                                "PIA+1+NK-100:SA+BX?+30:IN+L8:NB'",
                                "QTY+12:50'",
                                "LIN+3'",
                                "QTY+12:72:RO'",
                                "RFF+ON:7731:2'",
                                "CNT+2:3'"})
        EXPECT_NE(text.find(segment), std::string::npos) << segment << "\n" << text;
    EXPECT_EQ(text.find("PRI"), std::string::npos);
    EXPECT_EQ(prove_edi(text, answer).value_or(""), "");
    EXPECT_EQ(cat(edi_file_stem(answer), edi_file_ending(answer)), "desadv.edi");
}

TEST(Desadv, ofTheNewerReleaseAndOfTheUnHaveTheirOwnCodes) {
    auto answer = despatch("eancom2002-despatch");
    EXPECT_NE(rendered(answer).find("UNH+1+DESADV:D:01B:UN:EAN007'"), std::string::npos);
    EXPECT_NE(rendered(answer).find("9521000000018:SRV"), std::string::npos);
    answer = despatch("un-d96a-despatch");
    EXPECT_NE(rendered(answer).find("UNH+1+DESADV:D:96A:UN'"), std::string::npos);
    EXPECT_EQ(prove_edi(rendered(answer), answer).value_or(""), "");
}

TEST(Desadv, writesTheAddressOfAShipToWithoutGln) {
    auto answer = despatch("eancom97-despatch");
    answer.despatch->ship_to.gln.clear();
    const auto text = rendered(answer);
    EXPECT_NE(text.find("NAD+DP+++DC Zwolle+Havenweg 1+Zwolle++8011 AA+NL'"), std::string::npos)
        << text;
    EXPECT_EQ(prove_edi(text, answer).value_or(""), "");
}

TEST(Desadv, doesNotLeaveWithALineNumberThatHasNoPlace) {
    auto answer = despatch("eancom97-despatch");
    answer.despatch->lines[0].buyer_line = "1000000";
    EXPECT_FALSE(render_edi(answer, seller, stamp));
}

TEST(Desadv, isNotSentWhenAnythingDiffers) {
    const auto answer = despatch("eancom97-despatch");
    const auto text = rendered(answer);
    for (const auto& [from, to] :
         {std::pair{"QTY+12:250", "QTY+12:251"}, std::pair{"DTM+11:20260304", "DTM+11:20260305"},
          std::pair{"RFF+ON:7731'", "RFF+ON:7732'"}, std::pair{"L8:NB", "L9:NB"},
          std::pair{"VD0001", "VD0002"}, std::pair{"BGM+351", "BGM+352"},
          std::pair{"PAC+3", "PAC+4"}, std::pair{"NK-210", "NK-211"}, std::pair{":72:RO", ":72:BX"},
          std::pair{"DP+9520000001025", "DP+9520000001032"}, std::pair{"DESADV", "ORDRSP"}})
        EXPECT_TRUE(prove_edi(replace_all(text, from, to), answer)) << from;
}

Answer despatch_to(const std::string& profile, const std::string& format) {
    Answer answer = despatch(profile);
    answer.answered.format = format;
    answer.answered.parties = {{PartyRole::buyer, "0088", "9520000001018", "Harbor Supply Inc."},
                               {PartyRole::supplier, "0088", "9520000000011", "Noordkade"}};
    answer.despatch->posted_at = parse_iso_instant("2026-03-04T10:00:00Z").value();
    if (format == "x12") answer.envelope = {.sender = "HARBORSUP:ZZ", .receiver = "NOORDKADE:ZZ"};
    answer.envelope.interchange_ref = "po-77@harbor.example";
    return answer;
}

void expect_all(const std::string& text, std::initializer_list<const char*> wanted) {
    for (const auto* one : wanted)
        EXPECT_NE(text.find(one), std::string::npos) << one << "\n" << text;
}

void expect_proved(const Answer& answer, const std::string& text, const std::string& file) {
    EXPECT_EQ(prove_edi(text, answer).value_or(""), "");
    EXPECT_EQ(cat(edi_file_stem(answer), edi_file_ending(answer)), file);
    EXPECT_TRUE(prove_edi(replace_all(text, "L8", "L9"), answer)) << "batch";
    EXPECT_TRUE(prove_edi(replace_all(text, "NK-210", "NK-211"), answer)) << "item";
    EXPECT_TRUE(prove_edi(replace_all(text, "250", "251"), answer)) << "quantity";
}

TEST(ShipNotice, saysWhatHasLeftAsHierarchy) {
    const auto answer = despatch_to("x12-4010-despatch", "x12");
    const auto text = rendered(answer);
    expect_all(text,
               {"ST*856*0001", "BSN*00*DN-26-000871*20260305*0915*0004", "HL*1**S", "TD1*PKG*3",
                "TD5*****Cafe Transport & Zn", "REF*CN*VD0001", "DTM*011*20260304",
                "N1*ST*DC Zwolle*UL*9520000001025", "N3*Havenweg 1", "N4*Zwolle**8011 AA*NL",
                "HL*2*1*O", "PRF*7731***20260301", "REF*VN*SO-26-000412", "HL*3*2*I",
                "LIN*1*VN*NK-100*BP*BX+30*EN*9521000000018*LT*L7", "SN1*1*250*EA**500*EA",
                "SN1*1*50*EA", "LIN*2*VN*NK-210", "CTT*5"});
    EXPECT_NE(text.find("GS*SH*"), std::string::npos);
    expect_proved(answer, text, "856.x12");
}

TEST(PeppolDespatch, saysWhatHasLeft) {
    const auto answer = despatch_to("ubl-despatch", "ubl");
    const auto text = rendered(answer);
    expect_all(text, {"<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:despatch_advice:3<",
                      "<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:despatch_advice:3<",
                      "<cbc:ID>DN-26-000871<", "<cbc:EndpointID schemeID=\"0088\">9520000001018<",
                      "<cbc:TotalTransportHandlingUnitQuantity>3<", "<cbc:TrackingID>VD0001<",
                      "<cbc:ActualDespatchDate>2026-03-04<",
                      "<cbc:DeliveredQuantity unitCode=\"H87\">250<",
                      "<cbc:OutstandingQuantity unitCode=\"H87\">200<", "<cbc:OutstandingReason>",
                      "<cbc:LotNumberID>L8<", "<cbc:LineID>2<"});
    expect_proved(answer, text, "despatch-advice.xml");
    EXPECT_TRUE(
        prove_edi(replace_all(text, "unitCode=\"H87\">200", "unitCode=\"H87\">20"), answer));
}

TEST(CxmlShipNotice, saysWhatHasLeft) {
    const auto answer = despatch_to("cxml-despatch", "cxml");
    const auto text = rendered(answer);
    expect_all(text, {"<ShipNoticeHeader shipmentID=\"DN-26-000871\" operation=\"new\"",
                      "shipmentDate=\"2026-03-04T11:00:00+01:00\"", "<Contact role=\"shipTo\"",
                      "<CarrierIdentifier domain=\"companyName\">Café Transport &amp; Zn<",
                      "<ShipmentIdentifier>VD0001<", "orderID=\"7731\"",
                      "<DocumentReference payloadID=\"po-77@harbor.example\"",
                      "<ShipNoticeItem quantity=\"250\" lineNumber=\"1\"", "<SupplierBatchID>L7<",
                      "<OrderedQuantity quantity=\"500\">"});
    expect_proved(answer, text, "ship-notice.xml");
}

TEST(OpentransDespatch, saysWhatHasLeft) {
    const auto answer = despatch_to("opentrans-despatch", "opentrans");
    const auto text = rendered(answer);
    expect_all(text,
               {"<DISPATCHNOTIFICATION_ID>DN-26-000871<", "<DISPATCHNOTIFICATION_DATE>2026-03-04<",
                "<PARTY_ROLE>deliverer<", "<SHIPMENT_ID>VD0001<", "<LOT_NUMBER>L8<",
                "<QUANTITY>250<", "<DELIVERY_COMPLETED>false<", "<ORDER_ID>7731<"});
    expect_proved(answer, text, "dispatchnotification.xml");
}

TEST(Despatch, hasNoFormWhereWeWriteNone) {
    auto answer = despatch("gs1xml-despatch");
    EXPECT_FALSE(render_edi(answer, seller, stamp));
    answer = despatch("eancom97-despatch");
    answer.despatch.reset();
    EXPECT_FALSE(render_edi(answer, seller, stamp));
}

} // namespace
} // namespace besteld
