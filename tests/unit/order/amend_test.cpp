// SPDX-License-Identifier: Apache-2.0
// What an order becomes by a change: domain.md 3.4.
#include "order/amend.hpp"

#include <gmock/gmock.h>

namespace besteld {
namespace {

using testing::ElementsAre;
using MeantLine = std::optional<std::uint32_t>;

Field said(std::string value) {
    return {.value = std::move(value)};
}
LineDraft ordered(std::string number, std::string gtin, std::string quantity) {
    return {.line = said(std::move(number)),
            .gtin = said(std::move(gtin)),
            .quantity = said(std::move(quantity)),
            .line_amount = said("99.00")};
}
OrderDraft three_lines() {
    return {
        .document_class = DocumentClass::order,
        .total = said("297.00"),
        .lines = {ordered("10", "A", "500"), ordered("20", "B", "72"), ordered("30", "C", "6")}};
}
OrderDraft change_with(std::vector<LineDraft> lines) {
    return {.document_class = DocumentClass::order_change, .lines = std::move(lines)};
}
LineDraft wish(LineAction action, std::string quantity = {}) {
    LineDraft line{.action = action};
    if (!quantity.empty()) line.quantity = said(std::move(quantity));
    return line;
}
Amended amended(const OrderDraft& change, std::vector<MeantLine> meant,
                std::vector<Correction> corrections = {},
                ChangedQuantity quantities = ChangedQuantity::total) {
    return amend(three_lines(), corrections, change, meant, quantities);
}
std::vector<std::string> lines_of(const Amended& amended) {
    std::vector<std::string> lines;
    for (const auto& line : amended.draft.lines)
        lines.push_back((line.line ? line.line->value : "-") + ":" + line.quantity->value);
    return lines;
}

TEST(Amend, aLineTakesWhatTheChangeSaysAndKeepsTheRest) {
    auto change = change_with({wish(LineAction::change, "108")});
    change.lines[0].requested = Sourced<DateSpec>{.value = {.start = "2026-03-10"}};
    const auto now = amended(change, {1});
    EXPECT_THAT(lines_of(now), ElementsAre("10:500", "20:108", "30:6"));
    const auto& line = now.draft.lines[1];
    EXPECT_EQ(line.gtin->value, "B");
    EXPECT_EQ(line.requested->value.start, "2026-03-10");
    EXPECT_FALSE(line.line_amount) << "it was that of 72";
    EXPECT_TRUE(now.draft.lines[0].line_amount);
    EXPECT_FALSE(now.draft.total) << "the order's own sum is overtaken";
    EXPECT_THAT(now.touched, ElementsAre(1));
    EXPECT_THAT(now.becomes, ElementsAre(MeantLine(1)));
}

TEST(Amend, aLineThatGoesMovesThoseBehindItAndTheyKeepTheirNumbers) {
    const auto now = amended(change_with({wish(LineAction::remove)}), {0},
                             {{.field = "line.unit", .line = 0, .value = "XRO"},
                              {.field = "line.price", .line = 2, .value = "9.40"},
                              {.field = "ship_to", .value = "ST-02"}});
    EXPECT_THAT(lines_of(now), ElementsAre("20:72", "30:6"));
    EXPECT_THAT(now.came_from, ElementsAre(MeantLine(1), MeantLine(2)));
    EXPECT_THAT(now.becomes, ElementsAre(MeantLine()));
    ASSERT_EQ(now.corrections.size(), 2U)
        << "what was put right in the line that went goes with it";
    EXPECT_EQ(now.corrections[0].line, 1U);
    EXPECT_EQ(now.corrections[1].field, "ship_to");
}

TEST(Amend, aNewLineComesLastAndNamesNoLineOfBefore) {
    auto added = ordered("40", "D", "12");
    added.action = LineAction::add;
    const auto now = amended(change_with({added}), {MeantLine()});
    EXPECT_THAT(lines_of(now), ElementsAre("10:500", "20:72", "30:6", "40:12"));
    EXPECT_THAT(now.touched, ElementsAre(3));
    EXPECT_EQ(now.came_from[3], MeantLine());
    EXPECT_EQ(now.draft.lines[3].action, LineAction::none) << "it is a line like any other now";
}

TEST(Amend, differencesAreAddedAndTotalsReplace) {
    for (const auto& [quantities, wanted] : {std::pair{ChangedQuantity::total, "20:-12"},
                                             std::pair{ChangedQuantity::difference, "20:60"}})
        EXPECT_EQ(lines_of(amended(change_with({wish(LineAction::change, "-12")}), {1}, {},
                                   quantities))[1],
                  wanted);
}

TEST(Amend, whatAClerkPutRightIsOvertakenByTheChangeOnlyWhereItSpeaksOfIt) {
    const auto now = amended(change_with({wish(LineAction::change, "108")}), {1},
                             {{.field = "line.quantity", .line = 1, .value = "70"},
                              {.field = "line.sku", .line = 1, .value = "NK-210"},
                              {.field = "requested", .value = "2026-03-09"}});
    ASSERT_EQ(now.corrections.size(), 2U);
    EXPECT_EQ(now.corrections[0].field, "line.sku");
    EXPECT_EQ(now.corrections[1].field, "requested");
}

TEST(Amend, aReplacementEndsTheLinesItDoesNotMention) {
    auto change = change_with({ordered("10", "A", "600"), ordered("50", "E", "1")});
    EXPECT_THAT(lines_of(amended(change, {0, MeantLine()})), ElementsAre("10:600", "20:72", "30:6"))
        << "a change leaves them, and takes nothing that it does not call new";
    change.function = Sourced<MessageFunction>{.value = MessageFunction::replace};
    EXPECT_THAT(lines_of(amended(change, {0, MeantLine()})), ElementsAre("10:600", "50:1"));
}

TEST(Amend, aLineWithoutANumberIsKnownByItsPlaceForGood) {
    OrderDraft order = three_lines();
    for (auto& line : order.lines)
        line.line.reset();
    const std::vector<MeantLine> meant{0};
    const auto now =
        amend(order, {}, change_with({wish(LineAction::remove)}), meant, ChangedQuantity::total);
    EXPECT_THAT(lines_of(now), ElementsAre("2:72", "3:6"));
}

// ── which line is meant ──────────────────────────────────────────────────────────────────────────
Order identified(std::vector<std::pair<std::string, std::string>> lines) {
    Order order;
    for (auto& [number, sku] : lines)
        order.lines.push_back({.index = static_cast<std::uint32_t>(order.lines.size()),
                               .buyer_line = number,
                               .sku = sku});
    return order;
}

TEST(Amend, whatIsLeftOutStaysAsItWasAndIsNotTouched) {
    const auto change = change_with({wish(LineAction::change, "108"), wish(LineAction::remove),
                                     wish(LineAction::change, "9"), wish(LineAction::add, "4")});
    const std::vector<MeantLine> meant{0, 1, 2, std::nullopt};
    const std::vector<std::uint32_t> left_out{1, 2};
    const auto now = amend(three_lines(), {}, change, meant, ChangedQuantity::total, left_out);
    EXPECT_THAT(lines_of(now), ElementsAre("10:108", "20:72", "30:6", "-:4"));
    EXPECT_THAT(now.touched, ElementsAre(0, 3));
    EXPECT_THAT(now.becomes, ElementsAre(MeantLine(0), MeantLine(1), MeantLine(2), MeantLine(3)));
}

TEST(Amend, aReplacementDoesNotEndTheLineWhoseWishIsLeftOut) {
    auto change = change_with({wish(LineAction::none, "108"), wish(LineAction::none, "80")});
    change.function = Sourced<MessageFunction>{.value = MessageFunction::replace};
    const std::vector<MeantLine> meant{0, 1};
    const std::vector<std::uint32_t> left_out{1};
    const auto now = amend(three_lines(), {}, change, meant, ChangedQuantity::total, left_out);
    EXPECT_THAT(lines_of(now), ElementsAre("10:108", "20:72"));
}

TEST(LinesMeant, byTheOrdersNumberThenTheArticleThenTheBuyersNumber) {
    const Order order = identified({{"1", "NK-100"}, {"2", "NK-210"}, {"3", "NK-210"}});
    struct Row {
        const char* what;
        LineDraft draft;
        OrderLine line;
        MeantLine meant;
    };
    LineDraft original{.line = said("1"), .original_line = said("2")};
    LineDraft counted{.line = said("2")};
    LineDraft unknown{.line = said("1"), .original_line = said("9")};
    LineDraft added{.line = said("1"), .action = LineAction::add};
    for (const Row& row :
         {Row{"EANCOM counts afresh", original, {.sku = "NK-210"}, 1},
          Row{"a number that is not there is no guess", unknown, {.sku = "NK-100"}, {}},
          Row{"the only line with the article", counted, {.sku = "NK-100"}, 0},
          Row{"two have it: the number tells", counted, {.sku = "NK-210"}, 1},
          Row{"the number, the article is not known", counted, {}, 1},
          Row{"number and article contradict", counted, {.sku = "NK-900"}, {}},
          Row{"a new line", added, {.sku = "NK-100"}, {}}}) {
        Order wish;
        wish.lines.push_back(row.line);
        EXPECT_THAT(lines_meant(order, change_with({row.draft}), wish), ElementsAre(row.meant))
            << row.what;
    }
}

TEST(SameWish, comparesWhatIsAskedAndNotTheNumberOfTheLetter) {
    auto a = change_with({wish(LineAction::change, "108")});
    auto b = a;
    b.document_id = said("WA-3");
    EXPECT_TRUE(is_same_wish(a, b));
    b.lines[0].quantity = said("109");
    EXPECT_FALSE(is_same_wish(a, b));
    b = a;
    b.document_class = DocumentClass::order_cancellation;
    EXPECT_FALSE(is_same_wish(a, b));
}

} // namespace
} // namespace besteld
