// SPDX-License-Identifier: Apache-2.0

// Reports held against an order: early, repeated, contradictory, and the ones that count.
#include "order/fulfil.hpp"
#include "order/invoicing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using Why = FeedbackUnfit::Why;
using testing::HasSubstr;

const Instant now = parse_iso_instant("2026-03-05T09:00:00Z").value();

// 500 of NK-100 for 5 March, 72 of NK-210 in two parts.
Fulfilment order() {
    Fulfilment known{.case_id = 7, .revision = 1};
    known.lines = {
        {.line = 0,
         .buyer_line = "1",
         .sku = "NK-100",
         .unit = "H87",
         .confirmed = Decimal(500),
         .parts = {{Decimal(500), make_date(2026, 3, 5)}}},
        {.line = 1,
         .buyer_line = "2",
         .sku = "NK-210",
         .unit = "XRO",
         .confirmed = Decimal(72),
         .parts = {{Decimal(36), make_date(2026, 3, 5)}, {Decimal(36), make_date(2026, 3, 17)}}}};
    return known;
}

// The same with a shipment W-1 of all NK-100 and half of NK-210.
Fulfilment half_delivered() {
    auto known = order();
    known.lines[0].delivered = Decimal(500);
    known.lines[1].delivered = Decimal(36);
    known.deliveries = {
        {.id = 1,
         .delivery_no = "DN-26-000001",
         .case_id = 7,
         .shipment = "W-1",
         .posted_at = now,
         .lines = {{.line = 0, .quantity = Decimal(500)}, {.line = 1, .quantity = Decimal(36)}}}};
    return known;
}

Feedback shipped(std::vector<FeedbackLine> lines, std::string shipment = "W-1") {
    return {.key = "K-" + shipment,
            .kind = FeedbackKind::shipped,
            .order = "SO-26-000001",
            .shipment = std::move(shipment),
            .lines = std::move(lines)};
}

Feedback report(FeedbackKind kind, std::string shipment = "") {
    return {.key = "K", .kind = kind, .order = "SO-26-000001", .shipment = std::move(shipment)};
}

std::expected<FulfilmentChange, FeedbackUnfit> decide(OrderState state, const Fulfilment& known,
                                                      const Feedback& said) {
    return decide_feedback({.state = state, .official_no = "SO-26-000001", .known = known}, said,
                           "wms", now);
}

TEST(Fulfilment, knowsWhatIsStillToComeAndWhen) {
    const auto known = half_delivered();
    EXPECT_TRUE(known.lines[0].open().is_zero());
    EXPECT_FALSE(known.lines[0].next_date());
    EXPECT_EQ(known.lines[1].open(), Decimal(36));
    EXPECT_EQ(known.lines[1].next_date(), make_date(2026, 3, 17));
    EXPECT_EQ(first_promised(known.lines), make_date(2026, 3, 17));
}

TEST(Fulfilment, ofABackorderKnowsNoDayForItsRest) {
    Answer answer;
    answer.lines = {{.index = 0,
                     .quantity = Decimal(30),
                     .unit = "XRO",
                     .promised = make_date(2026, 3, 5),
                     .backorder = Decimal(18)},
                    {.index = 1, .quantity = Decimal(9), .answer = LineAnswer::rejected}};
    auto lines = lines_to_deliver(answer);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].confirmed, Decimal(48));
    EXPECT_EQ(lines[0].next_date(), make_date(2026, 3, 5));
    lines[0].delivered = Decimal(30);
    EXPECT_FALSE(lines[0].next_date());
    EXPECT_TRUE(lines[1].confirmed.is_zero()); // declined: nothing is to come
}

TEST(Shipment, ofAllDeliversTheOrder) {
    const auto done = decide(OrderState::released, order(),
                             shipped({{.number = 1, .quantity = Decimal(500)},
                                      {.number = 2, .item = "nk-210", .quantity = Decimal(72)}}));
    ASSERT_TRUE(done) << done.error().text;
    EXPECT_EQ(done->state, OrderState::delivered);
    ASSERT_EQ(done->steps.size(), 1U);
    EXPECT_EQ(done->steps[0].number, "T29");
    EXPECT_EQ(done->steps[0].event, "delivery.posted");
    EXPECT_EQ(done->steps[0].actor, "wms");
    EXPECT_EQ(done->delivery->lines.size(), 2U);
}

TEST(Shipment, ofAPartLeavesTheOrderPartDelivered) {
    const auto done = decide(OrderState::released, order(),
                             shipped({{.item = "NK-100", .quantity = Decimal(500)}}));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->state, OrderState::part_delivered);
    const auto rest = decide(OrderState::part_delivered, half_delivered(),
                             shipped({{.number = 2, .quantity = Decimal(36)}}, "W-2"));
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->state, OrderState::delivered);
    EXPECT_EQ(rest->steps[0].number, "T29b");
}

