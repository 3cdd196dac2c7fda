// SPDX-License-Identifier: Apache-2.0
// What holds for any price, discount and rounding. The seed is printed on failure.

#include "../../unit/check/world.hpp"

#include "check/arithmetic.hpp"
#include "check/prices.hpp"
#include "check/tolerance.hpp"
#include "order/charges.hpp"
#include "order/totals.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace besteld {
namespace {

using namespace world;

constexpr int rounds = 300;

class PriceProperty : public testing::Test {
protected:
    std::int64_t number(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }
    Decimal cents(std::int64_t low, std::int64_t high) {
        return Decimal::from_units(number(low, high) * 10'000);
    }
    std::mt19937& random() { return random_; }
    const unsigned seed_ = std::random_device{}();
    const testing::ScopedTrace trace_{__FILE__, __LINE__, "seed " + std::to_string(seed_)};

private:
    std::mt19937 random_{seed_};
};

TEST_F(PriceProperty, aLineRoundsHalfAwayFromZeroAndTaxIsRoundedOncePerGroup) {
    EXPECT_EQ(line_amount(Decimal{333}, dec("0.745"), Decimal{1}, 2), dec("248.09"));
    EXPECT_EQ(line_amount(Decimal{-333}, dec("0.745"), Decimal{1}, 2), dec("-248.09"));
    for (int i = 0; i < rounds; ++i) {
        std::vector<TaxedAmount> amounts;
        Decimal net{};
        for (int line = 0; line < 5; ++line) {
            amounts.push_back({cents(1, 100'000), "S", Decimal{21}});
            net += amounts.back().amount;
        }
        const Totals totals = add_up(amounts, 2);
        EXPECT_EQ(totals.net, net);
        EXPECT_EQ(totals.tax, multiply_divide(net, Decimal{21}, Decimal{100}, 2).value());
        EXPECT_EQ(totals.gross, totals.net + totals.tax);
        std::ranges::shuffle(amounts, random());
        EXPECT_EQ(add_up(amounts, 2).gross, totals.gross);
    }
}

TEST_F(PriceProperty, aToleranceOfBothIsNeverWiderThanEitherLimit) {
    for (int i = 0; i < rounds; ++i) {
        const Decimal agreed = cents(1, 100'000);
        const Decimal amount = cents(0, 500);
        const Decimal percent = cents(0, 1'000);
        const Decimal difference = cents(-1'000, 1'000);
        const PriceTolerance both{.amount = amount, .percent = percent, .words = {}};
        const PriceTolerance first{.amount = amount, .percent = {}, .words = {}};
        const PriceTolerance second{.amount = {}, .percent = percent, .words = {}};
        const bool inside = is_inside(both, difference, agreed);
        EXPECT_EQ(inside,
                  is_inside(first, difference, agreed) && is_inside(second, difference, agreed));
        EXPECT_EQ(inside, is_inside(both, -difference, agreed)) << "up or down";
        EXPECT_TRUE(is_inside(first, amount, agreed)) << "limits are inclusive";
    }
}

// Splitting an item over lines of one order changes a break on the line, never one on the item.
TEST_F(PriceProperty, aBreakOverTheOrderDoesNotCareHowTheItemIsSplit) {
    Terms terms = korenaar();
    terms.promotions.clear();
    for (PriceRule& rule : terms.prices)
        rule.break_basis = BreakBasis::item;
    for (int i = 0; i < rounds / 10; ++i) {
        const std::int64_t whole = number(2, 2'000);
        const std::int64_t part = number(1, whole - 1);
        OrderDraft once = clean_edi_order();
        once.lines = {by_gtin("9521000000018", std::to_string(whole))};
        OrderDraft twice = once;
        twice.lines = {by_gtin("9521000000018", std::to_string(part)),
                       by_gtin("9521000000018", std::to_string(whole - part))};
        const Order one = judge(once, terms).order;
        const Order two = judge(twice, terms).order;
        const auto agreed = agreed_line_price(terms, one, one.lines[0], day(3, 2))->per_basis;
        for (const OrderLine& line : two.lines)
            EXPECT_EQ(agreed_line_price(terms, two, line, day(3, 2))->per_basis, agreed)
                << part << " of " << whole;
    }
}

TEST_F(PriceProperty, moreIsNeverDearerEachWhereBreaksFall) {
    const Terms terms = korenaar();
    for (int i = 0; i < rounds; ++i) {
        const std::int64_t few = number(1, 2'000);
        const std::int64_t many = few + number(0, 2'000);
        const auto at = [&](std::int64_t quantity) {
            return agreed_price(terms, "NK-100", Decimal::from_integer(quantity), "EUR", day(3, 2))
                ->per_stock_unit;
        };
        EXPECT_LE(at(many), at(few)) << few << " and " << many;
    }
}

TEST_F(PriceProperty, discountsDoNotDependOnTheOrderOfTheRulesInBaseData) {
    for (int i = 0; i < rounds; ++i) {
        Terms terms = korenaar();
        for (int n = 0; n < 4; ++n) {
            ChargeRule rule{.code = "rule" + std::to_string(n),
                            .is_allowance = number(0, 1) == 1,
                            .level = n % 2 == 0 ? "line" : "order",
                            .currency = "EUR",
                            .sequence = static_cast<int>(number(1, 3)),
                            .valid_from = day(1, 1)};
            rule.percent = Decimal::from_integer(number(1, 60));
            terms.charges.push_back(rule);
        }
        const std::vector<ChargedLine> lines{
            {.sku = "NK-100", .quantity_stock = Decimal{1}, .amount = cents(1, 1'000'000)}};
        const ChargeSetting setting{.currency = "EUR", .date = day(3, 2)};
        const auto net = [&] {
            Decimal sum = lines[0].amount;
            for (const ChargeDue& due : charges_due(terms, lines, setting)) {
                EXPECT_FALSE(due.amount.is_negative());
                sum += due.is_allowance ? -due.amount : due.amount;
            }
            return sum;
        };
        const Decimal before = net();
        EXPECT_FALSE(before.is_negative()) << "discounts take no more than there is";
        std::ranges::shuffle(terms.charges, random());
        EXPECT_EQ(net(), before);
    }
}

} // namespace
} // namespace besteld
