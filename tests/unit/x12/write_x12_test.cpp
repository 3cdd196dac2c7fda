// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_receipt.hpp"
#include "parsers/x12/read_x12.hpp"
#include "parsers/x12/write_x12.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace besteld::parsers {
namespace {

const X12Head head{.sender = "NOORDKADE",
                   .receiver = "HARBORSUP",
                   .control_number = "412",
                   .date = make_date(2026, 3, 2),
                   .time = "0915"};

X12SetReceipt accepted(std::string number) {
    return {.transaction_set = "850", .control_number = std::move(number), .code = "A"};
}
X12SetReceipt rejected(std::string number) {
    return {.transaction_set = "850",
            .control_number = std::move(number),
            .code = "R",
            .notes = {"5"},
            .faults = {{"BEG", 2, "3", 0, ""}, {"DTM", 4, "8", 2, "8"}}};
}

TEST(X12Receipt, saysForEachSetWhetherItWasTaken) {
    const X12Receipt receipt{.groups = {{"PO", "77", "", {accepted("0001"), rejected("0002")}}}};
    const auto bytes = write_x12_receipt(head, receipt).value();
    for (const auto* segment :
         {"GS*FA*NOORDKADE*HARBORSUP*20260302*0915*412*X*004010~", "AK1*PO*77~", "AK2*850*0001~",
          "AK5*A~", "AK3*BEG*2**3~", "AK3*DTM*4**8~", "AK4*2**8~", "AK5*R*5~", "AK9*P*2*2*1~"})
        EXPECT_NE(bytes.find(segment), std::string::npos) << segment << "\n" << bytes;
    EXPECT_EQ(bytes.find("\r\n"), 106U - 1 + 1) << "ISA has 106 characters";
}

TEST(X12Receipt, ofAGroupFollowsFromItsSets) {
    auto doubtful = accepted("0003");
    doubtful.code = "E";
    EXPECT_EQ(group_code({.sets = {accepted("1")}}), "A");
    EXPECT_EQ(group_code({.sets = {accepted("1"), doubtful}}), "E");
    EXPECT_EQ(group_code({.sets = {accepted("1"), rejected("2")}}), "P");
    EXPECT_EQ(group_code({.sets = {rejected("1"), rejected("2")}}), "R");
}

TEST(X12Receipt, ofAnInterchangeAloneHasNoGroup) {
    const X12Receipt receipt{.interchange =
                                 X12InterchangeReceipt{"000000077", "260302", "0910", "R", "025"}};
    const auto bytes = write_x12_receipt(head, receipt).value();
    EXPECT_NE(bytes.find("TA1*000000077*260302*0910*R*025~"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find("IEA*0*000000412~"), std::string::npos) << bytes;
    const auto parsed = read_x12(bytes, 0);
    ASSERT_EQ(parsed.documents.size(), 1U);
    EXPECT_EQ(parsed.documents[0].message_type, "TA1");
    EXPECT_TRUE(parsed.problems.empty());
}

TEST(X12Receipt, as999NamesItsConvention) {
    const X12Receipt receipt{.form = X12Receipt::Form::implementation_999,
                             .groups = {{"PO", "77", "005010", {rejected("0001")}}}};
    auto newer = head;
    newer.version = "005010";
    const auto bytes = write_x12_receipt(newer, receipt).value();
    for (const auto* segment : {"ST*999*0001*005010X231~", "AK1*PO*77*005010~", "IK3*BEG*2**3~",
                                "IK4*2**8~", "IK5*R*5~", "AK9*R*1*1*0~"})
        EXPECT_NE(bytes.find(segment), std::string::npos) << segment << "\n" << bytes;
}

TEST(X12Receipt, isReadAsItWasWritten) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(cat("seed ", seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        X12Receipt receipt;
        if (random() % 2 == 0)
            receipt.interchange = X12InterchangeReceipt{"000000077", "260302", "0910", "A", "000"};
        for (auto groups = random() % 3; groups > 0; --groups) {
            auto& group = receipt.groups.emplace_back("PO", cat(random() % 1000), "");
            for (auto sets = 1 + random() % 3; sets > 0; --sets)
                group.sets.push_back(random() % 2 == 0 ? accepted(cat(sets)) : rejected(cat(sets)));
        }
        if (!receipt.interchange && receipt.groups.empty()) continue;
        const auto read = read_x12_receipt(write_x12_receipt(head, receipt).value());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->interchange, receipt.interchange);
        EXPECT_EQ(read->groups, receipt.groups);
    }
}

X12OrderAnswer two_lines() {
    X12OrderAnswer answer{.head = head,
                          .code = "AC",
                          .order_number = "7731",
                          .order_date = make_date(2026, 3, 2),
                          .date = make_date(2026, 3, 2),
                          .our_number = "SO-26-000412",
                          .currency = "USD"};
    answer.lines.push_back({.line = "1",
                            .ordered = Decimal{720},
                            .unit = "EA",
                            .price = Decimal::parse("1.32").value(),
                            .basis = "PE",
                            .items = {{"VN", "NK-210"}},
                            .acks = {{.code = "IA",
                                      .quantity = Decimal{720},
                                      .unit = "EA",
                                      .date_qualifier = "069",
                                      .date = make_date(2026, 3, 20)}}});
    answer.lines.push_back({.line = "2",
                            .ordered = Decimal{48},
                            .unit = "EA",
                            .items = {{"VN", "NK-330"}},
                            .acks = {{.code = "R1", .quantity = Decimal{48}, .unit = "EA"}}});
    return answer;
}

TEST(X12OrderAnswer, acknowledgesEachLine) {
    const auto bytes = write_x12_order_answer(two_lines()).value();
    for (const auto* segment :
         {"GS*PR*", "ST*855*0001~", "BAK*00*AC*7731*20260302****SO-26-000412*20260302~",
          "PO1*1*720*EA*1.32*PE*VN*NK-210~", "ACK*IA*720*EA*069*20260320~", "ACK*R1*48*EA~",
          "CTT*2~"})
        EXPECT_NE(bytes.find(segment), std::string::npos) << segment << "\n" << bytes;
    const auto read = read_x12(bytes, 0);
    ASSERT_EQ(read.documents.size(), 1U);
    const auto& document = read.documents[0];
    EXPECT_EQ(document.document_class, DocumentClass::order_response);
    EXPECT_EQ(document.response_code->value, "AC");
    ASSERT_EQ(document.lines.size(), 2U);
    EXPECT_EQ(document.lines[0].responses.at(0).kind, ResponseKind::accepted);
    EXPECT_EQ(document.lines[0].responses.at(0).date->value.start, "2026-03-20");
    EXPECT_EQ(document.lines[1].responses.at(0).kind, ResponseKind::rejected);
    EXPECT_TRUE(document.problems.empty());
    EXPECT_TRUE(read.problems.empty());
}

TEST(X12OrderAnswer, toAChangeIs865WithItsOwnPlaces) {
    auto answer = two_lines();
    answer.kind = X12OrderAnswer::Kind::change_865;
    answer.code = "AT";
    answer.change_number = "2";
    answer.lines[0].change_code = "CA";
    answer.lines[1].change_code = "DI";
    const auto bytes = write_x12_order_answer(answer).value();
    for (const auto* segment :
         {"GS*CA*", "ST*865*0001~", "BCA*00*AT*7731**2*20260302***SO-26-000412*20260302~",
          "POC*1*CA*720*720*EA*1.32*PE*VN*NK-210~"})
        EXPECT_NE(bytes.find(segment), std::string::npos) << segment << "\n" << bytes;
    const auto read = read_x12(bytes, 0);
    ASSERT_EQ(read.documents.size(), 1U);
    EXPECT_EQ(read.documents[0].document_class, DocumentClass::order_change_response);
    EXPECT_EQ(read.documents[0].order_date->value, "2026-03-02");
    EXPECT_EQ(read.documents[0].document_id->value, "SO-26-000412");
    EXPECT_TRUE(read.documents[0].problems.empty());
}

TEST(X12OrderAnswer, choosesSeparatorsThatNoValueHolds) {
    auto answer = two_lines();
    answer.order_number = "77*31~>";
    const auto bytes = write_x12_order_answer(answer).value();
    EXPECT_NE(bytes.find("BAK|00|AC|77*31~>|"), std::string::npos) << bytes;
    EXPECT_EQ(read_x12(bytes, 0).documents.at(0).order_number->value, "77*31~>");
}

TEST(X12OrderAnswer, writesAccentsAsPlainLettersAndRefusesWhatHasNone) {
    auto answer = two_lines();
    answer.buyer_name = "Müller Straße";
    answer.text = "Réponse – 3 €";
    answer.lines[0].name = "手套"; // only helps to recognise the item
    auto bytes = write_x12_order_answer(answer);
    ASSERT_TRUE(bytes);
    EXPECT_NE(bytes->find("N1*BY*Muller Strasse~"), std::string::npos) << *bytes;
    EXPECT_NE(bytes->find("MSG*Reponse - 3 EUR~"), std::string::npos) << *bytes;
    EXPECT_EQ(bytes->find("PID"), std::string::npos);
    answer.text = "请确认";
    bytes = write_x12_order_answer(answer);
    ASSERT_FALSE(bytes);
    EXPECT_NE(bytes.error().find("请确认"), std::string::npos) << bytes.error();
    answer.text.clear();
    answer.order_number = "Größe 7";
    EXPECT_FALSE(write_x12_order_answer(answer)) << "a number is repeated exactly or not at all";
}

TEST(X12OrderAnswer, writesShortDatesBefore004010) {
    auto answer = two_lines();
    answer.head.version = "003060";
    const auto bytes = write_x12_order_answer(answer).value();
    EXPECT_NE(bytes.find("BAK*00*AC*7731*260302*"), std::string::npos) << bytes;
}

TEST(X12Reader, doesNotTakeTheReleaseNumberOfAnAcknowledgedChangeForADate) {
    const std::string bytes =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              "
        "*260302*0910*U*00401*000000077*0*P*>~GS*CA*A*B*20260302*0910*77*X*"
        "004010~ST*865*0001~BCA*00*AT*7731*REL-A*3*20260228~SE*3*0001~GE*1*"
        "77~IEA*1*000000077~";
    const auto read = read_x12(bytes, 0);
    ASSERT_EQ(read.documents.size(), 1U);
    EXPECT_EQ(read.documents[0].order_date->value, "2026-02-28");
    EXPECT_TRUE(read.documents[0].problems.empty());
}

} // namespace
} // namespace besteld::parsers
