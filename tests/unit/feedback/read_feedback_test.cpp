// SPDX-License-Identifier: Apache-2.0
#include "parsers/feedback/read_feedback.hpp"
#include "parsers/feedback/read_receipt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

using testing::HasSubstr;

ReadReports read(std::string_view bytes) {
    return read_feedback(bytes, {});
}

TEST(Feedback, isReadFromJson) {
    const auto got = read(R"({"feedback":[
        {"key":"W-1","kind":"shipped","order":"SO-26-000001","at":"2026-03-05T10:00:00+01:00",
         "shipment":"S-9","carrier":"Van Dijk","track_no":"VD1","packages":3,"over_delivery":true,
         "x_our_clerk":"Piet",
         "lines":[{"line":1,"item":"NK-100","quantity":"12.5","unit":"H87","batch":"L7"}]},
        {"key":"W-2","kind":"picked","order":"SO-26-000002"}]})");
    EXPECT_TRUE(got.problems.empty());
    ASSERT_EQ(got.feedback.size(), 2U);
    const auto& first = got.feedback[0];
    EXPECT_EQ(first.kind, FeedbackKind::shipped);
    EXPECT_EQ(to_iso(*first.at), "2026-03-05T09:00:00.000Z");
    EXPECT_EQ(first.packages, 3);
    EXPECT_TRUE(first.over_delivery);
    ASSERT_EQ(first.lines.size(), 1U);
    EXPECT_EQ(first.lines[0].number, 1U);
    EXPECT_EQ(first.lines[0].quantity.to_string(), "12.5");
    EXPECT_EQ(first.lines[0].batch, "L7");
}

TEST(Feedback, isReadFromCsvWithOneReportPerKey) {
    const auto got = read("\xEF\xBB\xBFkind;key;order;carrier;line;quantity\r\n"
                          "shipped;W-1;SO-26-000001;Van Dijk;1;300\r\n"
                          "shipped;W-1;SO-26-000001;Van Dijk;2;72\r\n"
                          "picked;W-2;SO-26-000002;;;\r\n");
    EXPECT_TRUE(got.problems.empty());
    ASSERT_EQ(got.feedback.size(), 2U);
    EXPECT_EQ(got.feedback[0].lines.size(), 2U);
    EXPECT_TRUE(got.feedback[1].lines.empty());
}

TEST(Feedback, thatIsBadDoesNotStopTheOthers) {
    const struct {
        const char* name;
        const char* report;
        const char* says;
    } rows[] = {
        {"kind unknown", R"({"key":"1","kind":"sent","order":"S"})", "kind is 'sent'"},
        {"kind missing", R"({"key":"1","order":"S"})", "kind is missing"},
        {"key missing", R"({"kind":"picked","order":"S"})", "needs the field key"},
        {"order missing", R"({"key":"1","kind":"picked"})", "needs the field order"},
        {"lines missing", R"({"key":"1","kind":"shipped","order":"S"})", "needs the field lines"},
        {"field unknown", R"({"key":"1","kind":"picked","order":"S","oder":"S"})", "'oder'"},
        {"time of nowhere", R"({"key":"1","kind":"picked","order":"S","at":"2026-03-05T10:00:00"})",
         "at is"},
        {"binary fraction",
         R"({"key":"1","kind":"shipped","order":"S","lines":[{"line":1,"quantity":0.1}]})",
         "with a fraction"},
        {"quantity missing", R"({"key":"1","kind":"shipped","order":"S","lines":[{"line":1}]})",
         "quantity is missing"},
        {"German decimal",
         R"({"key":"1","kind":"shipped","order":"S","lines":[{"line":1,"quantity":"1,5"}]})",
         "quantity is '1,5'"},
        {"no object", R"("W-1")", "no object"},
        {"answer of neither", R"({"key":"1","kind":"answer","hand_off":"S/1/q","said":"maybe"})",
         "said is 'maybe'"},
        {"packages below zero", R"({"key":"1","kind":"picked","order":"S","packages":-99999999})",
         "packages"},
    };
    for (const auto& row : rows) {
        const auto got = read(std::string(R"({"feedback":[)") + row.report +
                              R"(,{"key":"W-2","kind":"picked","order":"SO-26-000002"}]})");
        ASSERT_EQ(got.problems.size(), 1U) << row.name;
        EXPECT_THAT(got.problems[0].text, HasSubstr(row.says)) << row.name;
        EXPECT_THAT(got.problems[0].text, HasSubstr("report 1")) << row.name;
        EXPECT_FALSE(got.problems[0].hint.empty()) << row.name;
        EXPECT_EQ(got.feedback.size(), 1U) << row.name;
    }
}

TEST(Feedback, thatIsNoneIsAProblemOfTheFile) {
    for (const char* bytes : {"", "{", "\xFF\xFE{", "just words", "[1,2]", "{\"feedback\":7}"}) {
        const auto got = read(bytes);
        EXPECT_TRUE(got.feedback.empty()) << bytes;
        EXPECT_FALSE(got.problems.empty()) << bytes;
    }
    std::string deep(100'000, '[');
    EXPECT_FALSE(read(deep).problems.empty());
}

TEST(Receipt, isTheNumberOfAnAnswerThatGivesOne) {
    EXPECT_EQ(read_receipt_number(R"({"number":"4711"})"), "4711");
    EXPECT_EQ(read_receipt_number(R"({"number":4711})"), "4711");
    for (const char* none : {"", "OK", "[]", "{}", R"({"number":1.5})", R"({"number":null})"})
        EXPECT_EQ(read_receipt_number(none), "") << none;
}

} // namespace
} // namespace besteld::parsers
