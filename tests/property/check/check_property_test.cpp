// SPDX-License-Identifier: Apache-2.0
// What holds for any value: conversions, rounding, check digits, days. The seed is printed on
// failure.

#include "../../unit/check/world.hpp"

#include "base/gs1_number.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/units.hpp"
#include "order/totals.hpp"

#include <gtest/gtest.h>

#include <random>

namespace besteld {
namespace {

using namespace world;

constexpr int rounds = 500;

class CheckProperty : public testing::Test {
protected:
    std::int64_t number(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }
    const unsigned seed_ = std::random_device{}();
    const testing::ScopedTrace trace_{__FILE__, __LINE__, "seed " + std::to_string(seed_)};

private:
    std::mt19937 random_{seed_};
};

TEST_F(CheckProperty, convertingToStockUnitsAndBackIsTheSame) {
    const Item tape = items().at("NK-210");
    for (int i = 0; i < rounds; ++i) {
        const Decimal cartons = Decimal::from_integer(number(1, 1'000'000));
        const auto rolls = to_stock(tape, "XCT", cartons);
        ASSERT_TRUE(rolls);
        EXPECT_EQ(over(*rolls, *factor_of(tape, "XCT")), cartons);
    }
}

TEST_F(CheckProperty, aPriceIsTheSameInWhateverUnitAndBaseItIsOrdered) {
    Terms terms = korenaar();
    for (int i = 0; i < rounds / 10; ++i) {
        const Decimal each = Decimal::from_units(number(1, 50'000) * 100); // four places
        terms.prices = {price("customer", "NK-210", each.to_string()),
                        price("customer", "NK-100", "0.74")};
        OrderDraft draft = clean_edi_order();
        const std::int64_t base = number(1, 1000);
        draft.lines[1] = by_sku("NK-210", "2", "XCT",
                                times(each, Decimal::from_integer(36 * base))->to_string());
        draft.lines[1].price_base_quantity = field(std::to_string(base));
        const Judged judged = judge(draft, terms);
        EXPECT_FALSE(judged.has(Check::price_below_agreed)) << each.to_string() << " base " << base;
        EXPECT_FALSE(judged.has(Check::price_above_agreed)) << each.to_string() << " base " << base;
        EXPECT_EQ(judged.order.lines[1].price_stock, each);
    }
}

TEST_F(CheckProperty, roundingUpGivesTheLeastMultipleThatIsEnough) {
    for (int i = 0; i < rounds; ++i) {
        const Decimal value = Decimal::from_units(number(0, 1'000'000'000'000));
        const Decimal step = Decimal::from_units(number(1, 1'000'000'000));
        const Decimal up = *round_up_to(value, step);
        EXPECT_GE(up, value);
        EXPECT_LT(up - value, step);
        EXPECT_EQ(up.units() % step.units(), 0);
    }
}

TEST(Amounts, roundHalfAwayFromZeroPerLineAndTaxPerGroup) {
    EXPECT_EQ(line_amount(Decimal{333}, dec("0.745"), Decimal{1}, 2), dec("248.09"));
    const TaxedAmount line{dec("10.12"), "S", Decimal{21}};
    EXPECT_EQ(add_up({line, line, line}, 2).tax, dec("6.38"));
}

TEST_F(CheckProperty, everyDigitOfAGtinCounts) {
    for (int i = 0; i < rounds; ++i) {
        std::string digits = std::to_string(number(1'000'000'000'000, 9'999'999'999'999));
        char check = '0';
        while (!gs1_check_digit_fits(digits + check))
            ++check;
        const std::string gtin = digits + check;
        ASSERT_TRUE(gtin14(gtin));
        std::string wrong = gtin;
        char& digit = wrong[static_cast<std::size_t>(number(0, 13))];
        digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
        EXPECT_FALSE(gtin14(wrong)) << gtin << " " << wrong;
    }
    EXPECT_EQ(gtin14("9521000000018"), "09521000000018");
    EXPECT_EQ(gtin14("19521000000015"), "19521000000015");
    EXPECT_FALSE(gtin14("9520000001019"));
    EXPECT_TRUE(is_gln("9520000001018"));
}

TEST_F(CheckProperty, theFirstFeasibleDayIsADeliveryDayAndNeverGoesBack) {
    const Terms terms = korenaar();
    Date before{};
    for (int hour = 0; hour < 24 * 120; hour += 7) {
        const Instant received = at(1, 1, 0, 0) + std::chrono::hours(hour);
        const Date day_of_delivery = first_feasible_delivery(terms, "ST-01", received);
        EXPECT_TRUE(is_delivery_day(terms, "ST-01", day_of_delivery));
        EXPECT_GE(day_of_delivery, before);
        EXPECT_GE(day_of_delivery,
                  Zone("Europe/Amsterdam").date_of(received) + std::chrono::days(2));
        before = day_of_delivery;
    }
}

// Summer time begins on Sunday 29 March 2026: noon is 11:00 UTC on Friday and 10:00 UTC on Monday.
TEST(CutOff, followsTheWallClockAcrossTheClockChange) {
    const Terms terms = korenaar();
    EXPECT_EQ(counting_day(terms, *parse_iso_instant("2026-03-27T11:00:00.000Z")), day(3, 27));
    EXPECT_EQ(counting_day(terms, *parse_iso_instant("2026-03-27T11:00:00.001Z")), day(3, 30));
    EXPECT_EQ(counting_day(terms, *parse_iso_instant("2026-03-30T10:00:00.000Z")), day(3, 30));
    EXPECT_EQ(counting_day(terms, *parse_iso_instant("2026-03-30T10:00:00.001Z")), day(3, 31));
    EXPECT_EQ(counting_day(terms, *parse_iso_instant("2026-03-28T20:00:00.000Z")),
              day(3, 30)); // Saturday
}

TEST(Calendar, easterIsNoWorkingDay) {
    // Thursday 2 April after noon: Friday 3 and Monday 6 are closed, so Tuesday 7 counts, Thursday
    // 9 is ready.
    EXPECT_EQ(first_feasible_delivery(korenaar(), "ST-01", at(4, 2, 12, 0, 1)), day(4, 9));
    EXPECT_EQ(add_working_days(seller(), day(4, 2), 1), day(4, 7));
}

TEST(Stock, receiptsCountAfterAWorkingDayOfHandling) {
    Terms terms = korenaar();
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 12)), Decimal{30});
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 13)), Decimal{90});
    EXPECT_EQ(available_from(terms, "NK-330", Decimal{48}, day(3, 5)), day(3, 13));
    EXPECT_EQ(available_from(terms, "NK-330", Decimal{91}, day(3, 5)), std::nullopt);
    terms.stock["NK-330"].promises = {{day(3, 4), Decimal{40}}};
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 5)), Decimal{}); // never below nothing
}

} // namespace
} // namespace besteld
