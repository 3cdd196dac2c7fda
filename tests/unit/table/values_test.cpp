// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/values.hpp"

#include <gtest/gtest.h>

using namespace besteld::parsers;

namespace {

struct NumberCase {
    const char* text;
    Mark mark;
    const char* value; // "" when it is no number
    const char* other;
    const char* rest;
    const char* currency;
};

TEST(TableNumber, isReadByItsMarks) {
    for (const auto& c : {
             NumberCase{"500", Mark::unknown, "500", "", "", ""},
             NumberCase{"0,74", Mark::unknown, "0.74", "", "", ""},
             NumberCase{"1.234,50", Mark::unknown, "1234.50", "", "", ""},
             NumberCase{"1,234.50", Mark::unknown, "1234.50", "", "", ""},
             NumberCase{"6,15,000.00", Mark::unknown, "615000.00", "", "", ""},
             NumberCase{"1.234", Mark::comma, "1234", "", "", ""},
             NumberCase{"1.234", Mark::point, "1.234", "", "", ""},
             NumberCase{"1.234", Mark::unknown, "1.234", "1234", "", ""},
             NumberCase{"1,234", Mark::unknown, "1.234", "1234", "", ""},
             NumberCase{"0.740", Mark::unknown, "0.740", "", "", ""},
             NumberCase{"1.234.567", Mark::unknown, "1234567", "", "", ""},
             NumberCase{"1 234,5", Mark::unknown, "1234.5", "", "", ""},
             NumberCase{"1'234.50", Mark::unknown, "1234.50", "", "", ""},
             NumberCase{"€ 12,50", Mark::unknown, "12.50", "", "", "EUR"},
             NumberCase{"12.50 USD", Mark::unknown, "12.50", "", "", "USD"},
             NumberCase{"$3.08", Mark::unknown, "3.08", "", "", ""},
             NumberCase{"10 EA", Mark::unknown, "10", "", "EA", ""},
             NumberCase{"-5", Mark::unknown, "-5", "", "", ""},
             NumberCase{"12,50", Mark::point, "", "", "", ""},
             NumberCase{"ten", Mark::unknown, "", "", "", ""},
             NumberCase{"1.2.3,4,5", Mark::unknown, "", "", "", ""},
         }) {
        const auto number = read_number(c.text, c.mark);
        if (!*c.value) {
            EXPECT_FALSE(number) << c.text;
            continue;
        }
        ASSERT_TRUE(number) << c.text;
        EXPECT_EQ(number->value, c.value) << c.text;
        EXPECT_EQ(number->other, c.other) << c.text;
        EXPECT_EQ(number->rest, c.rest) << c.text;
        EXPECT_EQ(number->currency, c.currency) << c.text;
    }
}

TEST(TableNumber, otherCellsProveTheMark) {
    EXPECT_EQ(mark_proved_by_all({"1.234", "0,74"}), Mark::comma);
    EXPECT_EQ(mark_proved_by_all({"1.234", "12.5"}), Mark::point);
    EXPECT_EQ(mark_proved_by_all({"1.234", "500"}), Mark::unknown);
    EXPECT_EQ(mark_proved_by_all({"0.74", "0,74"}), Mark::unknown);
}

struct DateCase {
    const char* text;
    DateOrder order;
    const char* iso;
    const char* other;
};

TEST(TableDate, isReadByItsOrder) {
    for (const auto& c : {
             DateCase{"2026-03-05", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"20260305", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"5.3.2026 00:00:00", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"04/22/2026", DateOrder::unknown, "2026-04-22", ""},
             DateCase{"22/04/26", DateOrder::unknown, "2026-04-22", ""},
             DateCase{"03/04/2026", DateOrder::mdy, "2026-03-04", ""},
             DateCase{"03/04/2026", DateOrder::unknown, "2026-04-03", "2026-03-04"},
             DateCase{"04/04/2026", DateOrder::unknown, "2026-04-04", ""},
             DateCase{"5 mrt 2026", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"5. März 2026", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"Mar 5, 2026", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"2026年3月5日", DateOrder::unknown, "2026-03-05", ""},
             DateCase{"30/02/2026", DateOrder::unknown, "", ""},
             DateCase{"soon", DateOrder::unknown, "", ""},
             DateCase{"123456789", DateOrder::unknown, "", ""},
         }) {
        const auto date = read_date(c.text, c.order);
        if (!*c.iso) {
            EXPECT_FALSE(date) << c.text;
            continue;
        }
        ASSERT_TRUE(date) << c.text;
        EXPECT_EQ(date->iso, c.iso) << c.text;
        EXPECT_EQ(date->other, c.other) << c.text;
    }
}

TEST(TableDate, oneCellProvesTheOrderOfAll) {
    EXPECT_EQ(order_proved_by_all({"03/04/2026", "04/22/2026"}), DateOrder::mdy);
    EXPECT_EQ(order_proved_by_all({"03/04/2026", "22/04/2026"}), DateOrder::dmy);
    EXPECT_EQ(order_proved_by_all({"04/22/2026", "22/04/2026"}), DateOrder::unknown);
}

} // namespace
