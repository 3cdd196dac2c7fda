// SPDX-License-Identifier: Apache-2.0
#include "web/format.hpp"

#include <gtest/gtest.h>

using namespace besteld;

namespace {

Strings words_of(const std::string& language) {
    return Strings::load(std::string(BESTELD_SOURCE_DIR) + "/templates/pages/strings/" + language +
                             ".json",
                         language);
}

} // namespace

TEST(Format, writesMoneyAsEachLanguageDoes) {
    const auto value = Decimal::parse("-1234567.5").value();
    EXPECT_EQ(format_money(value, "EUR", words_of("nl")), "EUR\u00a0\u22121.234.567,50");
    EXPECT_EQ(format_money(value, "EUR", words_of("en")), "EUR\u00a0\u22121,234,567.50");
    EXPECT_EQ(format_money(value, "EUR", words_of("fr")), "EUR\u00a0\u22121\u202f234\u202f567,50");
    EXPECT_EQ(format_money(Decimal{900}, "JPY", words_of("zh")), "JPY\u00a0900");
    EXPECT_EQ(format_number(Decimal::parse("0.7125").value(), 2, words_of("de")), "0,7125");
}

TEST(Format, writesDaysWithTheirWeekday) {
    const auto day = make_date(2026, 3, 5);
    EXPECT_EQ(format_day(day, words_of("nl")), "do 05-03-2026");
    EXPECT_EQ(format_day(day, words_of("en")), "Thu 5 March 2026");
    EXPECT_EQ(format_day(day, words_of("de")), "Do 05.03.2026");
    EXPECT_EQ(format_day(day, words_of("fr")), "jeu. 05/03/2026");
    EXPECT_EQ(format_day(day, words_of("zh")), "2026年3月5日 周四");
}

TEST(Format, writesAFindingsValuesForTheReader) {
    const auto nl = words_of("nl");
    EXPECT_EQ(format_value("0.74 EUR", nl), "0,74 EUR");
    EXPECT_EQ(format_value("100 XRO", nl), "100 rollen");
    EXPECT_EQ(format_value("1 XRO", nl), "1 rol");
    EXPECT_EQ(format_value("-0.03 (-4.1 %)", nl), "\u22120,03 (\u22124,1 %)");
    EXPECT_EQ(format_value("30 2026-03-05; 18 2026-03-17", nl),
              "30 do 05-03-2026; 18 di 17-03-2026");
    EXPECT_EQ(format_value("order 4500017 of A-C1001-2026", nl), "order 4500017 of A-C1001-2026")
        << "codes stay";
    EXPECT_EQ(format_value("ST-01 Kerkstraat 12", nl), "ST-01 Kerkstraat 12");
    EXPECT_EQ(format_value("", nl), "");
}

TEST(Format, tellsTheChecksOwnPhrasesInTheReadersLanguage) {
    EXPECT_EQ(format_said("48 XRO on 2026-03-05", words_of("nl")), "48 rollen op do 05-03-2026");
    EXPECT_EQ(format_said("30 XRO free, all from 2026-03-17", words_of("de")),
              "30 Rollen frei, alles ab Di 17.03.2026");
    EXPECT_EQ(format_said("A-C1001-2026, customer price NK-330: 9.40 EUR", words_of("fr")),
              "A-C1001-2026, prix client NK-330: 9,40 EUR");
    EXPECT_EQ(format_said("Kantoor on-site, Frontstraat 5", words_of("nl")),
              "Kantoor on-site, Frontstraat 5")
        << "parts of words stay";
}

TEST(TypedNumbers, areReadInTheReadersNotation) {
    EXPECT_EQ(number_typed("0,74", "nl"), "0.74");
    EXPECT_EQ(number_typed("1.234,50", "de"), "1234.5");
    EXPECT_EQ(number_typed("0.74", "nl"), "0.74");
    EXPECT_EQ(number_typed("1 234,5", "fr"), "1234.5");
    EXPECT_EQ(number_typed("1,234.50", "en"), "1234.5");
    EXPECT_EQ(number_typed("108", "zh"), "108");
    for (const auto* unclear : {"1.234", "", "abc", "1,2,3,4x"})
        EXPECT_FALSE(number_typed(unclear, "nl")) << unclear;
    EXPECT_FALSE(number_typed("0,74", "en")) << "would become 74";
}

TEST(TypedDays, areDayMonthYearOrIso) {
    EXPECT_EQ(day_typed("5-3-2026"), "2026-03-05");
    EXPECT_EQ(day_typed("05.03.2026"), "2026-03-05");
    EXPECT_EQ(day_typed("2026-03-05"), "2026-03-05");
    for (const auto* none :
         {"30-02-2026", "5-3-26", "", "5 maart", "2026-3-5", "99999999999-1-2026"})
        EXPECT_FALSE(day_typed(none)) << none;
}
