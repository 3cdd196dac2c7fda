// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_edifact.hpp"
#include "parsers/edifact/write_edifact.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

InterchangeHead head() {
    return {.sender = "9520000000011",
            .receiver = "9520000001018",
            .reference = "N1",
            .date = make_date(2026, 3, 2),
            .time = "0920"};
}

OrdrspAnswer answer(std::string function) {
    return {.head = head(),
            .document_number = "SO-26-000412",
            .function = std::move(function),
            .date = make_date(2026, 3, 2),
            .order_number = "4500017",
            .our_number = "SO-26-000412",
            .buyer = "9520000001018",
            .supplier = "9520000000011",
            .ship_to = "9520000001025",
            .currency = "EUR"};
}

Decimal number(std::string_view text) {
    return Decimal::parse(text).value();
}

std::string without_line_ends(std::string text) {
    return replace_all(std::move(text), "\r\n", "");
}

std::string value(const MaybeField& field) {
    return field ? field->value : "-";
}

TEST(Ordrsp, acceptsTheCleanOrderWithoutLines) {
    auto accepted = answer("29");
    accepted.promised = make_date(2026, 3, 5);
    EXPECT_EQ(without_line_ends(write_ordrsp(accepted)),
              "UNA:+.? 'UNB+UNOC:3+9520000000011:14+9520000001018:14+260302:0920+N1'"
              "UNH+1+ORDRSP:D:96A:UN:EAN005'BGM+231+SO-26-000412+29'DTM+137:20260302:102'DTM+69:"
              "20260305:102'"
              "RFF+ON:4500017'RFF+VN:SO-26-000412'NAD+BY+9520000001018::9'NAD+SU+9520000000011::9'"
              "NAD+DP+9520000001025::9'CUX+2:EUR:9'UNS+S'UNT+12+1'UNZ+1+N1'");
}

TEST(Ordrsp, proposesThePriceOfTheAgreement) {
    auto proposal = answer("4");
    proposal.lines = {{.number = "1",
                       .action = "3",
                       .order_line = "1",
                       .gtin = "9521000000018",
                       .ordered = Decimal(500),
                       .price = number("0.74")},
                      {.number = "2",
                       .action = "5",
                       .order_line = "2",
                       .gtin = "9521000000025",
                       .ordered = Decimal(72)}};
    const auto text = without_line_ends(write_ordrsp(proposal));
    EXPECT_THAT(text, testing::HasSubstr("BGM+231+SO-26-000412+4'"));
    EXPECT_THAT(text, testing::HasSubstr(
                          "LIN+1+3+9521000000018:EN'QTY+21:500'PRI+AAA:0.74'RFF+ON:4500017:1'"
                          "LIN+2+5+9521000000025:EN'QTY+21:72'RFF+ON:4500017:2'UNS+S'CNT+2:2'"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("QVR")));
}

TEST(Ordrsp, saysWhatIsBackordered) {
    auto partial = answer("4");
    partial.order_number = "4500019";
    partial.lines = {{.number = "1",
                      .action = "3",
                      .order_line = "1",
                      .gtin = "9521000000032",
                      .ordered = Decimal(48),
                      .confirmed = Decimal(30),
                      .backordered = Decimal(18),
                      .promised = make_date(2026, 3, 5),
                      .variance = QuantityVariance{Decimal(-18), "BP", "AV"}}};
    EXPECT_THAT(without_line_ends(write_ordrsp(partial)),
                testing::HasSubstr(
                    "LIN+1+3+9521000000032:EN'QTY+21:48'QTY+113:30'QTY+83:18'DTM+69:20260305:102'"
                    "QVR+-18:21+BP+AV'RFF+ON:4500019:1'"));
}

TEST(Ordrsp, splitsALineOverTwoDates) {
    auto split = answer("4");
    split.order_number = "4500019";
    split.lines = {{.number = "1",
                    .action = "3",
                    .order_line = "1",
                    .gtin = "9521000000032",
                    .confirmed = Decimal(30),
                    .promised = make_date(2026, 3, 5)},
                   {.number = "2",
                    .action = "1",
                    .order_line = "1",
                    .gtin = "9521000000032",
                    .confirmed = Decimal(18),
                    .promised = make_date(2026, 3, 17)}};
    EXPECT_THAT(without_line_ends(write_ordrsp(split)),
                testing::HasSubstr(
                    "LIN+1+3+9521000000032:EN'QTY+113:30'DTM+69:20260305:102'RFF+ON:4500019:1'"
                    "LIN+2+1+9521000000032:EN'QTY+113:18'DTM+69:20260317:102'RFF+ON:4500019:1'"));
}

