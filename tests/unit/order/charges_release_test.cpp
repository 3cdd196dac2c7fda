// SPDX-License-Identifier: Apache-2.0
// Discounts and surcharges of what is confirmed.

#include "world.hpp"

#include "order/confirm_lines.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace test;

ChargeRule charge_rule(std::string code, bool is_allowance) {
    return {.code = std::move(code),
            .is_allowance = is_allowance,
            .level = "order",
            .currency = "EUR",
            .valid_from = march(1)};
}

// 452.80 of goods; 3 % is agreed, the order takes 5 %.
World with_discount(Resolution resolution) {
    World world;
    world.history.state = OrderState::in_review;
    ChargeRule bonus = charge_rule("bonus", true);
    bonus.percent = Decimal{3};
    world.terms.charges = {bonus};
    ChargeDraft taken{.is_allowance = true};
    taken.percent = Field{.value = "5"};
    world.draft.charges = {taken};
    world.context.draft = &world.draft;
    world.add(resolved({.check = Check::discount_not_agreed,
                        .severity = FindingSeverity::warn,
                        .ordered = "22.64 EUR",
                        .agreed = "13.58 EUR",
                        .money = decimal("-9.06"),
                        .reason = "R-PRICE"},
                       resolution));
    return world;
}

TEST(ReleaseWithCharges, freightThatIsDueIsPartOfTheTotalsAndNoDeviation) {
    World world;
    world.history.state = OrderState::in_review;
    ChargeRule freight = charge_rule("freight", false);
    freight.amount = Decimal{25};
    freight.below_value = Decimal{500};
    world.terms.charges = {freight};
    const auto decision = world.release().value();
    EXPECT_EQ(decision.state, OrderState::confirmed);
    const Answer& answer = decision.answers.at(0);
    ASSERT_EQ(answer.charges.size(), 1U);
    EXPECT_EQ(answer.charges[0].code, "freight");
    EXPECT_EQ(answer.net, decimal("477.80"));
    EXPECT_EQ(answer.tax, decimal("100.34"));
    EXPECT_EQ(answer.gross, decimal("578.14"));
    EXPECT_FALSE(deviates(answer));
}

TEST(ReleaseWithCharges, theAgreedDiscountInPlaceOfTheStatedOneIsADeviation) {
    World world = with_discount(Resolution::accept_agreed);
    const auto decision = world.release().value();
    EXPECT_EQ(decision.state, OrderState::proposed);
    const Answer& answer = decision.answers.at(0);
    EXPECT_EQ(answer.net, decimal("439.22"));
    ASSERT_EQ(answer.deviations.size(), 1U);
    EXPECT_EQ(answer.deviations[0].field, "discount");
    EXPECT_EQ(answer.deviations[0].ordered, "22.64");
    EXPECT_EQ(answer.deviations[0].confirmed, "13.58");
}

TEST(ReleaseWithCharges, theStatedDiscountStandsWhenItWasAccepted) {
    World world = with_discount(Resolution::accept_ordered);
    world.findings.back().resolved->reason = "trade fair";
    const auto confirmed = confirm(world.order, world.findings, world.terms, world.context).value();
    ASSERT_EQ(confirmed.charges.size(), 1U);
    EXPECT_TRUE(confirmed.charges[0].is_allowance);
    EXPECT_EQ(confirmed.charges[0].amount, decimal("22.64"));
    EXPECT_TRUE(confirmed.deviations.empty());
}

TEST(ReleaseWithCharges, aDiscountOnALineIsInTheLinesAmount) {
    World world;
    ChargeRule ten = charge_rule("bonus", true);
    ten.level = "line";
    ten.percent = Decimal{10};
    ten.sku = world.order.lines[0].sku;
    world.terms.charges = {ten};
    const auto confirmed = confirm(world.order, world.findings, world.terms, world.context).value();
    EXPECT_EQ(confirmed.lines[0].amount, Decimal{333}) << "370.00 less 37.00";
    EXPECT_EQ(confirmed.lines[1].amount, decimal("82.80"));
}

} // namespace
} // namespace besteld
