// SPDX-License-Identifier: Apache-2.0
// K01 to K04: changes and cancellations against the order they name.
#include "tests/unit/check/world.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace besteld;
using namespace besteld::world;
using testing::HasSubstr;

namespace {

// Order 4500017 of S01 as it was stored, in this state.
EarlierOrder stored(std::string state) {
    return {.order_id = 7,
            .official_no = "SO-26-000412",
            .buyer_order_key = "4500017",
            .state = std::move(state),
            .received_at = monday_morning(),
            .ship_to_id = "ST-01",
            .lines = {{.buyer_line = "1",
                       .sku = "NK-100",
                       .quantity = dec("500"),
                       .unit = "H87",
                       .quantity_stock = dec("500"),
                       .price_stock = dec("0.74"),
                       .requested = "2026-03-05"},
                      {.buyer_line = "2",
                       .sku = "NK-210",
                       .quantity = dec("72"),
                       .unit = "XRO",
                       .quantity_stock = dec("72"),
                       .price_stock = dec("1.15"),
                       .requested = "2026-03-05"}}};
}

// ORDCHG with line 2 only, numbered 1 by a fresh counter (S09).
OrderDraft change_of_line_two(const char* quantity) {
    OrderDraft draft = clean_edi_order();
    draft.message_type = "ORDCHG";
    draft.document_class = DocumentClass::order_change;
    draft.lines.erase(draft.lines.begin());
    draft.lines[0].line = field("1");
    draft.lines[0].original_line = field("2");
    draft.lines[0].action = LineAction::change;
    draft.lines[0].quantity = field(quantity);
    draft.stated_line_count.reset();
    return draft;
}

Judged judged(const OrderDraft& draft, std::optional<EarlierOrder> earlier) {
    Terms terms = korenaar();
    if (earlier) terms.earlier = {*earlier};
    return judge(draft, terms);
}

} // namespace

TEST(ChangeChecks, aChangeThatFitsTheStateIsNoFinding) {
    for (const char* state : {"in_review", "accepted", "confirmed", "proposed"}) {
        const auto result = judged(change_of_line_two("108"), stored(state));
        EXPECT_FALSE(result.has(Check::change_against_state)) << state;
        EXPECT_FALSE(result.has(Check::changed_order_not_found)) << state;
        EXPECT_FALSE(result.has(Check::change_out_of_sequence)) << state;
    }
}

TEST(ChangeChecks, aReleasedOrderNeedsTheWarehouse) {
    const auto result = judged(change_of_line_two("108"), stored("released"));
    const Finding* finding = result.find(Check::change_against_state);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->line, 0U);
    EXPECT_THAT(finding->ordered, HasSubstr("quantity 72 -> 108"));
    EXPECT_EQ(finding->difference, "the warehouse must agree first");
    EXPECT_EQ(finding->severity, FindingSeverity::block);
}

TEST(ChangeChecks, aDeliveredOrderTakesNoSmallerQuantity) {
    EXPECT_EQ(judged(change_of_line_two("36"), stored("delivered"))
                  .find(Check::change_against_state)
                  ->difference,
              "it can no longer be changed so");
    EXPECT_EQ(
        judged(change_of_line_two("72"), stored("delivered")).find(Check::change_against_state),
        nullptr); // nothing differs: exactly what was ordered
    EXPECT_EQ(judged(change_of_line_two("108"), stored("delivered"))
                  .find(Check::change_against_state)
                  ->difference,
              "it would be a new order");
}

TEST(ChangeChecks, aCancellationIsHeldAgainstTheState) {
    OrderDraft draft = change_of_line_two("72");
    draft.document_class = DocumentClass::order_cancellation;
    EXPECT_FALSE(judged(draft, stored("confirmed")).has(Check::change_against_state));
    const auto late = judged(draft, stored("part_delivered"));
    ASSERT_TRUE(late.has(Check::change_against_state));
    EXPECT_EQ(late.find(Check::change_against_state)->ordered, "the whole order cancelled");
}

TEST(ChangeChecks, anUnknownOrderIsNamed) {
    const auto result = judged(change_of_line_two("108"), std::nullopt);
    ASSERT_TRUE(result.has(Check::changed_order_not_found));
    EXPECT_EQ(result.find(Check::changed_order_not_found)->ordered, "4500017");
    EXPECT_FALSE(result.has(Check::change_against_state));
}

TEST(ChangeChecks, anUnknownLineIsNamedAndTheOtherLinesStillCount) {
    OrderDraft draft = change_of_line_two("108");
    draft.lines.push_back(draft.lines[0]);
    draft.lines[1].original_line = field("40");
    const auto result = judged(draft, stored("released"));
    const Finding* finding = result.find(Check::changed_order_not_found);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->line, 1U);
    EXPECT_EQ(finding->ordered, "line 40");
    EXPECT_EQ(finding->agreed, "lines 1, 2");
    EXPECT_TRUE(result.has(Check::change_against_state));
}

TEST(ChangeChecks, sequenceNumbersAreHeldInOrder) {
    struct Case {
        const char* last;
        const char* now;
        const char* difference; // empty: passes
    };
    for (const auto& [last, now, difference] :
         {Case{"", "1", ""}, Case{"2", "3", ""}, Case{"5", "3", "it was overtaken"},
          Case{"3", "3", "it was overtaken"}, Case{"3", "5", "one before it is missing"},
          Case{"3", "A", ""}}) {
        OrderDraft draft = change_of_line_two("108");
        draft.buyer_version = field(now);
        EarlierOrder earlier = stored("confirmed");
        earlier.buyer_version = last;
        const auto result = judged(draft, earlier);
        const Finding* finding = result.find(Check::change_out_of_sequence);
        EXPECT_EQ(finding == nullptr ? "" : finding->difference, difference) << last << " " << now;
    }
}

TEST(ChangeChecks, anX12ChangeNeedsToBeToldWhatItsAmountsMean) {
    OrderDraft draft = change_of_line_two("108");
    draft.format = "x12";
    Terms terms = korenaar();
    terms.earlier = {stored("confirmed")};
    EXPECT_TRUE(judge(draft, terms).has(Check::change_amount_unclear));
    terms.customer->change_quantities = "total";
    EXPECT_FALSE(judge(draft, terms).has(Check::change_amount_unclear));
    terms.customer->change_quantities.clear();
    draft.format = "edifact"; // always the new total
    EXPECT_FALSE(judge(draft, terms).has(Check::change_amount_unclear));
}
