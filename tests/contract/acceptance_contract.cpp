// SPDX-License-Identifier: Apache-2.0

// What we accepted before, as later orders are judged by it.
#include "base_data_files.hpp"

#include "base/text.hpp"

namespace besteld::contract {

class Acceptances : public BaseDataContract {
protected:
    void SetUp() override {
        BaseDataContract::SetUp();
        import({file("customers.csv", "no,name,language,country\nC1001,Bakker,nl,NL\n"),
                file("items.csv", "sku,name,stock_unit\nA-1,box,H87\nB-1,tape,XRO\n"),
                file("item_units.csv", "sku,unit,factor\nA-1,H87,1\nA-1,XBE,25\n"),
                file("agreements.csv", "number,customer,valid_from,currency,tax_percent\n"
                                       "A,C1001,2026-01-01,EUR,21\n")});
    }
    // One line of A-1 at 2.00, accepted at(0).
    Case accepted(const std::string& key, Decimal quantity, Instant received = at(0)) {
        auto made = some_case(*store_, key);
        made.received_at = received;
        made.order.lines.push_back({.index = 0,
                                    .buyer_line = "1",
                                    .sku = "A-1",
                                    .quantity = Sourced<Decimal>{quantity, {}},
                                    .unit = "H87",
                                    .quantity_stock = quantity,
                                    .price_stock = Decimal(2)});
        made.net = Decimal(2) * quantity;
        made.revision = 1;
        made.state = OrderState::accepted;
        EXPECT_TRUE(store_->save_case(made));
        store_->record_release(made.id, 1, "anna", "", received);
        return made;
    }
    Terms terms(Date on = make_date(2026, 2, 26)) {
        return store_->load_terms(
            {}, {.customer_no = "C1001", .item_codes = {"A-1"}, .price_date = on});
    }
};
BESTELD_BOTH_ENGINES(Acceptances);

TEST_P(Acceptances, areTheCustomersHistory) {
    EXPECT_TRUE(terms().history.known);
    EXPECT_EQ(terms().history.orders, 0);
    accepted("1", Decimal(10));
    accepted("2", Decimal(30), at(86400));
    some_case(*store_, "3"); // in review counts for nothing
    const auto history = terms(make_date(2026, 3, 2)).history;
    EXPECT_EQ(history.orders, 2);
    EXPECT_EQ(history.last_order_on, make_date(2026, 2, 26));
    EXPECT_EQ(history.median_value, Decimal(20));
    EXPECT_EQ(history.highest_value, Decimal(60));
    EXPECT_THAT(history.quantities.at("A-1"), testing::ElementsAre(Decimal(30), Decimal(10)));
    EXPECT_EQ(history.highest_quantity.at("A-1"), Decimal(30));
}

TEST_P(Acceptances, ofTheTimeBeforeAreImported) {
    import(
        {file("order_history.csv", "customer,order_no,line,ordered_on,sku,quantity,net,currency\n"
                                   "C1001,O1,1,2026-01-10,A-1,100,200.00,EUR\n"
                                   "C1001,O1,2,2026-01-10,B-1,5,50.00,EUR\n"
                                   "C1001,O2,1,2024-10-01,A-1,900,900.00,EUR\n"
                                   "C1001,O3,1,2026-01-11,A-1,7,7.00,USD\n")});
    const auto history = terms().history;
    EXPECT_EQ(history.orders, 3);
    EXPECT_EQ(history.last_order_on, make_date(2026, 1, 11));
    EXPECT_EQ(history.median_value, Decimal(250));  // the lower of 250 and 900
    EXPECT_EQ(history.highest_value, Decimal(250)); // of the last year
    EXPECT_THAT(history.quantities.at("A-1"),
                testing::ElementsAre(Decimal(7), Decimal(100), Decimal(900)));
    EXPECT_EQ(history.highest_quantity.at("A-1"), Decimal(100));
}

TEST_P(Acceptances, areExposureUntilInvoicedWithTax) {
    auto made = accepted("1", Decimal(10));
    EXPECT_EQ(terms().own_exposure.to_string(), "24.2");
    made.state = OrderState::invoice_requested;
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_EQ(terms().own_exposure.to_string(), "24.2");
    made.state = OrderState::closed;
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_EQ(terms().own_exposure, Decimal(0));
    EXPECT_EQ(terms().history.orders, 1);
}

TEST_P(Acceptances, thatAreCancelledNeverWere) {
    auto made = accepted("1", Decimal(10));
    made.state = OrderState::cancelled;
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_EQ(terms().own_exposure, Decimal(0));
    EXPECT_EQ(terms().history.orders, 0);
    made.state = OrderState::archived;
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_EQ(terms().history.orders, 0);
}

TEST_P(Acceptances, countWithWhatWasConfirmed) {
    const auto made = accepted("1", Decimal(60));
    OutboxRow row{.case_id = made.id, .message_id = made.message_id, .recipient = "p@k.example"};
    row.answer = {.kind = AnswerKind::confirmation, .case_no = made.case_no, .revision = 1};
    row.answer.net = Decimal(100);
    row.answer.gross = Decimal(121);
    row.answer.lines.push_back(
        {.index = 0, .sku = "A-1", .quantity = Decimal(2), .unit = "XBE", .amount = Decimal(100)});
    store_->add_outbox(row, "x.example", at(1));
    EXPECT_EQ(terms().own_exposure, Decimal(121));
    EXPECT_EQ(terms().history.quantities.at("A-1").at(0), Decimal(50)); // two bundles of 25
}

TEST_P(Acceptances, useUpTheMonthsQuota) {
    import({file("quantity_rules.csv", "scope,applies_to,sku,quota\ncustomer,C1001,A-1,500\n")});
    accepted("1", Decimal(10));
    accepted("2", Decimal(20), at(60));
    accepted("3", Decimal(40), at(-40 * 86400)); // in January
    EXPECT_EQ(terms().quantity_rules.at(0).quota_used, Decimal(30));
    EXPECT_EQ(terms(make_date(2026, 3, 1)).quantity_rules.at(0).quota_used, Decimal(0));
}

TEST_P(Acceptances, areCalledOffFromTheFrameworkSinceItWasCounted) {
    const auto framework = [&](const std::string& counted) {
        import({file("frameworks.csv",
                     cat("number,customer,sku,total_quantity,called_off,price,valid_to,"
                         "called_off_at\nBO-1,C1001,A-1,1000,700,2.00,2026-12-31,",
                         counted, "\n"))});
    };
    framework("");
    accepted("1", Decimal(10));
    EXPECT_EQ(terms().frameworks.at(0).called_off, Decimal(710));
    EXPECT_EQ(terms().frameworks.at(0).called_value, Decimal(20));
    framework(to_iso(at(60))); // what base data say has it in
    EXPECT_EQ(terms().frameworks.at(0).called_off, Decimal(700));
    accepted("2", Decimal(5), at(120));
    EXPECT_EQ(terms().frameworks.at(0).called_off, Decimal(705));
}

TEST_P(Acceptances, areFoundAgainInADatabaseFromBeforeTheyWereKept) {
    accepted("1", Decimal(10));
    const auto before = terms().history;
    const auto session = open_session();
    session->run_script("DELETE FROM accepted_line; DELETE FROM accepted_order; "
                        "DELETE FROM item_word; DELETE FROM meta WHERE name = 'derived_rows'");
    EXPECT_EQ(terms().history.orders, 0);
    store_->migrate();
    EXPECT_EQ(terms().history.orders, before.orders);
    EXPECT_EQ(terms().history.quantities, before.quantities);
    EXPECT_TRUE(store_
                    ->load_terms({}, {.customer_no = "C1001",
                                      .item_words = {"tape"},
                                      .price_date = make_date(2026, 3, 2)})
                    .candidates.contains("B-1"));
}

TEST_P(Acceptances, ofTheSameNumberComeWithTheirLines) {
    accepted("1", Decimal(10));
    const auto earlier = store_
                             ->load_terms({}, {.customer_no = "C1001",
                                               .buyer_order_key = "451",
                                               .price_date = make_date(2026, 3, 2)})
                             .earlier;
    ASSERT_EQ(earlier.size(), 1U);
    EXPECT_EQ(earlier[0].buyer_order_no, "45-1");
    EXPECT_TRUE(earlier[0].case_no.starts_with("IN-"));
    ASSERT_EQ(earlier[0].lines.size(), 1U);
    EXPECT_EQ(earlier[0].lines[0].sku, "A-1");
    EXPECT_EQ(earlier[0].lines[0].quantity, Decimal(10));
    EXPECT_EQ(earlier[0].lines[0].price_stock, Decimal(2));
    EXPECT_EQ(earlier[0].lines[0].unit, "H87");
}

} // namespace besteld::contract
