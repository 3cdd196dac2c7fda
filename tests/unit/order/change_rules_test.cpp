// SPDX-License-Identifier: Apache-2.0
// Every cell of domain.md 3.4, written down a second time.
#include "order/change_rules.hpp"

#include <gtest/gtest.h>

using namespace besteld;

namespace {

struct Row {
    std::vector<OrderState> states;
    std::string rulings; // up, down, date, address, price, cancel
};

// . allowed  2 second person  L lead  W warehouse  P production  B production and lead
// R remainder  N new order  - refused
char letter(ChangeRuling ruling) {
    return ".2LWPBRN-"[static_cast<std::size_t>(ruling)];
}

} // namespace

TEST(ChangeRules, everyCellIsAsTheTableSays) {
    using enum OrderState;
    const std::vector<Row> rows{
        {{received, extracted, checking, in_review, awaiting_customer, on_hold, awaiting_second},
         "......"},
        {{accepted}, "222222"},
        {{confirmed, proposed}, "2222L2"},
        {{released}, "WWWW-W"},
        {{part_delivered}, "RRRR-R"},
        {{delivered, invoice_requested, closed, archived}, "N-----"},
        {{rejected, cancelled, superseded, duplicate, expired}, "N-----"}};
    std::size_t states = 0;
    for (const auto& row : rows)
        for (const auto state : row.states) {
            ++states;
            for (std::size_t kind = 0; kind < row.rulings.size(); ++kind)
                EXPECT_EQ(letter(ruling_on(state, static_cast<ChangeKind>(kind))),
                          row.rulings[kind])
                    << name_of(state) << ", " << name_of(static_cast<ChangeKind>(kind));
        }
    EXPECT_EQ(states, static_cast<std::size_t>(expired) + 1);
}

TEST(ChangeRules, areNarrowerOnceTheGoodsAreInHand) {
    const std::string picked = "N--L--";
    for (std::size_t kind = 0; kind < picked.size(); ++kind)
        EXPECT_EQ(
            letter(ruling_on(OrderState::released, static_cast<ChangeKind>(kind), Picked::yes)),
            picked[kind])
            << name_of(static_cast<ChangeKind>(kind));
    EXPECT_EQ(ruling_on(OrderState::part_delivered, ChangeKind::quantity_down, Picked::yes),
              ChangeRuling::remainder_only)
        << "what is not picked yet can still be changed";
}

TEST(ChangeRules, askProductionAboutWhatItMakesForTheOrder) {
    const std::string made = "PPPP-B";
    for (const auto state : {OrderState::confirmed, OrderState::released})
        for (std::size_t kind = 0; kind < made.size(); ++kind)
            EXPECT_EQ(
                letter(ruling_on(state, static_cast<ChangeKind>(kind), Picked::no, Made::to_order)),
                made[kind])
                << name_of(state) << ", " << name_of(static_cast<ChangeKind>(kind));
    // Not begun, in the warehouse's hands, and gone: as everything else.
    using enum OrderState;
    for (const auto state : {in_review, accepted, proposed, part_delivered, delivered})
        EXPECT_EQ(ruling_on(state, ChangeKind::quantity_up, Picked::no, Made::to_order),
                  ruling_on(state, ChangeKind::quantity_up));
    EXPECT_EQ(ruling_on(released, ChangeKind::quantity_down, Picked::yes, Made::to_order),
              ChangeRuling::refused);
}

TEST(ChangeRules, haveWordsForEachRuling) {
    for (int i = 0; i <= static_cast<int>(ChangeRuling::refused); ++i)
        EXPECT_FALSE(name_of(static_cast<ChangeRuling>(i)).empty());
    for (int i = 0; i <= static_cast<int>(ChangeKind::cancel_all); ++i)
        EXPECT_FALSE(name_of(static_cast<ChangeKind>(i)).empty());
}
