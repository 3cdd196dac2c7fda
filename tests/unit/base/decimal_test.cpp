// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Decimal d(std::string_view text) {
    return Decimal::parse(text).value();
}

TEST(Decimal, readsWhatItPrints) {
    for (const char* text : {"0", "0.74", "-1.5", "500", "9000000000000", "0.000001", "-0.000001"})
        EXPECT_EQ(d(text).to_string(), text);
}

TEST(Decimal, takesAPointWithDigitsOnOneSideOnly) {
    EXPECT_EQ(d(".5").to_string(), "0.5");
    EXPECT_EQ(d("5.").to_string(), "5");
    EXPECT_EQ(d("+13.000").to_string(), "13");
}

TEST(Decimal, refusesEverythingElse) {
    EXPECT_EQ(Decimal::parse("").error(), DecimalFault::empty);
    for (const char* text :
         {".", "-", "1,5", "1e3", "0x1F", " 1", "1 ", "1.2.3", "NaN", "inf", "--1"})
        EXPECT_EQ(Decimal::parse(text).error(), DecimalFault::not_a_number) << text;
    EXPECT_EQ(Decimal::parse("0.0000001").error(), DecimalFault::too_many_digits);
    EXPECT_EQ(Decimal::parse("99999999999999999999").error(), DecimalFault::out_of_range);
    EXPECT_EQ(Decimal::parse("9223372036854775808").error(), DecimalFault::out_of_range);
}

TEST(Decimal, roundsHalfAwayFromZero) {
    EXPECT_EQ(d("248.085").to_string(2), "248.09");
    EXPECT_EQ(d("-248.085").to_string(2), "-248.09");
    EXPECT_EQ(d("2.5").rounded(0).to_string(), "3");
    EXPECT_EQ((d("333") * d("0.745")).to_string(2), "248.09");
}

TEST(Decimal, roundsOnceWhenAPriceHasABase) {
    // 10 pieces at 1.005 per 100: 0.1005 → 0.10, not 0.11 by rounding twice
    EXPECT_EQ(multiply_divide(d("10"), d("1.005"), d("100"), 2)->to_string(), "0.1");
    EXPECT_EQ(multiply_divide(d("500"), d("76.00"), d("100"), 2)->to_string(2), "380.00");
    EXPECT_EQ(multiply_divide(d("1"), d("1"), d("0"), 2).error(), DecimalFault::division_by_zero);
    EXPECT_EQ(divide(d("1"), d("3"))->to_string(), "0.333333");
}

TEST(Decimal, overflowThrowsInsteadOfWrapping) {
    EXPECT_THROW((void)(d("9000000000000") * d("9000000000000")), std::overflow_error);
    EXPECT_THROW((void)(d("9000000000000") + d("9000000000000")), std::overflow_error);
}

} // namespace
} // namespace besteld
