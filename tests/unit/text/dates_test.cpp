// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/dates.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

// The mail was sent on Monday 2 March 2026.
std::vector<FoundDate> find(std::string_view text, std::string_view language,
                            DayOrder order = DayOrder::day_first) {
    Passage passage{.text = text, .language = std::string(language)};
    tokenise(text, 0, static_cast<std::uint32_t>(text.size()), passage.tokens);
    return find_dates(passage, {.today = make_date(2026, 3, 2), .order = order});
}

struct DateRow {
    const char* text;
    const char* language;
    DateKind kind;
    const char* start;
    const char* end;
};

TEST(DateWords, giveKindAndDate) {
    for (const DateRow& row :
         {DateRow{"leveren op 2026-03-12", "nl", DateKind::on, "2026-03-12", ""},
          {"levering 12-03-2026", "nl", DateKind::on, "2026-03-12", ""},
          {"uiterlijk 12 maart", "nl", DateKind::by, "2026-03-12", ""},
          {"bis spätestens 13.03.2026", "de", DateKind::by, "2026-03-13", ""},
          {"Lieferung am 13.03.", "de", DateKind::on, "2026-03-13", ""},
          {"ab dem 13. März", "de", DateKind::not_before, "2026-03-13", ""},
          {"deliver by March 20", "en", DateKind::by, "2026-03-20", ""},
          {"not before March 20th, 2026", "en", DateKind::not_before, "2026-03-20", ""},
          {"niet voor 20 maart", "nl", DateKind::not_before, "2026-03-20", ""},
          {"交期：3月20日前", "zh", DateKind::by, "2026-03-20", ""},
          {"2026年3月20日交货", "zh", DateKind::on, "2026-03-20", ""},
          {"leveren a.s. donderdag", "nl", DateKind::on, "2026-03-05", ""},
          {"donderdag 12 maart", "nl", DateKind::on, "2026-03-12", ""},
          {"volgende week", "nl", DateKind::window, "2026-03-09", "2026-03-13"},
          {"volgende week vrijdag", "nl", DateKind::on, "2026-03-13", ""},
          {"LT KW 11", "de", DateKind::week, "2026-03-09", "2026-03-13"},
          {"levering week 11", "nl", DateKind::week, "2026-03-09", "2026-03-13"},
          {"下周三送到", "zh", DateKind::on, "2026-03-11", ""},
          {"übermorgen liefern", "de", DateKind::on, "2026-03-04", ""},
          {"graag zo spoedig mogelijk", "nl", DateKind::asap, "", ""},
          {"尽快发货", "zh", DateKind::asap, "", ""},
          {"levering 5 januari", "nl", DateKind::on, "2027-01-05", ""}}) {
        const auto dates = find(row.text, row.language);
        ASSERT_EQ(dates.size(), 1U) << row.text;
        const DateSpec& spec = dates[0].value.value;
        EXPECT_EQ(spec.kind, row.kind) << row.text;
        EXPECT_EQ(spec.start.value_or(""), row.start) << row.text;
        EXPECT_EQ(spec.end.value_or(""), row.end) << row.text;
        EXPECT_TRUE(dates[0].problems.empty()) << row.text;
    }
}

TEST(DateWords, aWeekdayThatDoesNotFitIsADoubt) {
    const auto dates = find("leveren op vrijdag 12 maart", "nl");
    ASSERT_EQ(dates.size(), 1U);
    ASSERT_EQ(dates[0].problems.size(), 1U);
    EXPECT_EQ(dates[0].problems[0].code, "text.date_weekday");
    EXPECT_EQ(dates[0].value.score, 50);
}

TEST(DateWords, twoOrdersOfDayAndMonthAreADoubt) {
    const auto unsure = find("deliver by 3/4", "en", DayOrder::unsure);
    ASSERT_EQ(unsure.size(), 1U);
    EXPECT_EQ(unsure[0].problems.at(0).code, "text.date_order");
    const auto american = find("deliver by 3/4", "en", DayOrder::month_first);
    EXPECT_EQ(american.at(0).value.value.start, "2026-03-04");
    const auto dutch = find("leveren op 3/4", "nl");
    EXPECT_EQ(dutch.at(0).value.value.start, "2026-04-03");
}

TEST(DateWords, fractionsAndPastWeekdaysAreNoDates) {
    EXPECT_TRUE(find("50 ft of the 3/8 R2 hose", "en").empty());
    EXPECT_TRUE(find("la entrega del jueves", "es").empty());
    EXPECT_TRUE(find("Guten Morgen", "de").empty());
}

TEST(DateWords, impossibleDaysAreSaid) {
    const auto dates = find("leveren op 30-02-2026", "nl");
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_FALSE(dates[0].value.value.start);
    EXPECT_EQ(dates[0].problems.at(0).code, "text.date_impossible");
}

} // namespace
} // namespace besteld::parsers
