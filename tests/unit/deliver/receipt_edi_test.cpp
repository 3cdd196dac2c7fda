// SPDX-License-Identifier: Apache-2.0
// What a partner hears of his interchange as such: APERAK, TA1, 997, 999, Message Level Response.
#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

const Seller seller{.name = "Noordkade Verpakkingen B.V.", .gln = "9520000000011"};
const EdiStamp stamp{.reference = "412", .date = make_date(2026, 3, 2), .time = "0915"};

Answer receipt(std::string_view format, std::string_view profile) {
    Answer answer{.kind = AnswerKind::contrl,
                  .channel = AnswerChannel::edi,
                  .case_no = "IN-26-000123",
                  .customer_no = "C1001",
                  .customer_name = "Bakkerij De Korenaar B.V.",
                  .buyer_id = "9520000001018",
                  .buyer_order_no = "4500019"};
    answer.edi_profile = profile;
    answer.answered = {.format = std::string(format),
                       .parties = {{PartyRole::buyer, "0088", "9520000001018", "De Korenaar"},
                                   {PartyRole::supplier, "0088", "9520000000011", "Noordkade"}}};
    answer.envelope = {.sender = "KORENAAR", .receiver = "NOORDKADE", .interchange_ref = "77"};
    return answer;
}

// As it leaves, proved; without what only makes it readable.
std::string written(const Answer& answer) {
    const auto bytes = render_edi(answer, seller, stamp);
    EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error());
    if (!bytes) return {};
    EXPECT_EQ(prove_edi(*bytes, answer), std::nullopt) << *bytes;
    std::string text;
    for (std::size_t at = 0; at < bytes->size();) {
        const auto end = std::min(bytes->find('\n', at), bytes->size());
        text += trim(std::string_view(*bytes).substr(at, end - at));
        at = end + 1;
    }
    return text;
}

