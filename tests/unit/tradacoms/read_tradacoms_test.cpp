// SPDX-License-Identifier: Apache-2.0
#include "parsers/tradacoms/read_tradacoms.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace besteld::parsers {
namespace {

const std::string file =
    "STX=ANA:1+9520000001018:KORENAAR LTD+9520000009991:NOORDKADE+260302:091500+77++ORDHDR'"
    "MHD=1+ORDHDR:9'TYP=0430+NEW-ORDERS'SDT=9520000009991:S12+NOORDKADE BV'"
    "CDT=9520000001018:C7+KORENAAR?+CO LTD+1 MILL LANE:LEEDS:::LS1 1AA'FIL=9+1+260302'MTR=6'"
    "MHD=2+ORDERS:9'CLO=9520000001025:0042:ST-01+DEPOT NORTH'ORD=K-4500::260302++N'"
    "DIN=260305+260306+0930+RING FIRST'DNA=1+1+206:T01+PACK WITH CARE'"
    "OLD=1+9521000000025:NK-210+19521000000022+:0077:+36+10+11500+++PP TAPE:50 MM'"
    "DNB=1+1+1++CLEAR'OLD=2+:NK-330+++6+2'OTR=2'MTR=10'"
    "MHD=3+ORDTLR:9'OFT=1'MTR=3'END=3'";

std::string codes(const Parsed& parsed) {
    std::string out;
    const auto add = [&](const Problem& p) {
        out += cat(out.empty() ? "" : " ", p.severity == Severity::error ? "E:" : "W:", p.code);
    };
    std::ranges::for_each(parsed.problems, add);
    for (const auto& draft : parsed.documents)
        std::ranges::for_each(draft.problems, add);
    return out;
}

void expect_whole(const Parsed& parsed) {
    EXPECT_EQ(codes(parsed), "");
    ASSERT_EQ(parsed.documents.size(), 1U);
    const auto& draft = parsed.documents[0];
    EXPECT_EQ(draft.order_number->value, "K-4500");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(draft.requested->value.kind, DateKind::window);
    EXPECT_EQ(*draft.requested->value.end, "2026-03-06");
    EXPECT_EQ(*draft.requested->value.time, "09:30");
    ASSERT_EQ(draft.lines.size(), 2U);
    EXPECT_EQ(draft.lines[0].gtin->value, "9521000000025");
    EXPECT_EQ(draft.lines[0].seller_item->value, "NK-210");
    EXPECT_EQ(draft.lines[0].buyer_item->value, "0077");
    EXPECT_EQ(draft.lines[0].quantity->value, "10");
    EXPECT_EQ(draft.lines[0].unit_price->value, "1.15") << "four implied decimals";
    EXPECT_EQ(draft.lines[0].name->value, "PP TAPE 50 MM");
    EXPECT_EQ(draft.lines[1].quantity->value, "2");
    EXPECT_FALSE(draft.lines[1].gtin);
}

TEST(TradacomsReader, readsAFileWithoutLineEnds) {
    expect_whole(read_tradacoms(file, 0));
}

TEST(TradacomsReader, readsOneSegmentPerLine) {
    expect_whole(read_tradacoms(replace_all(file, "'", "'\r\n"), 0));
}

TEST(TradacomsReader, readsBlocksOfEightyCharacters) {
    std::string blocks;
    for (std::size_t at = 0; at < file.size(); at += 80)
        blocks += file.substr(at, 80) + "\n";
    expect_whole(read_tradacoms(blocks, 0));
}

TEST(TradacomsReader, readsAFileThatIsReconciled) {
    expect_whole(read_tradacoms(
        replace_all(file, "END=3'", "MHD=4+RSGRSG:2'RSG=77+9520000009991'MTR=3'END=4'"), 0));
}

TEST(TradacomsReader, takesThePartiesFromTheFileHeader) {
    const auto parsed = read_tradacoms(file, 0);
    const auto& draft = parsed.documents.at(0);
    EXPECT_EQ(find_party(draft, PartyRole::buyer)->name->value, "KORENAAR+CO LTD");
    EXPECT_EQ(find_party(draft, PartyRole::buyer)->postcode->value, "LS1 1AA");
    EXPECT_EQ(find_party(draft, PartyRole::supplier)->ids.at(0).value.id, "9520000009991");
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->ids.at(1).value.id, "0042");
    EXPECT_EQ(draft.envelope.interchange_ref, "77");
}

