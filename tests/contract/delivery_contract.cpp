// SPDX-License-Identifier: Apache-2.0

// What became of confirmed orders, and what the database itself never lets happen.
#include "engines.hpp"

#include "store/deliveries.hpp"

namespace besteld::contract {

class StoredDeliveries : public StoreContract {
protected:
    using Over = Deliveries::Over;

    static FulfilmentLine line(std::uint32_t index, Decimal confirmed, Date promised) {
        return {.line = index,
                .buyer_line = std::to_string(index + 1),
                .sku = "NK-100",
                .name = "doos",
                .unit = "H87",
                .confirmed = confirmed,
                .parts = {{confirmed, promised}}};
    }
    // 500 for 5 March, 72 for 9 March.
    Case confirmed(const std::string& key = "1") {
        auto made = some_case(*store_, key);
        made.state = OrderState::confirmed;
        EXPECT_TRUE(store_->save_case(made));
        Deliveries(*store_).record_confirmed(made.id, 1,
                                             {line(0, Decimal(500), make_date(2026, 3, 5)),
                                              line(1, Decimal(72), make_date(2026, 3, 9))});
        return made;
    }
    static Delivery shipment(const Case& of, const std::string& name, std::uint32_t index,
                             Decimal quantity) {
        return {.case_id = of.id,
                .shipment = name,
                .posted_at = at(0),
                .carrier = "Van Dijk Vervoer",
                .track_no = "VD-1",
                .packages = 2,
                .lines = {{index, quantity, "L-7"}}};
    }
    Fulfilment found(const Case& of) { return *Deliveries(*store_).find(of.id); }
};
BESTELD_BOTH_ENGINES(StoredDeliveries);

TEST_P(StoredDeliveries, areNothingBeforeAnOrderIsConfirmed) {
    EXPECT_FALSE(Deliveries(*store_).find(some_case(*store_, "1").id));
}

TEST_P(StoredDeliveries, areReadBackAsTheyWerePosted) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto posted = shipment(order, "W-1", 0, Decimal(300));
    deliveries.add(posted, Over::refused, 2026);
    deliveries.mark_arrived(posted.id, at(60));
    EXPECT_EQ(posted.delivery_no, "DN-26-000001");
    EXPECT_EQ(deliveries.case_of_delivery("DN-26-000001"), order.id);
    EXPECT_FALSE(deliveries.case_of_delivery("DN-26-000002"));
    const auto known = found(order);
    EXPECT_EQ(known.lines.at(0).delivered, Decimal(300));
    EXPECT_EQ(known.lines.at(0).open(), Decimal(200));
    EXPECT_EQ(known.lines.at(0).next_date(), make_date(2026, 3, 5));
    EXPECT_EQ(known.lines.at(1).delivered, Decimal(0));
    ASSERT_EQ(known.deliveries.size(), 1U);
    const auto& delivery = known.deliveries.front();
    EXPECT_EQ(delivery.carrier, "Van Dijk Vervoer");
    EXPECT_EQ(delivery.track_no, "VD-1");
    EXPECT_EQ(delivery.packages, 2);
    EXPECT_EQ(delivery.arrived_at, at(60));
    EXPECT_EQ(delivery.lines.at(0).quantity, Decimal(300));
    EXPECT_EQ(delivery.lines.at(0).batch, "L-7");
    EXPECT_FALSE(is_complete(known));
}

TEST_P(StoredDeliveries, areNeverMoreThanConfirmedUnlessItIsSaid) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto much = shipment(order, "W-1", 0, Decimal(501));
    EXPECT_THROW(deliveries.add(much, Over::refused, 2026), StoreFault);
    EXPECT_TRUE(found(order).deliveries.empty());
    deliveries.add(much, Over::allowed, 2026);
    EXPECT_EQ(much.delivery_no, "DN-26-000001"); // the refused one left no gap
    EXPECT_TRUE(found(order).lines.at(0).over_delivered);
    EXPECT_EQ(found(order).lines.at(0).open(), Decimal(0));
    // past the store's back it is refused as well
    EXPECT_THROW(open_session()->execute("UPDATE fulfilment_line SET delivered = 1000000000 "
                                         "WHERE line = 1"),
                 StoreFault);
}

TEST_P(StoredDeliveries, allowMoreOnlyWhereItIsMore) {
    const auto order = confirmed();
    auto little = shipment(order, "W-1", 0, Decimal(10));
    Deliveries(*store_).add(little, Over::allowed, 2026);
    EXPECT_FALSE(found(order).lines.at(0).over_delivered);
}

