// SPDX-License-Identifier: Apache-2.0
// Which lines of a change are refused while the rest is done: domain.md 3.4.
#include "order/partial_change.hpp"

#include <gmock/gmock.h>

namespace besteld {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Finding rejected(MaybeLine line, Check check = Check::change_against_state) {
    return {.check = check,
            .severity = FindingSeverity::block,
            .line = line,
            .reason = check == Check::change_against_state ? "R-STATE" : "R-STOCK",
            .resolved = Resolved{.resolution = Resolution::reject, .actor = "anna"}};
}
Finding accepted(MaybeLine line) {
    Finding finding = rejected(line);
    finding.resolved->resolution = Resolution::accept_agreed;
    return finding;
}
// Line 1 of the order is taken out, line 2 changed, another added.
struct Example {
    OrderDraft order{.lines = {LineDraft{}, LineDraft{}, LineDraft{}}};
    OrderDraft change{.document_class = DocumentClass::order_change,
                      .lines = {LineDraft{.action = LineAction::remove},
                                LineDraft{.action = LineAction::change},
                                LineDraft{.action = LineAction::add}}};
    std::vector<MaybeLine> meant{1, 2, std::nullopt};
    Amended full = amend(order, {}, change, meant, ChangedQuantity::total);

    Amended without(std::vector<std::uint32_t> lines) const {
        return amend(order, {}, change, meant, ChangedQuantity::total, lines);
    }
};

TEST(RefusedPart, isKnownByTheLineThatAFindingSpeaksOf) {
    const Example e;
    // The first speaks of a line that is gone in the order as it would become.
    const auto refused = refused_part(e.change, e.full, {rejected({}), accepted(1)}, {0, 1});
    EXPECT_THAT(refused.lines, ElementsAre(0));
    EXPECT_FALSE(refused.whole);
    // What was found in the amended order is about the line of the change that made it so.
    EXPECT_THAT(refused_part(e.change, e.full, {rejected(2)}, {}).lines, ElementsAre(2));
}

TEST(RefusedPart, isTheWholeWhenNothingIsLeftOrWhenItIsNoLinesMatter) {
    const Example e;
    EXPECT_TRUE(refused_part(e.change, e.full, {rejected({})}, {}).whole);
    EXPECT_TRUE(
        refused_part(e.change, e.full, {rejected({}), rejected(1), rejected(2)}, {0}).whole);
    EXPECT_THAT(refused_part(e.change, e.full, {accepted(1)}, {1}).lines, IsEmpty());
    OrderDraft moved = e.change;
    moved.requested = Sourced<DateSpec>{.value = {.start = "2026-03-10"}};
    EXPECT_FALSE(refused_part(moved, e.full, {rejected({}), rejected(1), rejected(2)}, {0}).whole)
        << "the day is still to be changed";
}

TEST(RefusedPart, findsALineAgainWhereALineBeforeItWentOrStayed) {
    const Example e;
    const auto kept = e.without({0});
    EXPECT_EQ(line_in(kept, e.full, 0), MaybeLine(0));
    EXPECT_EQ(line_in(kept, e.full, 1), MaybeLine(2));
    EXPECT_EQ(line_in(kept, e.full, 2), MaybeLine(3));
    EXPECT_EQ(line_in(e.full, kept, 1), std::nullopt) << "it is gone there";
}

OrderLine line_of(int quantity, std::string unit = "H87") {
    return {.quantity = Sourced<Decimal>{.value = Decimal{quantity}}, .unit = std::move(unit)};
}

TEST(DeclinedWishes, nameWhatWasWantedOfTheLineThatStays) {
    const Example e;
    const auto kept = e.without({0, 1});
    const Order standing{.lines = {line_of(1), line_of(72, "XRO"), line_of(6)}};
    Order wished{.lines = {line_of(1), line_of(9), line_of(4)}};
    wished.lines[1].requested = Sourced<DateSpec>{.value = {.start = "2026-03-10"}};
    const RefusedPart refused{.lines = {0, 1}};
    const auto wishes = declined_wishes(refused, e.full, wished, kept, standing,
                                        {rejected(1, Check::not_enough_stock)});
    ASSERT_EQ(wishes.size(), 3U);
    EXPECT_EQ(wishes[0].line, 1U);
    EXPECT_EQ(wishes[0].wanted, "0");
    EXPECT_EQ(wishes[0].unit, "XRO");
    EXPECT_EQ(wishes[0].reason, "R-STATE");
    EXPECT_EQ(wishes[1].line, 2U);
    EXPECT_EQ(wishes[1].wanted, "9");
    EXPECT_EQ(wishes[1].reason, "R-STOCK");
    EXPECT_EQ(wishes[2].field, "date");
}

TEST(DeclinedWishes, sayNothingOfALineThatWasToBeAdded) {
    const Example e;
    const Order standing{.lines = {line_of(1), line_of(72), line_of(6)}};
    EXPECT_THAT(declined_wishes({.lines = {2}}, e.full, standing, e.without({2}), standing, {}),
                IsEmpty())
        << "it is a line of the order, and rejected";
}

} // namespace
} // namespace besteld