TEST(TradacomsReader, placesPointAtTheBytes) {
    const auto parsed = read_tradacoms(file, 0);
    const auto& place = parsed.documents.at(0).lines.at(0).quantity->place;
    EXPECT_EQ(file.substr(place.begin, place.end - place.begin), "10");
    EXPECT_EQ(place.where, "message 2, segment 6 (OLD), element 6");
}

struct Twin {
    const char* name;
    const char* what;
    const char* with;
    const char* codes;
    const char* where;
};
class TradacomsBrokenTwins : public testing::TestWithParam<Twin> {};

TEST_P(TradacomsBrokenTwins, tellWhatIsWrongAndWhere) {
    const auto& twin = GetParam();
    ASSERT_NE(file.find(twin.what), std::string::npos);
    const auto parsed = read_tradacoms(replace_all(file, twin.what, twin.with), 0);
    EXPECT_EQ(codes(parsed), twin.codes);
    const auto& problems =
        parsed.problems.empty() ? parsed.documents.at(0).problems : parsed.problems;
    EXPECT_EQ(problems.at(0).place.where, twin.where);
}

INSTANTIATE_TEST_SUITE_P(
    All, TradacomsBrokenTwins,
    testing::Values(
        Twin{"tagDelimiter", "STX=", "STX+", "E:tradacoms.tag_delimiter", "segment STX"},
        Twin{"segmentTagDelimiter", "DIN=", "DIN+", "E:tradacoms.tag_delimiter",
             "message 2, segment 4 (DIN)"},
        Twin{"messageHead", "ORDERS:9", "ORDERS:9:X+Y", "W:tradacoms.mhd",
             "message 2, segment 1 (MHD)"},
        Twin{"lineCount", "OTR=2", "OTR=3", "W:tradacoms.line_count",
             "message 2, segment 9 (OTR), element 1"},
        Twin{"segmentCount", "MTR=10", "MTR=8", "W:tradacoms.mtr_count",
             "message 2, segment 10 (MTR), element 1"},
        Twin{"messageCount", "END=3", "END=4", "W:tradacoms.end_count", "segment END"},
        Twin{"day", "DIN=260305", "DIN=260230", "E:tradacoms.date",
             "message 2, segment 4 (DIN), element 1"},
        Twin{"quantity", "+36+10+", "+36+1O+", "E:tradacoms.number E:tradacoms.no_quantity",
             "message 2, segment 6 (OLD), element 6"},
        Twin{"number", "ORD=K-4500:", "ORD=:", "E:tradacoms.no_order_number", "message 2"},
        Twin{"type", "0430+NEW-ORDERS", "0999+?", "E:tradacoms.type",
             "message 1, segment 2 (TYP), element 1"}),
    [](const auto& twin) { return twin.param.name; });

TEST(TradacomsReader, namesOtherFilesWithoutMakingOrdersOfThem) {
    const auto parsed = read_tradacoms(
        "STX=ANA:1+1+2+260302+5'MHD=1+INVFIL:9'MTR=2'MHD=2+UTLHDR:3'TYP=0715'MTR=3'END=2'", 0);
    ASSERT_EQ(parsed.documents.size(), 1U);
    EXPECT_EQ(parsed.documents[0].document_class, DocumentClass::other);
}

TEST(TradacomsReader, saysThatAFileIsCutOffWhereverItIsCut) {
    for (std::size_t length = 10; length < file.find("OTR="); ++length)
        EXPECT_NE(codes(read_tradacoms(file.substr(0, length), 0)).find("E:"), std::string::npos)
            << length;
}

TEST(TradacomsReader, doesNotClaimOtherFiles) {
    for (const auto* text :
         {"", "STX", "STXANA", "UNA:+.? '", "Stx=ANA", "STX is a control character"})
        EXPECT_FALSE(looks_like_tradacoms(text)) << text;
}

} // namespace
} // namespace besteld::parsers
