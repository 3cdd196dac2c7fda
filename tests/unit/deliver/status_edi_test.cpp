// SPDX-License-Identifier: Apache-2.0
// OSTRPT and 870: as written, read back, and proved against the answer.
#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

const Seller seller{.name = "Noordkade Verpakkingen B.V.", .gln = "9520000000011"};
const EdiStamp stamp{.reference = "412", .date = make_date(2026, 3, 2), .time = "0915"};

Date march(unsigned day) {
    return make_date(2026, 3, day);
}

Answer status(const std::string& profile) {
    Answer answer{.kind = AnswerKind::status,
                  .channel = AnswerChannel::edi,
                  .case_no = "IN-26-000123",
                  .customer_no = "C1001",
                  .customer_name = "Harbor Supply Inc.",
                  .buyer_id = "9520000001018",
                  .edi_profile = profile};
    answer.answered = {.document_class = DocumentClass::order_status,
                       .format = profile.starts_with("x12") ? "x12" : "edifact",
                       .number = "OE8552"};
    answer.envelope = {.sender = "9520000001018:14", .receiver = "9520000000011:14"};
    if (profile.starts_with("x12"))
        answer.envelope = {.sender = "HARBORSUP:ZZ", .receiver = "NOORDKADE:ZZ"};
    answer.statuses = {
        {.official_no = "SO-26-000412",
         .buyer_order_no = "7731",
         .order_date = "2026-03-01",
         .phase = StatusPhase::part_delivered,
         .lines = {{.buyer_line = "1",
                    .sku = "NK-100",
                    .gtin = "9521000000018",
                    .name = "box",
                    .unit = "H87",
                    .ordered = Decimal{500},
                    .confirmed = Decimal{500},
                    .delivered = Decimal{300},
                    .open = Decimal{200},
                    .expected = {{Decimal{100}, march(5)}, {Decimal{100}, std::nullopt}}},
                   {.buyer_line = "2",
                    .sku = "NK-999",
                    .name = "old",
                    .unit = "H87",
                    .ordered = Decimal{3},
                    .confirmed = Decimal{0},
                    .delivered = Decimal{0},
                    .open = Decimal{0}}}},
        {.buyer_order_no = "7732",
         .phase = StatusPhase::being_checked,
         .lines = {{.buyer_line = "1",
                    .sku = "NK-210",
                    .name = "tape",
                    .unit = "H87",
                    .ordered = Decimal{72}}}}};
    return answer;
}

std::string rendered(const Answer& answer) {
    const auto bytes = render_edi(answer, seller, stamp);
    EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error());
    return bytes.value_or("");
}

TEST(Ostrpt, saysWhatWasDeliveredAndWhatIsToCome) {
    const auto answer = status("eancom97");
    const auto text = rendered(answer);
    for (const auto* segment :
         {"UNH+1+OSTRPT:D:96A:EN:EAN002'", "BGM+93E::9+IN-26-000123+9'", "DTM+137:20260302:102'",
          "RFF+AAV:OE8552'", "NAD+BY+9520000001018::9'", "NAD+SU+9520000000011::9'",
          "DOC+220+7731'", "DTM+137:20260301:102'", "STS+2::9+31E::9'", "LIN+1++9521000000018:EN'",
          "PIA+1+NK-100:SA'", "RFF+ON:7731:1'", "STS+2::9+21::9'", "QTY+46:300'",
          "DTM+69:20260305:102'", "QTY+11:100'", "QTY+83:100'", "DOC+220+7732'"})
        EXPECT_NE(text.find(segment), std::string::npos) << segment << "\n" << text;
    EXPECT_EQ(text.find("PRI"), std::string::npos);
    EXPECT_EQ(prove_edi(text, answer).value_or(""), "");
    EXPECT_EQ(edi_file_stem(answer), "ostrpt");
}

TEST(Ostrpt, ofTheNewerReleaseHasItsOwnCodes) {
    const auto answer = status("eancom2002");
    const auto text = rendered(answer);
    EXPECT_NE(text.find("UNH+1+OSTRPT:D:01B:UN:EAN005'"), std::string::npos) << text;
    EXPECT_NE(text.find("BGM+348+IN-26-000123+9'"), std::string::npos) << text;
    EXPECT_NE(text.find("9521000000018:SRV"), std::string::npos) << text;
    EXPECT_EQ(prove_edi(text, answer).value_or(""), "");
}

TEST(Ostrpt, isNotSentWhenAFigureDiffers) {
    const auto answer = status("eancom97");
    const auto text = rendered(answer);
    for (const auto& [from, to] :
         {std::pair{"QTY+46:300", "QTY+46:301"}, std::pair{"DTM+69:20260305", "DTM+69:20260306"},
          std::pair{"DOC+220+7732", "DOC+220+7733"}, std::pair{"OE8552", "OE8553"}})
        EXPECT_TRUE(prove_edi(replace_all(text, from, to), answer)) << from;
}

TEST(X12Status, saysWhatWasDeliveredAndWhatIsToCome) {
    const auto answer = status("x12-4010");
    const auto text = rendered(answer);
    for (const auto* segment :
         {"ST*870*0001", "BSR*1*PA*IN-26-000123*20260302", "HL*1**O", "PRF*7731***20260301",
          "ISR*BP", "REF*VN*SO-26-000412", "PO1*1*500*EA***VN*NK-100", "QTY*01*300*EA",
          "ISR*EX*20260305", "ISR*BO", "ISR*IC", "HL*2**O", "PRF*7732", "ISR*IN", "CTT*3"})
        EXPECT_NE(text.find(segment), std::string::npos) << segment << "\n" << text;
    EXPECT_EQ(prove_edi(text, answer).value_or(""), "");
    EXPECT_EQ(edi_file_stem(answer), "870");
}

TEST(X12Status, isNotSentWhenAFigureDiffers) {
    const auto answer = status("x12-4010");
    const auto text = rendered(answer);
    for (const auto& [from, to] :
         {std::pair{"QTY*01*300", "QTY*01*301"}, std::pair{"ISR*EX*20260305", "ISR*EX*20260306"},
          std::pair{"PRF*7732", "PRF*7733"}})
        EXPECT_TRUE(prove_edi(replace_all(text, from, to), answer)) << from;
}

} // namespace
} // namespace besteld
