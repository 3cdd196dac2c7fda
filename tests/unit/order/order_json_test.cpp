// SPDX-License-Identifier: Apache-2.0
#include "order/order_json.hpp"

#include "base/json.hpp"
#include "order/answer.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Order an_order() {
    Order order{.channel = "mail",
                .customer_no = "C1001",
                .identified_by = "mail petra@korenaar.example",
                .identity_score = 98,
                .buyer_order_no = "45 00017",
                .kind = OrderKind::call_off,
                .order_date = "2026-03-02",
                .currency = "EUR",
                .currency_origin = Origin::defaulted};
    order.requested = Sourced<DateSpec>{.value = {.kind = DateKind::week,
                                                  .start = "2026-03-09",
                                                  .end = "2026-03-13",
                                                  .raw = "week 11"},
                                        .origin = Origin::derived,
                                        .score = 90};
    order.lines.push_back({.index = 0, .buyer_line = "1", .sku = "NK-210", .unit = "XRO"});
    order.lines[0].quantity =
        Sourced<Decimal>{.value = Decimal{100}, .place = {.part = 1, .begin = 6, .end = 9}};
    order.lines[0].price =
        Sourced<Decimal>{.value = Decimal::parse("1.15").value(), .origin = Origin::typed};
    return order;
}

TEST(OrderJson, comesBackWithPlacesOriginsAndScores) {
    const auto text = to_json_text(an_order());
    const auto back = order_from_json(text);
    EXPECT_EQ(to_json_text(back), text);
    EXPECT_EQ(back.kind, OrderKind::call_off);
    EXPECT_EQ(back.requested, an_order().requested);
    ASSERT_EQ(back.lines.size(), 1U);
    EXPECT_EQ(back.lines[0].quantity, an_order().lines[0].quantity);
    EXPECT_EQ(back.lines[0].price->origin, Origin::typed);
}

TEST(OrderJson, readsWhatAnOlderVersionWroteAndSkipsWhatItDoesNotKnow) {
    const auto order = order_from_json(R"({"customer_no":"C1001","of_the_future":[1,2]})");
    EXPECT_EQ(order.customer_no, "C1001");
    EXPECT_EQ(order.kind, OrderKind::standard);
}

TEST(OrderJson, namesTheMemberThatDoesNotFit) {
    try {
        order_from_json(R"({"lines":[{"quantity":{"value":"many"}}]})");
        FAIL() << "taken";
    } catch (const JsonFault& fault) {
        EXPECT_NE(std::string(fault.what()).find("lines[0].quantity.value"), std::string::npos)
            << fault.what();
    }
    EXPECT_THROW(order_from_json("no json"), JsonFault);
}

TEST(FindingsJson, keepTheirResolutionAndWaysOut) {
    Finding finding{.check = Check::not_a_multiple,
                    .severity = FindingSeverity::warn,
                    .line = 0,
                    .ordered = "100 XRO",
                    .agreed = "a multiple of 36 XRO",
                    .money = Decimal::parse("9.20").value(),
                    .suggested = Resolution::accept_agreed,
                    .suggested_value = "108",
                    .preagreed = true};
    finding.ways_out.push_back(
        {.resolution = Resolution::accept_ordered, .lead_only = true, .consequence = "as ordered"});
    finding.resolved = Resolved{.resolution = Resolution::accept_agreed,
                                .actor = "besteld",
                                .at = "2026-03-02T08:15:00.000Z"};
    const auto back = findings_from_json(to_json_text(std::vector{finding}));
    ASSERT_EQ(back.size(), 1U);
    EXPECT_TRUE(same_finding(back[0], finding));
    EXPECT_EQ(back[0].money, finding.money);
    ASSERT_TRUE(back[0].resolved);
    EXPECT_EQ(back[0].resolved->actor, "besteld");
    ASSERT_EQ(back[0].ways_out.size(), 1U);
    EXPECT_TRUE(back[0].ways_out[0].lead_only);
    EXPECT_TRUE(findings_from_json("[]").empty());
}

TEST(CorrectionsJson, comeBackEqual) {
    const std::vector<Correction> corrections = {{.field = "line.quantity",
                                                  .line = 2,
                                                  .value = "108",
                                                  .actor = "anna",
                                                  .reason = "by phone"},
                                                 {.field = "ship_to", .value = "ST-02"}};
    EXPECT_EQ(corrections_from_json(to_json_text(corrections)), corrections);
}

TEST(AnswerJson, comesBackWithItsLinesAndDates) {
    Answer answer{
        .kind = AnswerKind::proposal, .channel = AnswerChannel::edi, .official_no = "SO-26-000412"};
    answer.answer_by = make_date(2026, 3, 4);
    answer.lines.push_back(
        {.index = 0, .buyer_line = "1", .quantity = Decimal{30}, .answer = LineAnswer::changed});
    answer.lines[0].parts = {{Decimal{30}, make_date(2026, 3, 5)}, {Decimal{18}, std::nullopt}};
    answer.deviations.push_back(
        {.line = 0, .field = "quantity", .ordered = "48", .confirmed = "30", .reason = "R-STOCK"});
    const auto text = to_json_text(answer);
    const auto back = answer_from_json(text);
    EXPECT_EQ(to_json_text(back), text);
    EXPECT_EQ(back.answer_by, answer.answer_by);
    EXPECT_EQ(back.lines[0].parts[0].date, make_date(2026, 3, 5));
    EXPECT_FALSE(back.lines[0].parts[1].date);
}

} // namespace
} // namespace besteld