TEST_P(StoredDeliveries, countAShipmentOnce) {
    const auto order = confirmed();
    auto once = shipment(order, "W-1", 0, Decimal(10));
    Deliveries(*store_).add(once, Over::refused, 2026);
    auto twice = shipment(order, "W-1", 0, Decimal(10));
    EXPECT_THROW(Deliveries(*store_).add(twice, Over::refused, 2026), StoreFault);
    EXPECT_EQ(found(order).lines.at(0).delivered, Decimal(10));
    const auto other = confirmed("2");
    auto of_another = shipment(other, "W-1", 0, Decimal(10));
    EXPECT_NO_THROW(Deliveries(*store_).add(of_another, Over::refused, 2026));
}

TEST_P(StoredDeliveries, areOfLinesThatTheOrderHas) {
    const auto order = confirmed();
    auto unknown = shipment(order, "W-1", 7, Decimal(10));
    EXPECT_THROW(Deliveries(*store_).add(unknown, Over::refused, 2026), StoreFault);
}

TEST_P(StoredDeliveries, keepWhatWentWhenARevisionConfirmsOtherwise) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto posted = shipment(order, "W-1", 0, Decimal(300));
    deliveries.add(posted, Over::refused, 2026);
    deliveries.record_confirmed(order.id, 2, {line(0, Decimal(400), make_date(2026, 3, 12))});
    const auto known = found(order);
    EXPECT_EQ(known.revision, 2);
    EXPECT_EQ(known.lines.at(0).confirmed, Decimal(400));
    EXPECT_EQ(known.lines.at(0).delivered, Decimal(300));
    EXPECT_EQ(known.lines.at(1).confirmed, Decimal(0)); // not in it any more
    EXPECT_THROW(
        deliveries.record_confirmed(order.id, 3, {line(0, Decimal(200), make_date(2026, 3, 12))}),
        StoreFault);
}

TEST_P(StoredDeliveries, goWithTheirLineWhereverAChangePutsIt) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto posted = shipment(order, "W-1", 1, Decimal(36));
    deliveries.add(posted, Over::refused, 2026);
    // The first line is taken out, another one is added at the end.
    deliveries.record_confirmed(
        order.id, 2,
        {line(0, Decimal(72), make_date(2026, 3, 9)), line(1, Decimal(10), make_date(2026, 3, 9))},
        {{1U}, std::nullopt});
    auto known = found(order);
    ASSERT_EQ(known.lines.size(), 2U);
    EXPECT_EQ(known.lines[0].confirmed, Decimal(72));
    EXPECT_EQ(known.lines[0].delivered, Decimal(36));
    EXPECT_EQ(known.lines[1].delivered, Decimal(0));
    EXPECT_EQ(known.deliveries.at(0).lines.at(0).line, 0U);
    // What has gone cannot be taken out.
    EXPECT_THROW(deliveries.record_confirmed(order.id, 3,
                                             {line(0, Decimal(10), make_date(2026, 3, 9))}, {{1U}}),
                 StoreFault);
}

TEST_P(StoredDeliveries, areDueByTheFirstPromisedDay) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    EXPECT_TRUE(deliveries.confirmed_until(make_date(2026, 3, 4), 0, 10).empty());
    EXPECT_THAT(deliveries.confirmed_until(make_date(2026, 3, 5), 0, 10),
                testing::ElementsAre(order.id));
    EXPECT_TRUE(deliveries.confirmed_until(make_date(2026, 3, 5), order.id, 10).empty());
    deliveries.mark_released(order.id);
    EXPECT_TRUE(deliveries.confirmed_until(make_date(2026, 3, 5), 0, 10).empty());
}

TEST_P(StoredDeliveries, areNotDueOfAnOrderThatIsNotConfirmed) {
    auto order = confirmed();
    order.state = OrderState::proposed;
    ASSERT_TRUE(store_->save_case(order));
    Deliveries deliveries(*store_);
    EXPECT_TRUE(deliveries.confirmed_until(make_date(2026, 3, 5), 0, 10).empty());
    order.state = OrderState::confirmed;
    ASSERT_TRUE(store_->save_case(order));
    EXPECT_EQ(deliveries.confirmed_until(make_date(2026, 3, 5), 0, 10).size(), 1U);
    order.state = OrderState::cancelled;
    ASSERT_TRUE(store_->save_case(order));
    EXPECT_TRUE(deliveries.confirmed_until(make_date(2026, 3, 5), 0, 10).empty());
}