TEST(Shipment, saidTwiceIsKnownAndSaidOtherwiseIsAContradiction) {
    const auto same =
        shipped({{.number = 1, .quantity = Decimal(500)}, {.number = 2, .quantity = Decimal(36)}});
    EXPECT_EQ(decide(OrderState::part_delivered, half_delivered(), same).error().why, Why::known);
    const auto other = shipped({{.number = 1, .quantity = Decimal(400)}});
    const auto why = decide(OrderState::part_delivered, half_delivered(), other).error();
    EXPECT_EQ(why.why, Why::contradiction);
    EXPECT_THAT(why.text, HasSubstr("DN-26-000001"));
}

TEST(Shipment, beforeTheReleaseIsEarly) {
    for (const auto state : {OrderState::confirmed, OrderState::proposed, OrderState::in_review})
        EXPECT_EQ(
            decide(state, order(), shipped({{.number = 1, .quantity = Decimal(5)}})).error().why,
            Why::early);
}

TEST(Shipment, ofACancelledOrderIsForAPerson) {
    const auto why =
        decide(OrderState::cancelled, order(), shipped({{.number = 1, .quantity = Decimal(5)}}))
            .error();
    EXPECT_EQ(why.why, Why::contradiction);
    EXPECT_THAT(why.text, HasSubstr("cancelled"));
    EXPECT_FALSE(why.hint.empty());
}

TEST(Shipment, ofMoreThanConfirmedNeedsTheWordForIt) {
    auto much = shipped({{.number = 1, .quantity = Decimal(501)}});
    const auto why = decide(OrderState::released, order(), much).error();
    EXPECT_EQ(why.why, Why::contradiction);
    EXPECT_THAT(why.text, HasSubstr("501"));
    much.over_delivery = true;
    EXPECT_TRUE(decide(OrderState::released, order(), much));
}

TEST(Shipment, namesItsLinesWithoutDoubt) {
    auto twice = order();
    twice.lines[1].sku = "NK-100";
    const struct {
        const char* name;
        FeedbackLine line;
        const char* says;
    } rows[] = {
        {"unknown line", {.number = 3, .quantity = Decimal(1)}, "no line 3"},
        {"line and article disagree",
         {.number = 1, .item = "NK-210", .quantity = Decimal(1)},
         "no line 1 NK-210"},
        {"two lines have it", {.item = "NK-100", .quantity = Decimal(1)}, "several lines"},
        {"nothing named", {.quantity = Decimal(1)}, "without a name"},
        {"another unit", {.number = 1, .quantity = Decimal(1), .unit = "XBE"}, "confirmed in H87"},
        {"nothing went", {.number = 1}, "no quantity"},
    };
    for (const auto& row : rows) {
        const auto why = decide(OrderState::released, twice, shipped({row.line})).error();
        EXPECT_EQ(why.why, Why::contradiction) << row.name;
        EXPECT_THAT(why.text, HasSubstr(row.says)) << row.name;
    }
}

TEST(Rest, closesWhatHasGoneInPart) {
    const auto closed =
        decide(OrderState::part_delivered, half_delivered(), report(FeedbackKind::rest_closed));
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->state, OrderState::delivered);
    EXPECT_EQ(closed->steps[0].event, "order.rest_closed");
    EXPECT_EQ(decide(OrderState::released, order(), report(FeedbackKind::rest_closed)).error().why,
              Why::contradiction);
    EXPECT_EQ(decide(OrderState::closed, order(), report(FeedbackKind::rest_closed)).error().why,
              Why::known);
}

TEST(Picking, isNotedOnce) {
    auto known = order();
    const auto picked = decide(OrderState::released, known, report(FeedbackKind::picked));
    ASSERT_TRUE(picked);
    EXPECT_EQ(picked->picked_at, now);
    EXPECT_EQ(picked->state, OrderState::released);
    known.picked_at = now;
    EXPECT_EQ(decide(OrderState::released, known, report(FeedbackKind::picked)).error().why,
              Why::known);
    EXPECT_EQ(decide(OrderState::confirmed, known, report(FeedbackKind::picked)).error().why,
              Why::early);
}

