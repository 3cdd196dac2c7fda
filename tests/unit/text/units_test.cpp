// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

struct UnitRow {
    const char* word;
    const char* language;
    const char* code;
};

TEST(UnitWords, giveRecommendation20Codes) {
    for (const UnitRow& row : {UnitRow{"stuks", "nl", "H87"},
                               {"Stück", "de", "H87"},
                               {"each", "en", "H87"},
                               {"个", "zh", "H87"},
                               {"dozijn", "nl", "DZN"},
                               {"Dutzend", "de", "DZN"},
                               {"dozen", "en", "DZN"},
                               {"打", "zh", "DZN"},
                               {"dozen", "nl", "XCT"},
                               {"doos", "nl", "XCT"},
                               {"VPE", "de", "XCT"},
                               {"箱", "zh", "XCT"},
                               {"boxes", "en", "XBX"},
                               {"rollen", "nl", "XRO"},
                               {"Rollen", "de", "XRO"},
                               {"卷", "zh", "XRO"},
                               {"Bündel", "de", "XBE"},
                               {"pallets", "en", "XPX"},
                               {"托盘", "zh", "XPX"},
                               {"kg", "de", "KGM"},
                               {"吨", "zh", "TNE"},
                               {"liter", "nl", "LTR"},
                               {"paar", "nl", "PR"},
                               {"套", "zh", "SET"},
                               {"ft", "en", "FOT"}}) {
        const auto code = unit_from_word(row.word, row.language);
        ASSERT_TRUE(code) << row.word;
        EXPECT_EQ(*code, row.code) << row.word;
    }
    EXPECT_FALSE(unit_from_word("tape", "nl"));
    EXPECT_FALSE(unit_from_word("", "nl"));
}

struct NumberRow {
    const char* digits;
    const char* language;
    const char* value;
    const char* other; // "" for one reading
};

TEST(Numbers, followTheHabitOfTheirLanguage) {
    for (const NumberRow& row : {NumberRow{"1.000", "nl", "1000", ""},
                                 {"1,5", "nl", "1.5", ""},
                                 {"1.000", "de", "1000", ""},
                                 {"1,000", "en", "1000", ""},
                                 {"1,000", "zh", "1000", ""},
                                 {"1.000", "en", "1", "1000"},
                                 {"1,000", "nl", "1", "1000"},
                                 {"1.234,50", "de", "1234.5", ""},
                                 {"1,234.50", "en", "1234.5", ""},
                                 {"6,15,000.00", "en", "615000", ""},
                                 {"1.234.567", "nl", "1234567", ""},
                                 {"0.125", "en", "0.125", ""},
                                 {"47.52", "nl", "47.52", ""}}) {
        const auto reading = read_number(row.digits, row.language);
        ASSERT_TRUE(reading) << row.digits;
        EXPECT_EQ(reading->value, row.value) << row.digits << " " << row.language;
        EXPECT_EQ(reading->other.value_or(""), row.other) << row.digits << " " << row.language;
    }
    for (const char* bad : {"", "1.00.0", "1,2,3", "12345678901234567890", "1.2,3.4"})
        EXPECT_FALSE(read_number(bad, "nl")) << bad;
}

TEST(Numbers, knowWordsAndChineseNumerals) {
    EXPECT_EQ(number_word("twaalf", "nl"), "12");
    EXPECT_EQ(number_word("zwölf", "de"), "12");
    EXPECT_EQ(number_word("half", "nl"), "0.5");
    EXPECT_FALSE(number_word("zwölf", "nl"));
    EXPECT_EQ(chinese_numeral("两"), "2");
    EXPECT_EQ(chinese_numeral("十二"), "12");
    EXPECT_EQ(chinese_numeral("三百二十"), "320");
    EXPECT_EQ(chinese_numeral("一万二千"), "12000");
    EXPECT_EQ(chinese_numeral("半"), "0.5");
    EXPECT_FALSE(chinese_numeral("箱"));
    EXPECT_EQ(times("0.5", 1000), "500");
}

} // namespace
} // namespace besteld::parsers
