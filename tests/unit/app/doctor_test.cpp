// SPDX-License-Identifier: Apache-2.0
#include "app/doctor.hpp"

#include "base/text.hpp"
#include "order/reading_json.hpp"
#include "parsers/read_partner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace besteld {
namespace {

using ::testing::HasSubstr;

// Invented; one segment per line.
const std::string edifact_order = "UNB+UNOC:3+9520000001018:14+9520000000011:14+260302:0915+IC77'\n"
                                  "UNH+1+ORDERS:D:96A:UN:EAN008'\n"
                                  "BGM+220+4500017+9'\n"
                                  "DTM+137:20260302:102'\n"
                                  "DTM+2:20260305:102'\n"
                                  "NAD+BY+9520000001018::9'\n"
                                  "LIN+1++9521000000018:EN'\n"
                                  "QTY+21:1500:PCE'\n"
                                  "PRI+AAA:0.74'\n"
                                  "LIN+2++9521000000025:EN'\n"
                                  "QTY+21:72:PCE'\n"
                                  "UNS+S'\n"
                                  "UNT+12+1'\n"
                                  "UNZ+1+IC77'\n";

const std::string x12_order =
    "ISA*00*          *00*          *ZZ*KORENAAR       *ZZ*NOORDKADE      "
    "*260302*0915*U*00401*000000017*0*P*>~\n"
    "GS*PO*KORENAAR*NOORDKADE*20260302*0915*7*X*004010~\n"
    "ST*850*0001~\n"
    "BEG*00*NE*7731**20260302~\n"
    "DTM*002*20260305~\n"
    "PO1*1*1720*EA*1.32*PE*VN*NK-210~\n"
    "PO1*2*48*CA*10.40*PE*VN*NK-330~\n"
    "CTT*2~\n"
    "SE*7*0001~\n"
    "GE*1*7~\n"
    "IEA*1*000000017~\n";

Reading read_by(const std::string& bytes, const ReadingProfile& profile) {
    return parsers::read(bytes, ReadHint{.file_name = "order.edi"},
                         Partners{.profiles = {profile}});
}

Diagnosis diagnosis_of(const std::string& bytes, const ReadingProfile& now = {}) {
    return diagnose(now, [&](const ReadingProfile& profile) { return read_by(bytes, profile); });
}

std::string changed(std::string text, std::string_view what, std::string_view with) {
    EXPECT_NE(text.find(what), std::string::npos) << what;
    return replace_all(std::move(text), what, with);
}

// What was read, without where it stands and what was thought of it.
std::string values_of(const Reading& reading) {
    const auto value = [](const MaybeField& f) { return f ? f->value : std::string("-"); };
    std::string out;
    for (const auto& draft : reading.documents) {
        out += cat(draft.message_type, " ", value(draft.order_number), " ", value(draft.order_date),
                   " ", draft.requested ? draft.requested->value.start.value_or("-") : "-", " ",
                   draft.envelope.sender, "\n");
        for (const auto& line : draft.lines)
            out += cat(value(line.line), " ", value(line.gtin), " ", value(line.seller_item), " ",
                       value(line.buyer_item), " ", value(line.quantity), " ", value(line.unit),
                       " ", value(line.unit_code), " ", value(line.unit_price), "\n");
    }
    return out;
}

bool has(const Reading& reading, std::string_view code) {
    return std::ranges::count(reading.documents.at(0).problems, code, &Problem::code) > 0;
}

struct Spoiled {
    const char* name;
    std::string bytes;
    std::string whole;
    std::vector<std::string> settings; // of the remedy
    std::string explanation;           // something that must be told
};

void PrintTo(const Spoiled& spoiled, std::ostream* out) {
    *out << spoiled.name;
}

std::string capitals_gone(std::string text) {
    for (const char* tag : {"\nDTM+", "\nLIN+", "\nQTY+", "\nPRI+"})
        text = replace_all(text, tag, to_lower_ascii(tag));
    return text;
}

std::vector<Spoiled> spoiled_files() {
    return {
        {"TagsInLowerCase",
         capitals_gone(edifact_order),
         edifact_order,
         {"tolerate = [\"lower_case_tags\"]"},
         "line 4, byte"},
        {"ATerminatorForgotten",
         changed(edifact_order, "EN'\nQTY+21:1500", "EN\nQTY+21:1500"),
         edifact_order,
         {"tolerate = [\"line_ends_end_segments\"]"},
         "expected: every segment ended by its terminator"},
        {"NoTrailersAtAll",
         changed(edifact_order, "UNS+S'\nUNT+12+1'\nUNZ+1+IC77'\n", ""),
         edifact_order,
         {"tolerate = [\"missing_trailer\"]"},
         "lines may be missing"},
        {"TextBehindTheInterchange",
         edifact_order + "XXX+sent by EDI gateway 7'\n",
         edifact_order,
         {"tolerate = [\"text_outside\"]"},
         ">>XXX+sent by EDI gateway 7<<"},
        {"ThousandsWithAPoint",
         changed(changed(edifact_order, "21:1500:", "21:1.500,5:"), ":0.74", ":0,74"),
         changed(edifact_order, "21:1500:", "21:1500.5:"),
         {"decimal_mark = \",\""},
         ">>1.500,5<<"},
        {"TheDayFirst",
         changed(edifact_order, "2:20260305:102", "2:25032026:102"),
         changed(edifact_order, "2:20260305:102", "2:20260325:102"),
         {"date_pattern = \"DDMMYYYY\""},
         "no date in format 102"},
        {"TagsAndTrailers",
         changed(capitals_gone(edifact_order), "UNS+S'\nUNT+12+1'\nUNZ+1+IC77'\n", ""),
         edifact_order,
         {"tolerate = [\"missing_trailer\"]", "tolerate = [\"lower_case_tags\"]"},
         "and with nothing less"},
        {"X12TagsInLowerCase",
         changed(x12_order, "PO1*", "po1*"),
         x12_order,
         {"tolerate = [\"lower_case_tags\"]"},
         "expected: segment tags in capitals"},
        {"X12TextBetweenGroups",
         changed(x12_order, "GE*1*7~\n", "ZZZ*note~\nGE*1*7~\n"),
         x12_order,
         {"tolerate = [\"text_outside\"]"},
         ">>ZZZ*note<<"},
        {"X12ThousandsWithAComma",
         changed(x12_order, "*1720*", "*1,720.5*"),
         changed(x12_order, "*1720*", "*1720.5*"),
         {"decimal_mark = \".\""},
         ">>1,720.5<<"},
        {"X12TheMonthFirst",
         changed(x12_order, "002*20260305", "002*03252026"),
         changed(x12_order, "002*20260305", "002*20260325"),
         {"date_pattern = \"MMDDYYYY\""},
         "expected: a day that exists"},
        {"X12NoTrailersAtAll",
         changed(x12_order, "CTT*2~\nSE*7*0001~\nGE*1*7~\nIEA*1*000000017~\n", ""),
         x12_order,
         {"tolerate = [\"missing_trailer\"]"},
         "lines may be missing"},
    };
}

class SpoiledFile : public ::testing::TestWithParam<Spoiled> {};

TEST_P(SpoiledFile, isExplainedAndReadWithTheNamedSwitchAsTheWholeFile) {
    const Spoiled& spoiled = GetParam();
    const Diagnosis diagnosis = diagnosis_of(spoiled.bytes);
    const std::string told = explain("order.edi", spoiled.bytes, diagnosis);
    ASSERT_EQ(diagnosis.verdict, Readability::readable_with_switch) << told;
    ASSERT_EQ(diagnosis.remedies.size(), 1U) << told;
    ReadingProfile profile{.name = "korenaar"};
    std::vector<std::string> settings;
    for (const auto& one : diagnosis.remedies.front().switches) {
        settings.push_back(one.setting);
        one.apply(profile);
    }
    EXPECT_THAT(settings, ::testing::UnorderedElementsAreArray(spoiled.settings)) << told;
    EXPECT_THAT(told, HasSubstr(spoiled.explanation));
    const Reading mended = read_by(spoiled.bytes, profile);
    EXPECT_EQ(values_of(mended), values_of(read_by(spoiled.whole, {})));
}

INSTANTIATE_TEST_SUITE_P(Doctor, SpoiledFile, ::testing::ValuesIn(spoiled_files()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Doctor, findsNothingWrongWithAWholeFile) {
    for (const auto& whole : {edifact_order, x12_order}) {
        const Diagnosis diagnosis = diagnosis_of(whole);
        EXPECT_EQ(diagnosis.verdict, Readability::readable);
        EXPECT_THAT(explain("order.edi", whole, diagnosis), HasSubstr("nothing is wrong with it"));
    }
}

TEST(Doctor, tellsABrokenRuleOfTheFormatThatStopsNothing) {
    const std::string number(36, '7');
    const auto text = changed(edifact_order, "4500017", number);
    const auto diagnosis = diagnosis_of(text);
    EXPECT_EQ(diagnosis.verdict, Readability::readable);
    const auto words = explain("order.edi", text, diagnosis);
    for (const auto& piece :
         {std::string("doubt at message 1, segment 2 (BGM), element 2, line 3, byte"),
          std::string("BGM 1004 has 36 characters, at most 35 are allowed"),
          std::string("expected: a value of at most the standard's length"),
          cat(">>", number, "<<"), std::string("Readable as it is")})
        EXPECT_THAT(words, HasSubstr(piece));
}

TEST(Doctor, choosesNothingWhereTwoSwitchesReadDifferently) {
    const std::string bytes = changed(edifact_order, "2:20260305:102", "2:03.04.2026:102");
    const std::string slashes = changed(edifact_order, "2:20260305:102", "2:03/04/2026:102");
    EXPECT_EQ(diagnosis_of(bytes).remedies.size(), 1U); // with points only the day comes first
    const Diagnosis open = diagnosis_of(slashes);
    EXPECT_EQ(open.verdict, Readability::readable_with_switch);
    EXPECT_EQ(open.remedies.size(), 2U);
    const std::string told = explain("order.edi", slashes, open);
    EXPECT_THAT(told, HasSubstr("date_pattern = \"DD/MM/YYYY\""));
    EXPECT_THAT(told, HasSubstr("date_pattern = \"MM/DD/YYYY\""));
    EXPECT_THAT(told, HasSubstr("ask the partner which is right"));
    // 1.72 or 1720: the text alone does not say
    EXPECT_EQ(diagnosis_of(changed(x12_order, "*1720*", "*1,720*")).remedies.size(), 2U);
}

TEST(Doctor, saysWhatThePartnerMustMendWhenNoSwitchHelps) {
    const std::string bytes = changed(edifact_order, "QTY+21:1500:PCE'\n", "");
    const Diagnosis diagnosis = diagnosis_of(bytes);
    EXPECT_EQ(diagnosis.verdict, Readability::unreadable);
    const std::string told = explain("order.edi", bytes, diagnosis);
    EXPECT_THAT(told, HasSubstr("The partner must mend:"));
    EXPECT_THAT(told, HasSubstr("quantity"));
    EXPECT_EQ(diagnosis_of("\x89PNG\r\n").verdict, Readability::unreadable);
    EXPECT_EQ(diagnosis_of("").verdict, Readability::unreadable);
}

TEST(Doctor, makesControlCharactersVisible) {
    EXPECT_EQ(visible("a\r\n\tb\x1D\x7F"), "a␍␊␉b\\x1D\\x7F");
    EXPECT_EQ(visible("caf\xE9"), "caf\\xE9");
    EXPECT_EQ(visible("café"), "café");
}

TEST(ReadingProfile, isChosenByTheSenderThatTheInterchangeNames) {
    const std::string two = replace_all(edifact_order, "PCE", "DOZ") +
                            changed(replace_all(edifact_order, "PCE", "DOZ"), "1018:14", "1999:14");
    const Partners partners{
        .profiles = {
            {.name = "korenaar", .senders = {"9520000001018"}, .units = {{"DOZ", "XCT"}}}}};
    const Reading reading = parsers::read(two, ReadHint{}, partners);
    ASSERT_EQ(reading.documents.size(), 2U);
    const auto used = [](const OrderDraft& draft) {
        return std::ranges::count(draft.problems, "profile.used", &Problem::code);
    };
    EXPECT_EQ(reading.documents[0].lines[0].unit_code->value, "XCT");
    EXPECT_EQ(used(reading.documents[0]), 1);
    EXPECT_NE(reading.documents[1].lines[0].unit_code.value_or(Field{}).value, "XCT");
    EXPECT_EQ(used(reading.documents[1]), 0);
}

TEST(ReadingProfile, refusesWhatOthersMayDo) {
    const std::string bytes = changed(edifact_order, "UNT+12", "UNT+14");
    const auto errors = [](const Reading& reading) {
        return std::ranges::count(reading.documents.at(0).problems, Severity::error,
                                  &Problem::severity);
    };
    EXPECT_EQ(errors(read_by(bytes, {.name = "k"})), 0);
    EXPECT_EQ(errors(read_by(bytes, {.name = "k", .refuse = {Oddity::wrong_counts}})), 1);
}

TEST(ReadingProfile, pinsTheVersion) {
    const auto has_fault = [](const Reading& reading) { return has(reading, "profile.version"); };
    EXPECT_TRUE(has_fault(read_by(edifact_order, {.name = "k", .versions = {"D.01B"}})));
    EXPECT_FALSE(has_fault(read_by(edifact_order, {.name = "k", .versions = {"D.01B", "D.96A"}})));
}

TEST(ReadingProfile, saysWhatAQualifierNames) {
    const std::string bytes = changed(edifact_order, "9521000000025:EN", "K-77:ZZZ");
    const Reading reading = read_by(bytes, {.name = "k", .item_numbers = {{"ZZZ", "buyer_item"}}});
    EXPECT_EQ(reading.documents.at(0).lines.at(1).buyer_item.value_or(Field{}).value, "K-77");
}

TEST(ReadingProfile, outdoesTheDeclaredCharacterSet) {
    // 0xA6 is Ś in ISO 8859-2 and ¦ in 8859-1, which UNOC declares.
    const std::string bytes = changed(edifact_order, "LIN+1++", "FTX+AAI+++\xA6wie\xBFo'\nLIN+1++");
    const Reading reading = read_by(bytes, {.name = "k", .charset = "iso-8859-2"});
    ASSERT_FALSE(reading.documents.at(0).notes.empty());
    EXPECT_EQ(reading.documents.at(0).notes.at(0).value, "Świeżo");
}

TEST(ReadingProfile, neverTakesADifferenceForATotal) {
    const std::string change =
        changed(changed(changed(x12_order, "ST*850", "ST*860"), "BEG*00*NE*7731**20260302",
                        "BCH*04*NE*7731***20260302"),
                "PO1*1*1720*EA", "POC*1*QI*12**EA");
    const ReadingProfile differences{.name = "k", .changed_quantity = QuantityOfChange::difference};
    EXPECT_TRUE(read_by(change, {}).documents.at(0).lines.at(0).quantity);
    const Reading reading = read_by(change, differences);
    EXPECT_FALSE(reading.documents.at(0).lines.at(0).quantity);
    EXPECT_TRUE(has(reading, "x12.quantity_difference"));
}

TEST(ReadingProfile, crossesThePipeWhole) {
    const ReadRequest request{
        .hint = {.file_name = "a.edi"},
        .partners = {.channel = "edi",
                     .profiles = {{.name = "k",
                                   .senders = {"1:14"},
                                   .tolerate = {Oddity::lower_case_tags},
                                   .charset = "utf-8",
                                   .separators = ":+.? \n",
                                   .units = {{"ROL", "XRO"}},
                                   .changed_quantity = QuantityOfChange::difference}}}};
    ReadRequest back = request_from_json(to_json_text(request));
    EXPECT_EQ(to_json_text(back), to_json_text(request));
    EXPECT_EQ(back.partners.channel, "edi");
    EXPECT_TRUE(back.partners.profiles.empty()) << "they go by themselves, once";
    back.partners.profiles = profiles_from_json(to_json_text(request.partners.profiles));
    EXPECT_EQ(back.partners.profiles, request.partners.profiles);
    EXPECT_EQ(back.partners.of("1:14").separators, ":+.? \n");
    EXPECT_TRUE(back.partners.of("2:14").name.empty());
}

struct TestFlag {
    const char* format;
    std::string bytes;
};

// TABNAM, MANDT, DOCNUM, DOCREL, STATUS, DIRECT, OUTMOD and EXPRSS stand before TEST.
std::string flat_idoc(char test) {
    std::string control = "EDI_DC40  1000000000000905001740 2240 ";
    control.resize(38, ' ');
    control += test;
    control.resize(39 + 60, ' '); // IDOCTYP, CIMTYP
    control += "ORDERS";
    control.resize(524, ' ');
    std::string head = "E2EDK01005";
    head.resize(63, ' ');
    return control + "\n" + head + "\n";
}

std::string cross_industry_order(std::string_view test) {
    return cat(
        R"(<?xml version="1.0"?><rsm:SCRDMCCBDACIOMessageStructure )"
        R"(xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100" )"
        R"(xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:128" )"
        R"(xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:128">)"
        "<rsm:ExchangedDocumentContext><ram:TestIndicator><udt:Indicator>",
        test,
        "</udt:Indicator></ram:TestIndicator></rsm:ExchangedDocumentContext>"
        "<rsm:ExchangedDocument><ram:ID>7</ram:ID><ram:TypeCode>220</ram:TypeCode>"
        "</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction/>"
        "</rsm:SCRDMCCBDACIOMessageStructure>");
}

