// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message_structure.hpp"
#include "parsers/edifact/read_edifact.hpp"
#include "parsers/edifact/segment_rules.hpp"
#include "parsers/edifact/write_edifact.hpp"

#include "base/text.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace besteld::parsers {
namespace {

// Every doubt of the rules, as "code at place": each must be a doubt and no more.
std::vector<std::string> breaches(const std::string& bytes) {
    std::vector<std::string> out;
    for (const auto& document : read_edifact(bytes, 0).documents)
        for (const auto& p : document.problems) {
            constexpr std::string_view counts = "edifact.unt_count"; // order_with counts nothing
            if (p.code == counts) continue;
            EXPECT_EQ(p.severity, Severity::warning) << p.code << ": " << p.text;
            out.push_back(cat(p.code, " at ",
                              p.place.where.words().substr(p.place.where.words().find(", ") + 2)));
        }
    return out;
}

std::string with(const std::string& what, const std::string& instead) {
    EXPECT_NE(clean_order.find(what), std::string::npos) << what;
    return replace_all(clean_order, what, instead);
}

struct Row {
    std::string name;
    std::string what;
    std::string instead;
    std::string breach;
};

TEST(EdifactRules, holdAnOrderAgainstItsDirectory) {
    const std::string long_number(36, '7');
    for (const auto& row : std::to_array<Row>({
             {"too long", "4500017", long_number,
              "edifact.element_too_long at segment 2 (BGM), element 2"},
             {"the order number of D.96A is no composite", "4500017", "4500017:2",
              "edifact.element_surplus at segment 2 (BGM), element 2, component 2"},
             {"too short", "CUX+2:EUR:9", "CUX+2:EU:9",
              "edifact.element_too_short at segment 8 (CUX), element 1, component 2"},
             {"not letters", "CUX+2:EUR:9", "CUX+2:E1R:9",
              "edifact.element_type at segment 8 (CUX), element 1, component 2"},
             {"code of no list", "CUX+2:EUR:9", "CUX+X:EUR:9",
              "edifact.code_value at segment 8 (CUX), element 1"},
             {"price code of no list", "PRI+AAA:0.74", "PRI+QQQ:0.74",
              "edifact.code_value at segment 11 (PRI), element 1"},
             {"mandatory with its composite", "NAD+BY+9520000001018::9",
              "NAD+BY+9520000001018::9++:::::1",
              "edifact.element_missing at segment 5 (NAD), element 4"},
             {"element beyond the last", "UNS+S", "UNS+S+1",
              "edifact.element_surplus at segment 15 (UNS), element 2"},
             {"mandatory segment", "UNS+S'\n", "", "edifact.segment_missing at segment 15 (CNT)"},
             {"segment behind its place", "NAD+SU+9520000000011::9'", "PAI+::42'",
              "edifact.segment_place at segment 6 (PAI)"},
             {"too often", "DTM+2:20260305:102'", "DTM+2:20260305:102'PAI+::42'PAI+::42'",
              "edifact.segment_repeats at segment 6 (PAI)"},
         })) {
        const auto found = breaches(with(row.what, row.instead));
        EXPECT_NE(std::ranges::find(found, row.breach), found.end())
            << row.name << ": " << join(found, "\n");
    }
}

TEST(EdifactRules, takeTheWidthsOfTheMessagesOwnDirectory) {
    const std::string wide = "FTX+AAI+++" + std::string(200, 'x') + "'";
    const auto text = with("NAD+BY", wide + "NAD+BY");
    EXPECT_EQ(breaches(text).size(), 1U) << "D.96A: 70 characters";
    EXPECT_TRUE(breaches(replace_all(text, "D:96A", "D:01B")).empty()) << "D.01B: 512 characters";
    EXPECT_TRUE(breaches(replace_all(with("4500017", "4500017:2"), "D:96A", "D:01B")).empty())
        << "C106 since D.97A";
}

TEST(EdifactRules, countCharactersAndNotBytes) {
    const std::string name(35, 'e');
    const auto text = with("NAD+BY+9520000001018::9", "NAD+BY+9520000001018::9++" + name);
    EXPECT_TRUE(breaches(text).empty());
    const auto accents = replace_all(replace_all(text, "UNOC:3", "UNOY:4"), name,
                                     replace_all(std::string(35, 'e'), "e", "\xC3\xA9"));
    EXPECT_TRUE(breaches(accents).empty()) << "35 letters of two bytes each";
    EXPECT_TRUE(breaches(replace_all(text, name, std::string(34, 'e') + "?'")).empty())
        << "a release character is none of them";
    EXPECT_FALSE(breaches(replace_all(text, name, name + "e")).empty());
}

TEST(EdifactRules, tellOneKindOfBreachOnceWithItsNumber) {
    const auto text = replace_all(clean_order, "PRI+AAA", "PRI+QQQ");
    const auto parsed = read_edifact(text, 0);
    ASSERT_EQ(parsed.documents.size(), 1U);
    ASSERT_EQ(parsed.documents[0].problems.size(), 1U);
    EXPECT_NE(parsed.documents[0].problems[0].text.find("2 times in the message"),
              std::string::npos);
}

TEST(EdifactRules, saveTheReadersOwnWordOfTheSameValue) {
    const auto parsed = read_edifact(with("QTY+21:500:PCE", "QTY+21:many:PCE"), 0);
    ASSERT_EQ(parsed.documents.size(), 1U);
    for (const auto& p : parsed.documents[0].problems)
        EXPECT_NE(p.code, "edifact.element_type") << "edifact.number says it already";
}

TEST(EdifactRules, areTheProfilesToTolerateOrToRefuse) {
    const auto text = with("CUX+2:EUR:9", "CUX+X:EUR:9");
    const auto severity = [&](ReadingProfile profile) {
        profile.name = "Korenaar";
        profile.senders = {"9520000001018"};
        const auto parsed = read_edifact(text, 0, Partners{.profiles = {profile}});
        for (const auto& p : parsed.documents.at(0).problems)
            if (p.code == "edifact.code_value") return p.severity;
        ADD_FAILURE();
        return Severity::error;
    };
    EXPECT_EQ(severity({}), Severity::warning);
    EXPECT_EQ(severity({.tolerate = {Oddity::unknown_codes}}), Severity::note);
    EXPECT_EQ(severity({.refuse = {Oddity::unknown_codes}}), Severity::error);
}

TEST(EdifactRules, holdForWhatWeWrite) {
    OrdrspAnswer answer{.head = {.sender = "9520000000011",
                                 .sender_qualifier = "14",
                                 .receiver = "9520000001018",
                                 .receiver_qualifier = "14",
                                 .reference = "1",
                                 .date = make_date(2026, 3, 2),
                                 .time = "0915"},
                        .document_number = "AB-1",
                        .function = "4",
                        .date = make_date(2026, 3, 2),
                        .order_number = "4500017"};
    answer.lines = {{.number = "1",
                     .action = "3",
                     .order_line = "1",
                     .gtin = "9521000000018",
                     .seller_item = "NK-1",
                     .ordered = Decimal{500},
                     .confirmed = Decimal{400},
                     .unit = "PCE",
                     .promised = make_date(2026, 3, 5),
                     .price = Decimal::parse("0.74").value(),
                     .text = "less"}};
    for (const auto release : {EancomRelease::d96a, EancomRelease::d01b}) {
        answer.release = release;
        const auto found = breaches(write_ordrsp(answer));
        EXPECT_TRUE(found.empty()) << join(found, "\n");
    }
    const ContrlAnswer contrl{.head = answer.head,
                              .interchange_reference = "IC77",
                              .interchange_sender = "9520000001018",
                              .interchange_receiver = "9520000000011",
                              .action = ContrlAction::acknowledged,
                              .messages = {{.reference = "1",
                                            .type = {"ORDERS", "D", "96A", "UN", "EAN008"},
                                            .action = ContrlAction::rejected,
                                            .faults = {{3, "39", 2, 1}}}}};
    const auto found = breaches(write_contrl(contrl));
    EXPECT_TRUE(found.empty()) << join(found, "\n");
}

TEST(MessageStructure, findsEveryPlaceOfAnOrder) {
    using Found = edifact::StructureWalk::Found;
    edifact::StructureWalk walk(edifact::structure_of("ORDERS"));
    for (const auto* tag :
         {"BGM", "DTM", "DTM", "FTX", "RFF", "DTM", "NAD", "CTA", "COM", "NAD", "RFF", "CUX", "PAT",
          "TOD", "LOC", "ALC", "PCD", "LIN", "PIA", "IMD", "QTY", "DTM", "PRI", "RFF", "LOC", "QTY",
          "DTM", "NAD", "ALC", "MOA", "SCC", "QTY", "LIN", "QTY", "UNS", "MOA", "CNT"})
        EXPECT_EQ(walk.next(tag), Found::in_place) << tag;
    walk.finish();
    EXPECT_TRUE(walk.missing().empty());
    EXPECT_EQ(edifact::StructureWalk(edifact::structure_of("ORDERS")).next("XYZ"), Found::unknown);
    EXPECT_TRUE(edifact::structure_of("INVOIC").empty());
}

TEST(MessageStructure, namesWhatIsMissingAndForgivesWhatIsMisplaced) {
    using Found = edifact::StructureWalk::Found;
    edifact::StructureWalk walk(edifact::structure_of("ORDERS"));
    EXPECT_EQ(walk.next("DTM"), Found::in_place);
    EXPECT_EQ(walk.missing(), std::vector<ShortCode>{"BGM"});
    EXPECT_EQ(walk.next("LIN"), Found::in_place);
    EXPECT_EQ(walk.next("BGM"), Found::misplaced);
    EXPECT_EQ(walk.next("QTY"), Found::in_place) << "still within the line";
    walk.finish();
    EXPECT_EQ(walk.missing(), std::vector<ShortCode>{"UNS"});
}

TEST(SegmentRules, readTheDirectorysOwnNotation) {
    const auto* dtm = edifact::find_segment_rule("DTM");
    ASSERT_TRUE(dtm);
    ASSERT_EQ(dtm->all().size(), 3U);
    EXPECT_EQ(dtm->all()[0].need, edifact::Need::always);
    EXPECT_EQ(dtm->all()[1].longest, 35);
    const auto* cux = edifact::find_segment_rule("CUX");
    ASSERT_TRUE(cux);
    EXPECT_EQ(cux->all()[0].need, edifact::Need::with_composite);
    EXPECT_EQ(cux->all()[1].shortest, 3);
    const auto* pia = edifact::find_component_rule(*edifact::find_segment_rule("PIA"), 6, 4);
    ASSERT_TRUE(pia) << "five times C212";
    EXPECT_EQ(pia->data_element, 3055);
    EXPECT_FALSE(edifact::find_segment_rule("XYZ"));
    EXPECT_TRUE(edifact::is_listed("42E", "1-9")) << "EANCOM's own";
    EXPECT_FALSE(edifact::is_listed("10", "1-9"));
}

} // namespace
} // namespace besteld::parsers