TEST(Ordrsp, isReadBackByTheReader) {
    auto full = answer("4");
    full.release = EancomRelease::d01b;
    full.text = "Let op: 'spoed' + extra? Müller";
    full.order_date = make_date(2026, 3, 1);
    full.change_number = "CH-1";
    full.net_total = number("451.2");
    full.tax_total = number("94.75");
    full.gross_total = number("545.95");
    full.lines = {{.number = "1",
                   .action = "3",
                   .order_line = "10",
                   .gtin = "9521000000032",
                   .seller_item = "NK-330",
                   .buyer_item = "K:7",
                   .substitute = "NK-331",
                   .ordered = Decimal(48),
                   .confirmed = Decimal(30),
                   .backordered = Decimal(18),
                   .unit = "RO",
                   .promised = make_date(2026, 3, 5),
                   .price = number("940"),
                   .price_base = Decimal(100),
                   .price_unit = "RO",
                   .variance = QuantityVariance{Decimal(-18), "BP", "AV"},
                   .amount = number("282"),
                   .text = "rest volgt"},
                  {.number = "2",
                   .action = "7",
                   .order_line = "20",
                   .gtin = "9521000000070",
                   .ordered = Decimal(5)}};
    const auto parsed = read_edifact(write_ordrsp(full), 0);
    ASSERT_EQ(parsed.documents.size(), 1U);
    const auto& back = parsed.documents[0];
    EXPECT_TRUE(parsed.problems.empty());
    EXPECT_TRUE(back.problems.empty());
    EXPECT_EQ(back.document_class, DocumentClass::order_response);
    EXPECT_EQ(back.version, "D.01B");
    EXPECT_EQ(back.function->value, MessageFunction::change);
    EXPECT_EQ(value(back.document_id), "SO-26-000412");
    EXPECT_EQ(value(back.order_number), "4500017");
    EXPECT_EQ(value(back.currency), "EUR");
    EXPECT_EQ(back.notes.at(0).value, "Let op: 'spoed' + extra? Müller");
    EXPECT_EQ(value(back.total), "451.20");
    EXPECT_EQ(value(back.total_gross), "545.95");
    ASSERT_EQ(back.lines.size(), 2U);
    const auto& line = back.lines[0];
    EXPECT_EQ(line.action, LineAction::change);
    EXPECT_EQ(value(line.original_line), "10");
    EXPECT_EQ(value(line.gtin), "9521000000032");
    EXPECT_EQ(value(line.seller_item), "NK-330");
    EXPECT_EQ(value(line.buyer_item), "K:7");
    EXPECT_EQ(line.other_item_ids.at(0).type, "PIA+3:SA");
    EXPECT_EQ(line.other_item_ids.at(0).id.value, "NK-331");
    EXPECT_EQ(value(line.quantity), "48");
    EXPECT_EQ(value(line.unit_code), "XRO");
    EXPECT_EQ(value(line.unit_price), "940");
    EXPECT_EQ(value(line.price_base_quantity), "100");
    ASSERT_EQ(line.schedule.size(), 2U);
    EXPECT_EQ(line.schedule[0].quantity.value, "30");
    EXPECT_EQ(line.schedule[0].requested->value.start, "2026-03-05");
    EXPECT_EQ(line.schedule[1].quantity.value, "18");
    EXPECT_FALSE(line.schedule[1].requested);
    EXPECT_EQ(back.lines[1].action, LineAction::remove);
}

TEST(Ordrsp, writesLongTextWithoutBreakingWords) {
    auto told = answer("12");
    for (int i = 0; i < 80; ++i)
        told.text += cat("woord", i, " ");
    const auto bytes = write_ordrsp(told);
    const auto back = read_edifact(bytes, 0).documents.at(0);
    std::string joined;
    for (const auto& note : back.notes)
        joined += note.value + " ";
    EXPECT_EQ(joined, told.text);
}

TEST(Ordrsp, goesOutAsUtf8WhenLatinLettersDoNotSuffice) {
    auto chinese = answer("12");
    chinese.text = "您的订单正在处理";
    const auto bytes = write_ordrsp(chinese);
    EXPECT_THAT(bytes, testing::HasSubstr(
                           "UNB+UNOY:4+9520000000011:14+9520000001018:14+20260302:0920+N1'"));
    EXPECT_EQ(read_edifact(bytes, 0).documents.at(0).notes.at(0).value, chinese.text);
    auto german = answer("12");
    german.text = "Müller";
    EXPECT_THAT(write_ordrsp(german), testing::HasSubstr("FTX+AAI+++M\xFCller'"));
}

ContrlAnswer contrl() {
    return {.head = head(),
            .interchange_reference = "IC77",
            .interchange_sender = "9520000001018",
            .interchange_sender_qualifier = "14",
            .interchange_receiver = "9520000000011",
            .interchange_receiver_qualifier = "14"};
}

TEST(Contrl, acknowledgesAnInterchangeWithItsMessages) {
    auto good = contrl();
    good.messages = {{.reference = "1", .type = {"ORDERS", "D", "96A", "UN", "EAN008"}}};
    EXPECT_EQ(without_line_ends(write_contrl(good)),
              "UNA:+.? 'UNB+UNOC:3+9520000000011:14+9520000001018:14+260302:0920+N1'"
              "UNH+1+CONTRL:D:3:UN:EAN002'UCI+IC77+9520000001018:14+9520000000011:14+7'"
              "UCM+1+ORDERS:D:96A:UN:EAN008+7'UNT+4+1'UNZ+1+N1'");
}

TEST(Contrl, rejectsOneMessageAndNamesTheFault) {
    auto bad = contrl();
    bad.messages = {{.reference = "1",
                     .type = {"ORDERS", "D", "96A", "UN"},
                     .action = ContrlAction::rejected,
                     .code = "",
                     .faults = {{.segment = 2, .code = "13"},
                                {.segment = 4, .code = "12", .element = 1, .component = 2}}}};
    EXPECT_THAT(
        without_line_ends(write_contrl(bad)),
        testing::HasSubstr("+7'UCM+1+ORDERS:D:96A:UN+4'UCS+2+13'UCS+4'UCD+12+2:2'UNT+7+1'"));
    auto twice = contrl();
    twice.action = ContrlAction::rejected;
    twice.code = "26";
    EXPECT_THAT(without_line_ends(write_contrl(twice)),
                testing::HasSubstr("UCI+IC77+9520000001018:14+9520000000011:14+4+26'"));
    auto received = contrl();
    received.action = ContrlAction::received;
    EXPECT_THAT(without_line_ends(write_contrl(received)),
                testing::HasSubstr("9520000000011:14+8'"));
}

} // namespace
} // namespace besteld::parsers
