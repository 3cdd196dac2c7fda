// SPDX-License-Identifier: Apache-2.0
// What people decide about quantities is what is confirmed.

#include "world.hpp"

#include <gtest/gtest.h>

namespace besteld::test {
namespace {

// 100 rolls of tape on line 2, with these findings decided.
std::optional<Decimal> confirmed_rolls(std::vector<Finding> findings) {
    World world;
    world.history.state = OrderState::in_review;
    world.order.lines[1].quantity->value = Decimal{100};
    world.order.lines[1].quantity_stock = Decimal{100};
    world.draft.lines[1].quantity->value = "100";
    world.findings = std::move(findings);
    const auto decision = world.release();
    if (!decision) return std::nullopt;
    for (const Answer& answer : decision->answers)
        if (answer.lines.size() > 1) return answer.lines[1].quantity;
    return std::nullopt;
}

Finding packs(std::string rolls) {
    Finding finding = resolved(hundred_rolls(), Resolution::accept_agreed);
    finding.suggested_value = std::move(rolls);
    return finding;
}

Finding minimum(std::string rolls) {
    Finding finding = packs(std::move(rolls));
    finding.check = Check::below_minimum_quantity;
    return finding;
}

Finding at_most(std::string rolls) {
    Finding finding = packs(std::move(rolls));
    finding.check = Check::above_maximum_quantity;
    finding.suggested = Resolution::reduce;
    finding.resolved->resolution = Resolution::reduce;
    return finding;
}

TEST(QuantityResolution, packsAreRoundedAsTheRuleSays) {
    EXPECT_EQ(confirmed_rolls({packs("108")}), Decimal{108});
    EXPECT_EQ(confirmed_rolls({packs("72")}), Decimal{72});
}

TEST(QuantityResolution, aMinimumRaisesWhatWasRoundedDown) {
    EXPECT_EQ(confirmed_rolls({packs("72"), minimum("144")}), Decimal{144});
    EXPECT_EQ(confirmed_rolls({packs("108"), minimum("72")}), Decimal{108});
}

TEST(QuantityResolution, theLowestOfTwoLimitsHolds) {
    Finding framework = at_most("36");
    framework.check = Check::framework_exhausted;
    EXPECT_EQ(confirmed_rolls({at_most("72")}), Decimal{72});
    EXPECT_EQ(confirmed_rolls({at_most("72"), framework}), Decimal{36});
    EXPECT_EQ(confirmed_rolls({framework, at_most("72")}), Decimal{36});
}

} // namespace
} // namespace besteld::test
