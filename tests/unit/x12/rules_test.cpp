// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_x12.hpp"
#include "parsers/x12/segment_rules.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace besteld::parsers {
namespace {

constexpr std::string_view order =
    "BEG*00*SA*7731**20260302~CUR*BY*USD~FOB*CC*OR*Akron~N1*BY*Korenaar Inc.*UL*9520000001018~"
    "N4*Akron*OH*44301*US~PO1*1*720*EA*1.32*PE*VN*NK-210~PID*F****Tape~CTT*1~";

std::string interchange(std::string_view body, std::string_view version = "004010") {
    return cat("ISA*00*          *00*          *ZZ*KORENAAR       *ZZ*NOORDKADE      "
               "*260302*0915*U*00401*000000017*1*T*>~\nGS*PO*KORENAAR*NOORDKADE*20260302*0915*7*X*",
               version, "~ST*850*0001~", body, "SE*", std::ranges::count(body, '~') + 2,
               "*0001~GE*1*7~IEA*1*000000017~");
}

std::vector<std::string> breaches(const std::string& bytes) {
    std::vector<std::string> out;
    for (const auto& document : read_x12(bytes, 0).documents)
        for (const auto& p : document.problems) {
            if (p.severity == Severity::note) continue;
            EXPECT_EQ(p.severity, Severity::warning) << p.code << ": " << p.text;
            out.push_back(cat(p.code, " at ",
                              p.place.where.words().substr(p.place.where.words().find(", ") + 2)));
        }
    return out;
}

std::string with(std::string_view what, std::string_view instead) {
    EXPECT_NE(order.find(what), std::string_view::npos) << what;
    return replace_all(std::string(order), what, instead);
}

struct Row {
    std::string_view name;
    std::string_view what;
    std::string_view instead;
    std::string_view breach;
};

TEST(X12Rules, findNothingInAnOrderThatKeepsThem) {
    EXPECT_TRUE(breaches(interchange(order)).empty()) << join(breaches(interchange(order)), "\n");
}

TEST(X12Rules, holdAnOrderAgainstItsSegments) {
    for (const auto& row : std::to_array<Row>({
             {"mandatory", "CUR*BY*USD", "CUR**USD",
              "x12.element_missing at segment 3 (CUR), element 1"},
             {"too long", "*OH*", "*Ohio*", "x12.element_too_long at segment 6 (N4), element 2"},
             {"too short", "*44301*", "*44*", "x12.element_too_short at segment 6 (N4), element 3"},
             {"list", "PID*F", "PID*Q", "x12.code_value at segment 8 (PID), element 1"},
             {"surplus", "CUR*BY*USD~", "CUR*BY*USD~N2*a*b*c~",
              "x12.element_surplus at segment 4 (N2), element 3"},
             {"time", "CUR*BY*USD~", "CUR*BY*USD~DTM*002*20260305*2570~",
              "x12.element_time at segment 4 (DTM), element 3"},
             {"date of N9", "CUR*BY*USD~", "CUR*BY*USD~N9*ZZ*1**20261340~",
              "x12.element_date at segment 4 (N9), element 4"},
             {"P: both or neither", "*UL*9520000001018", "*UL",
              "x12.syntax_note at segment 5 (N1), element 4"},
             {"C: the first asks for the second", "FOB*CC*OR*Akron", "FOB*CC**Akron",
              "x12.syntax_note at segment 4 (FOB), element 2"},
             {"R: at least one", "CUR*BY*USD~", "CUR*BY*USD~REF*CT~",
              "x12.syntax_note at segment 4 (REF), element 2"},
             {"E: at most one", "CTT*1~", "QTY*38*5**6~CTT*1~",
              "x12.element_excluded at segment 9 (QTY), element 4"},
             {"head not first", "BEG*00*SA*7731**20260302~CUR*BY*USD~",
              "CUR*BY*USD~BEG*00*SA*7731**20260302~", "x12.segment_place at segment 3 (BEG)"},
             {"two sums", "CTT*1~", "CTT*1~CTT*1~", "x12.segment_repeats at segment 10 (CTT)"},
         })) {
        const auto found = breaches(interchange(with(row.what, row.instead)));
        EXPECT_NE(std::ranges::find(found, row.breach), found.end())
            << row.name << ": " << join(found, "\n");
    }
}

TEST(X12Rules, takeTheWidthsOfTheMessagesOwnVersion) {
    const std::string reference = cat("CUR*BY*USD~REF*CT*", std::string(45, '7'), "~");
    const auto text = with("CUR*BY*USD~", reference);
    EXPECT_EQ(breaches(interchange(text)).size(), 1U) << "004010: 30 characters";
    EXPECT_TRUE(breaches(interchange(text, "005010")).empty()) << "005010: 50 characters";
}

TEST(X12Rules, readAGuidelinesNotation) {
    const auto* po1 = x12::find_segment_rule("PO1");
    ASSERT_TRUE(po1);
    EXPECT_EQ(po1->all().size(), 25U) << "five elements and ten pairs";
    EXPECT_EQ(po1->all()[24].number, 234);
    EXPECT_EQ(po1->all_notes().size(), 12U);
    const auto* dtm = x12::find_segment_rule("DTM");
    ASSERT_TRUE(dtm);
    EXPECT_EQ(dtm->all_notes()[0].kind, 'R');
    EXPECT_EQ(dtm->all_notes()[0].count, 3);
    EXPECT_TRUE(dtm->all()[0].mandatory);
    EXPECT_FALSE(x12::find_segment_rule("ZZ"));
}

} // namespace
} // namespace besteld::parsers