// What says of itself that it is a test never becomes a live order (check A03 asks for this flag).
TEST(TestIndicator, isSeenInEveryFormatThatHasOne) {
    const std::vector<TestFlag> flagged = {
        {"edifact", changed(edifact_order, "+IC77'\nUNH", "+IC77++++++1'\nUNH")},
        {"edifact, syntax version 4",
         changed(changed(edifact_order, "UNOC:3", "UNOC:4"), "+IC77'\nUNH", "+IC77++++++2'\nUNH")},
        {"x12", changed(x12_order, "*P*>", "*T*>")},
        {"cxml",
         R"(<?xml version="1.0"?><cXML payloadID="1@k.example" timestamp="2026-03-02"><Header/>)"
         R"(<Request deploymentMode="test"><OrderRequest><OrderRequestHeader orderID="7" )"
         R"(orderDate="2026-03-02" type="new"/></OrderRequest></Request></cXML>)"},
        {"idoc, flat", flat_idoc('X')},
        {"cross industry order", cross_industry_order("true")},
        {"cross industry order, the other way", cross_industry_order("1")},
        {"idoc",
         R"(<?xml version="1.0"?><ORDERS05><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><TEST>X</TEST>)"
         R"(<MESTYP>ORDERS</MESTYP></EDI_DC40><E1EDK01 SEGMENT="1"><BELNR>7</BELNR></E1EDK01>)"
         R"(</IDOC></ORDERS05>)"},
    };
    for (const auto& one : flagged) {
        const Reading reading = parsers::read(one.bytes, ReadHint{});
        ASSERT_EQ(reading.documents.size(), 1U) << one.format;
        EXPECT_TRUE(reading.documents[0].test) << one.format;
    }
    EXPECT_FALSE(parsers::read(flat_idoc(' '), ReadHint{}).documents.at(0).test);
    EXPECT_FALSE(parsers::read(cross_industry_order("false"), ReadHint{}).documents.at(0).test);
    EXPECT_FALSE(parsers::read(cross_industry_order("0"), ReadHint{}).documents.at(0).test);
    EXPECT_FALSE(parsers::read(edifact_order, ReadHint{}).documents.at(0).test);
    EXPECT_FALSE(parsers::read(x12_order, ReadHint{}).documents.at(0).test);
}

} // namespace
} // namespace besteld