TEST(Receipt, asAperakSpeaksOfOneMessage) {
    auto answer = receipt("edifact", "eancom97");
    answer.receipt_forms = {ReceiptForm::aperak};
    answer.official_no.clear();
    answer.envelope = {.standard = "edifact",
                       .sender = "9520000001018:14",
                       .receiver = "9520000000011:14",
                       .interchange_ref = "IC1",
                       .message_ref = "7"};
    answer.document_function = "6";
    auto text = written(answer);
    for (const auto* piece : {"APERAK:D:96A:UN:EAN001'", "BGM+12E::9+IN-26-000123+6'",
                              "RFF+ON:4500019'RFF+ACW:7'NAD+BY+"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    EXPECT_EQ(text.find("ERC"), std::string::npos) << "nothing is wrong with it";
    EXPECT_EQ(edi_file_stem(answer), "aperak");
    const auto taken = text;
    answer.document_function = "27";
    answer.problems = {{.severity = Severity::error,
                        .code = "edifact.cut_off",
                        .text = "the message ends in the middle of a segment"}};
    text = written(answer);
    for (const auto* piece : {"+IN-26-000123+27'", "ERC+R-SYN::91'",
                              "FTX+AAO+++the message ends in the middle of a segment'"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    EXPECT_TRUE(prove_edi(taken, answer)) << "it says that the message was taken";
}

TEST(Receipt, asX12ReceiptSendsTheFormsThatWereAgreed) {
    auto answer = receipt("x12", "x12-4010");
    answer.document_function = "7";
    answer.envelope = {.standard = "x12",
                       .sender = "HARBORSUP:ZZ",
                       .receiver = "NOORDKADE:ZZ",
                       .interchange_ref = "000000077",
                       .group_ref = "77",
                       .syntax = "00401",
                       .ack_requested = true,
                       .prepared = "260302:0910"};
    answer.received = {{.message_type = "850",
                        .version = "004010",
                        .reference = "0001",
                        .group_ref = "77",
                        .group_type = "PO"}};
    const auto has = [&](std::vector<ReceiptForm> forms, std::string_view piece) {
        answer.receipt_forms = std::move(forms);
        return written(answer).contains(piece);
    };
    EXPECT_TRUE(has({ReceiptForm::ta1}, "TA1*000000077*260302*0910*A*000~"));
    EXPECT_FALSE(has({ReceiptForm::ta1}, "AK1*"));
    EXPECT_TRUE(has({ReceiptForm::functional_997}, "ST*997*"));
    EXPECT_FALSE(has({ReceiptForm::functional_997}, "TA1*")) << "though ISA14 asks for it";
    EXPECT_TRUE(has({ReceiptForm::implementation_999}, "ST*999*"));
    EXPECT_TRUE(has({ReceiptForm::ta1, ReceiptForm::functional_997}, "TA1*"));
    EXPECT_TRUE(has({ReceiptForm::ta1, ReceiptForm::functional_997}, "ST*997*"));
}

Problem breach(std::string code, std::string where, Severity severity) {
    return {.severity = severity,
            .place = {.where = std::move(where)},
            .code = std::move(code),
            .text = "a rule of the format is broken"};
}

TEST(Receipt, asX12ReceiptNotesBrokenElementRulesAndTakesTheSet) {
    auto answer = receipt("x12", "x12-4010");
    answer.document_function = "7";
    answer.envelope = {.standard = "x12",
                       .sender = "HARBORSUP:ZZ",
                       .receiver = "NOORDKADE:ZZ",
                       .interchange_ref = "000000077",
                       .syntax = "00401"};
    answer.receipt_forms = {ReceiptForm::functional_997};
    answer.received = {{.message_type = "850",
                        .version = "004010",
                        .reference = "0001",
                        .group_ref = "77",
                        .group_type = "PO"}};
    answer.received[0].problems = {
        breach("x12.element_too_long", "message 1, segment 6 (N4), element 2", Severity::warning),
        breach("x12.element_excluded", "message 1, segment 9 (QTY), element 4", Severity::warning)};
    const auto text = written(answer);
    for (const auto* piece :
         {"AK3*N4*6**8~", "AK4*2**5~", "AK3*QTY*9**8~", "AK4*4**10~", "AK5*E*5~"})
        EXPECT_TRUE(text.contains(piece)) << piece << "\n" << text;
    answer.received[0].problems[0].severity = Severity::error; // as the partner's profile refuses
    EXPECT_TRUE(written(answer).contains("AK5*R*5~"));
}

TEST(Receipt, asContrlRefusesABrokenRuleOnlyWhereTheProfileDoes) {
    auto answer = receipt("edifact", "eancom97");
    answer.receipt_forms = {ReceiptForm::contrl};
    answer.document_function = "7";
    answer.envelope = {.standard = "edifact",
                       .sender = "9520000001018:14",
                       .receiver = "9520000000011:14",
                       .interchange_ref = "IC1"};
    answer.received = {
        {.message_type = "ORDERS", .version = "D.96A", .profile = "EAN008", .reference = "7"}};
    answer.received[0].problems = {breach(
        "edifact.element_too_long", "message 1, segment 2 (BGM), element 2", Severity::warning)};
    EXPECT_FALSE(written(answer).contains("UCM+"));
    answer.received[0].problems[0].severity = Severity::error;
    const auto text = written(answer);
    for (const auto* piece : {"UCM+7+ORDERS:D:96A:UN:EAN008+4'", "UCS+2'", "UCD+39+3'"})
        EXPECT_TRUE(text.contains(piece)) << piece << "\n" << text;
}

Answer message_response() {
    auto answer = receipt("ubl", "ubl");
    answer.receipt_forms = {ReceiptForm::mlr};
    answer.official_no.clear();
    answer.document_function = "7";
    answer.received = {{.message_type = "Order"}};
    return answer;
}

TEST(Receipt, asMessageLevelResponseSaysWhatBecameOfAPeppolMessage) {
    auto answer = message_response();
    EXPECT_EQ(edi_file_stem(answer), "mlr");
    auto text = written(answer);
    for (const auto* piece :
         {"<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:mlr:3</cbc:CustomizationID>",
          "<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:mlr:3</cbc:ProfileID>",
          "<cbc:ID>IN-26-000123</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate>"
          "<cbc:IssueTime>09:15:00</cbc:IssueTime>",
          "<cac:SenderParty><cbc:EndpointID schemeID=\"0088\">9520000000011</cbc:EndpointID>",
          "<cac:ReceiverParty><cbc:EndpointID schemeID=\"0088\">9520000001018</cbc:EndpointID>",
          "<cbc:ResponseCode>AP</cbc:ResponseCode>",
          "<cac:DocumentReference><cbc:ID>4500019</cbc:ID>"
          "<cbc:DocumentTypeCode>220</cbc:DocumentTypeCode>"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    EXPECT_EQ(text.find("LineResponse"), std::string::npos);
    answer.received[0].problems = {{.severity = Severity::error, .code = "ubl.no_buyer"}};
    EXPECT_TRUE(written(answer).contains("<cbc:ResponseCode>AB</cbc:ResponseCode>"))
        << "what the order lacks is with a clerk";
}

TEST(Receipt, asMessageLevelResponseNamesWhyAMessageIsRefused) {
    auto answer = message_response();
    answer.problems = {{.severity = Severity::error,
                        .code = "message.interchange_used_again",
                        .text = "repeats message 3\n with other content"}};
    answer.received[0].problems = {{.severity = Severity::error,
                                    .place = {.where = "/Order/cbc:ID"},
                                    .code = "xml.depth",
                                    .text = "elements are nested too deep"},
                                   {.severity = Severity::warning,
                                    .place = {.where = "/Order/cbc:Note"},
                                    .code = "ubl.sequence",
                                    .text = "the change states no <sequence> number"}};
    const auto text = written(answer);
    for (const auto* piece :
         {"<cbc:ResponseCode>RE</cbc:ResponseCode>",
          "<cbc:LineID>NA</cbc:LineID></cac:LineReference><cac:Response><cbc:Description>repeats "
          "message 3 with other content</cbc:Description><cac:Status><cbc:StatusReasonCode>BV</",
          "<cbc:LineID>/Order/cbc:ID</cbc:LineID></cac:LineReference><cac:Response>"
          "<cbc:Description>elements are nested too deep</cbc:Description><cac:Status>"
          "<cbc:StatusReasonCode>SV</",
          "no &lt;sequence&gt; number</cbc:Description><cac:Status><cbc:StatusReasonCode>BW</"})
        EXPECT_NE(text.find(piece), std::string::npos) << piece << "\n" << text;
    auto other = answer;
    other.received[0].problems.pop_back();
    EXPECT_TRUE(prove_edi(render_edi(answer, seller, stamp).value(), other))
        << "it says more than was found";
}

TEST(Receipt, refusesAPeppolMessageWithoutAnOrderNumberAsSuch) {
    auto answer = receipt("ubl", "ubl");
    answer.kind = AnswerKind::rejection;
    answer.reason = "R-ASSORT";
    answer.buyer_order_no.clear();
    answer.official_no.clear();
    const auto text = written(answer);
    EXPECT_TRUE(text.contains("<ApplicationResponse ")) << text;
    EXPECT_TRUE(text.contains("<cbc:ResponseCode>RE</cbc:ResponseCode><cbc:Description>Order not"))
        << text;
    EXPECT_TRUE(text.contains("<cac:DocumentReference><cbc:ID>77</cbc:ID>"))
        << "the envelope's number stands in\n"
        << text;
    answer.envelope.interchange_ref.clear();
    EXPECT_FALSE(render_edi(answer, seller, stamp)) << "nothing to refer to";
}

TEST(Receipt, asCxmlStatusUpdateSaysWhatBecameOfTheOrder) {
    auto answer = receipt("cxml", "cxml-status");
    answer.kind = AnswerKind::receipt;
    answer.language = "en";
    answer.official_no.clear();
    answer.document_function = "201";
    answer.clerk_text = "question";
    EXPECT_EQ(edi_file_stem(answer), "status-update");
    const auto text = written(answer);
    EXPECT_NE(text.find("<StatusUpdateRequest><DocumentReference payloadID=\"77\"/>"
                        "<Status code=\"201\" text=\"Accepted\" xml:lang=\"en\">"
                        "IN-26-000123: held, a question went by mail</Status>"),
              std::string::npos)
        << text;
    auto done = answer;
    done.document_function = "200";
    done.clerk_text = "confirmation";
    EXPECT_NE(written(done).find("<Status code=\"200\" text=\"OK\" xml:lang=\"en\">"
                                 "IN-26-000123: answered, confirmation</Status>"),
              std::string::npos);
    EXPECT_TRUE(prove_edi(render_edi(answer, seller, stamp).value(), done)) << "another status";
    auto other = answer;
    other.envelope.interchange_ref = "78";
    EXPECT_TRUE(prove_edi(render_edi(answer, seller, stamp).value(), other)) << "another document";
    answer.envelope.interchange_ref.clear();
    EXPECT_FALSE(render_edi(answer, seller, stamp)) << "nothing to refer to";
}

} // namespace
} // namespace besteld