TEST_P(StoredDeliveries, haveOneProofEach) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto posted = shipment(order, "W-1", 0, Decimal(500));
    deliveries.add(posted, Over::refused, 2026);
    const ProofOfDelivery proof{.delivery_id = posted.id,
                                .filed_at = at(9),
                                .signed_by = "J. de Wit",
                                .differences = "one box dented",
                                .document = "POD-1.pdf"};
    deliveries.file_proof(proof);
    EXPECT_THROW(deliveries.file_proof(proof), StoreFault);
    const auto known = found(order).deliveries.at(0).proof;
    ASSERT_TRUE(known);
    EXPECT_EQ(known->signed_by, "J. de Wit");
    EXPECT_EQ(known->differences, "one box dented");
    EXPECT_EQ(known->document, "POD-1.pdf");
    EXPECT_EQ(known->filed_at, at(9));
}

TEST_P(StoredDeliveries, areInvoicedOnceAndOnlyAfterTheProofWhereThatIsTheRule) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto posted = shipment(order, "W-1", 0, Decimal(500));
    deliveries.add(posted, Over::refused, 2026);
    InvoiceRequest request{.case_id = order.id,
                           .delivery_id = posted.id,
                           .rule = InvoiceRule::after_proof,
                           .requested_at = at(10)};
    EXPECT_THROW(deliveries.add_request(request, 2026), StoreFault);
    deliveries.file_proof({.delivery_id = posted.id, .filed_at = at(9)});
    deliveries.add_request(request, 2026);
    EXPECT_EQ(request.request_no, "IR-26-000001");
    auto again = request;
    EXPECT_THROW(deliveries.add_request(again, 2026), StoreFault);
    deliveries.record_invoice(request.id, "F-1", at(20));
    deliveries.record_invoice(request.id, "F-2", at(30)); // too late: the first one stays
    const auto known = found(order).requests.at(0);
    EXPECT_EQ(known.invoice_no, "F-1");
    EXPECT_EQ(known.invoiced_at, at(20));
    EXPECT_EQ(known.delivery_id, posted.id);
}

TEST_P(StoredDeliveries, areInvoicedPerOrderOnce) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    InvoiceRequest request{
        .case_id = order.id, .rule = InvoiceRule::per_order, .requested_at = at(1)};
    deliveries.add_request(request, 2026);
    auto again = request;
    EXPECT_THROW(deliveries.add_request(again, 2026), StoreFault);
    EXPECT_EQ(found(order).requests.at(0).delivery_id, 0);
}

// Each day counts from 1; a number that was taken back leaves no gap, and a slip keeps its own.
TEST_P(StoredDeliveries, haveSlipsThatAreNumberedByDayWithoutAGap) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    const PaperRules rules;
    auto first = shipment(order, "W-1", 0, Decimal(100));
    auto second = shipment(order, "W-2", 0, Decimal(100));
    auto third = shipment(order, "W-3", 0, Decimal(100));
    deliveries.add(first, Over::refused, 2026);
    deliveries.add(second, Over::refused, 2026);
    deliveries.add(third, Over::refused, 2026);
    EXPECT_TRUE(found(order).deliveries.at(0).slip_no.empty());
    EXPECT_THROW(store_->in_transaction([&] {
        deliveries.number_slip(first, rules, make_date(2026, 3, 2));
        throw StoreFault("something else went wrong");
    }),
                 StoreFault);
    deliveries.number_slip(second, rules, make_date(2026, 3, 2));
    deliveries.number_slip(first, rules, make_date(2026, 3, 2));
    deliveries.number_slip(third, rules, make_date(2026, 3, 3));
    EXPECT_EQ(second.slip_no, "XSCK20260302-0001");
    EXPECT_EQ(first.slip_no, "XSCK20260302-0002");
    EXPECT_EQ(third.slip_no, "XSCK20260303-0001");
    deliveries.number_slip(first, rules, make_date(2026, 3, 4));
    EXPECT_EQ(first.slip_no, "XSCK20260302-0002");
    EXPECT_EQ(found(order).deliveries.at(0).slip_no, "XSCK20260302-0002");
    EXPECT_EQ(deliveries.case_of_slip("XSCK20260302-0002"), order.id);
    EXPECT_FALSE(deliveries.case_of_slip("XSCK20260302-0003"));
}

TEST_P(StoredDeliveries, areFoundByTheNumberOfTheirInvoiceRequest) {
    const auto order = confirmed();
    Deliveries deliveries(*store_);
    auto posted = shipment(order, "W-1", 0, Decimal(500));
    deliveries.add(posted, Over::refused, 2026);
    InvoiceRequest request{
        .case_id = order.id, .delivery_id = posted.id, .rule = InvoiceRule::per_delivery};
    deliveries.add_request(request, 2026);
    EXPECT_EQ(deliveries.case_of_request(request.request_no), order.id);
    EXPECT_FALSE(deliveries.case_of_request("IR-26-999999"));
}

} // namespace besteld::contract
