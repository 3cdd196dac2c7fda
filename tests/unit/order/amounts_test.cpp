// SPDX-License-Identifier: Apache-2.0
#include "order/currency.hpp"
#include "order/totals.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}

TEST(Currency, hasTheMinorUnitsOfIso4217) {
    for (const auto* code : {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF",
                             "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"})
        EXPECT_EQ(currency_digits(code), 0) << code;
    for (const auto* code : {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
        EXPECT_EQ(currency_digits(code), 3) << code;
    for (const auto* code : {"CLF", "UYW"})
        EXPECT_EQ(currency_digits(code), 4) << code;
    for (const auto* code : {"EUR", "USD", "GBP", "CNY", "CHF", "", "???"})
        EXPECT_EQ(currency_digits(code), 2) << code;
}

TEST(LineAmount, roundsHalfAwayFromZeroOnceAtTheEnd) {
    EXPECT_EQ(line_amount(Decimal{333}, decimal("0.745"), Decimal{1}, 2).to_string(2), "248.09");
    EXPECT_EQ(line_amount(Decimal{-333}, decimal("0.745"), Decimal{1}, 2).to_string(2), "-248.09");
    EXPECT_EQ(line_amount(Decimal{250}, decimal("74"), Decimal{100}, 2).to_string(2), "185.00");
    EXPECT_EQ(line_amount(Decimal{3}, decimal("33.5"), Decimal{1}, 0).to_string(0), "101");
}

TEST(LineAmount, takesABaseOfNothingAsOne) {
    EXPECT_EQ(line_amount(Decimal{2}, Decimal{3}, Decimal{}, 2), Decimal{6});
}

// domain.md 2.3: per line it would be 6.39
TEST(Totals, taxIsRoundedPerGroupAndNeverPerLine) {
    const TaxedAmount line{decimal("10.12"), "S", Decimal{21}};
    const auto totals = add_up({line, line, line}, 2);
    EXPECT_EQ(totals.net, decimal("30.36"));
    EXPECT_EQ(totals.tax, decimal("6.38"));
    EXPECT_EQ(totals.gross, decimal("36.74"));
}

TEST(Totals, keepCategoriesAndRatesApart) {
    const auto totals = add_up({{Decimal{100}, "S", Decimal{21}},
                                {Decimal{50}, "S", Decimal{9}},
                                {Decimal{20}, "K", Decimal{}},
                                {Decimal{100}, "S", Decimal{21}}},
                               2);
    ASSERT_EQ(totals.groups.size(), 3U);
    EXPECT_EQ(totals.groups[0].taxable, Decimal{200});
    EXPECT_EQ(totals.groups[0].tax, Decimal{42});
    EXPECT_EQ(totals.groups[1].tax, decimal("4.5"));
    EXPECT_TRUE(totals.groups[2].tax.is_zero());
    EXPECT_EQ(totals.gross, decimal("316.5"));
}

} // namespace
} // namespace besteld