TEST(Arrival, isThatOfTheNamedOrTheOnlyShipment) {
    const auto arrived =
        decide(OrderState::part_delivered, half_delivered(), report(FeedbackKind::delivered));
    ASSERT_TRUE(arrived);
    EXPECT_EQ(arrived->arrived, 1);
    EXPECT_TRUE(decide(OrderState::part_delivered, half_delivered(),
                       report(FeedbackKind::delivered, "DN-26-000001")));
    EXPECT_EQ(
        decide(OrderState::part_delivered, half_delivered(), report(FeedbackKind::delivered, "W-9"))
            .error()
            .why,
        Why::early);
    EXPECT_EQ(
        decide(OrderState::delivered, half_delivered(), report(FeedbackKind::delivered, "W-9"))
            .error()
            .why,
        Why::contradiction);
}

TEST(Proof, isFiledOncePerDelivery) {
    auto said = report(FeedbackKind::proof, "W-1");
    said.signed_by = "J. de Wit";
    auto known = half_delivered();
    const auto filed = decide(OrderState::invoice_requested, known, said);
    ASSERT_TRUE(filed) << filed.error().text;
    EXPECT_EQ(filed->steps[0].number, "T30");
    EXPECT_EQ(filed->state, OrderState::invoice_requested);
    known.deliveries[0].proof = filed->proof;
    EXPECT_EQ(decide(OrderState::delivered, known, said).error().why, Why::known);
    said.differences = "36 rolls wet";
    EXPECT_EQ(decide(OrderState::delivered, known, said).error().why, Why::contradiction);
}

TEST(Invoicing, asksByTheRule) {
    auto known = half_delivered();
    const auto count = [&](OrderState state, InvoiceRule rule) {
        return due_requests(known, state, rule).size();
    };
    EXPECT_EQ(count(OrderState::part_delivered, InvoiceRule::per_delivery), 1U);
    EXPECT_EQ(count(OrderState::part_delivered, InvoiceRule::per_order), 0U);
    EXPECT_EQ(count(OrderState::part_delivered, InvoiceRule::after_proof), 0U);
    EXPECT_EQ(count(OrderState::delivered, InvoiceRule::per_order), 1U);
    known.deliveries[0].proof = ProofOfDelivery{.delivery_id = 1};
    EXPECT_EQ(count(OrderState::part_delivered, InvoiceRule::after_proof), 1U);
    known.requests = {{.id = 3, .case_id = 7, .delivery_id = 1}};
    EXPECT_EQ(count(OrderState::delivered, InvoiceRule::after_proof), 0U);
    EXPECT_EQ(count(OrderState::delivered, InvoiceRule::per_delivery), 0U);
}

TEST(Invoicing, movesTheOrderWithItsLastRequestAndItsLastNumber) {
    auto known = half_delivered();
    known.deliveries.push_back({.id = 2, .delivery_no = "DN-26-000002", .shipment = "W-2"});
    known.requests = {{.id = 3, .request_no = "IR-26-000001", .delivery_id = 1}};
    EXPECT_EQ(requested_step(known, OrderState::delivered, known.requests[0]).to,
              OrderState::delivered);
    known.requests.push_back({.id = 4, .request_no = "IR-26-000002", .delivery_id = 2});
    EXPECT_EQ(requested_step(known, OrderState::delivered, known.requests[1]).to,
              OrderState::invoice_requested);
    EXPECT_TRUE(settling_steps(known, OrderState::invoice_requested).empty());
    known.requests[0].invoice_no = "F-1";
    EXPECT_TRUE(settling_steps(known, OrderState::invoice_requested).empty());
    known.requests[1].invoice_no = "F-2";
    const auto closing = settling_steps(known, OrderState::invoice_requested);
    ASSERT_EQ(closing.size(), 1U);
    EXPECT_EQ(closing[0].event, "order.closed");
    // all was requested before the rest was closed
    EXPECT_EQ(settling_steps(known, OrderState::delivered).size(), 2U);
}

TEST(Invoice, findsItsRequest) {
    auto known = half_delivered();
    auto said = report(FeedbackKind::invoiced);
    said.invoice_no = "F-1";
    EXPECT_EQ(decide(OrderState::delivered, known, said).error().why, Why::early);
    known.requests = {{.id = 3, .request_no = "IR-26-000001", .delivery_id = 1}};
    const auto numbered = decide(OrderState::invoice_requested, known, said);
    ASSERT_TRUE(numbered);
    EXPECT_EQ(numbered->invoiced_request, 3);
    known.requests[0].invoice_no = "F-1";
    EXPECT_EQ(decide(OrderState::closed, known, said).error().why, Why::known);
    said.request = "IR-26-000001";
    said.invoice_no = "F-2";
    EXPECT_EQ(decide(OrderState::closed, known, said).error().why, Why::contradiction);
}

} // namespace
} // namespace besteld
