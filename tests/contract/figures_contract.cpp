// SPDX-License-Identifier: Apache-2.0

// What reports fetch is the same on both engines, and walks an index.
#include "base_data_files.hpp"
#include "plan_reader.hpp"

#include "base/text.hpp"
#include "report/library.hpp"
#include "store/deliveries.hpp"
#include "store/figures.hpp"

namespace besteld::contract {

class FigureFacts : public StoreContract {
protected:
    // An order as the line leaves it: read, judged, accepted, confirmed.
    Case accepted_order(const std::string& key, std::int64_t second) {
        auto made = some_case(*store_, key);
        made.draft.document_class = DocumentClass::order;
        made.order.channel = "mail";
        made.order.lines = {{.index = 0,
                             .sku = "NK-210",
                             .item_name = "tape",
                             .quantity = Sourced<Decimal>{Decimal(2)},
                             .unit = "XCT",
                             .quantity_stock = Decimal(72),
                             .stock_unit = "XRO"}};
        made.findings = {{.check = Check::price_below_agreed,
                          .line = 0,
                          .money = Decimal(-15),
                          .resolved = Resolved{.resolution = Resolution::accept_ordered,
                                               .actor = "anna",
                                               .reason = "a regular",
                                               .at = to_iso(at(second))}}};
        made.state = OrderState::confirmed;
        EXPECT_TRUE(store_->save_case(made));
        made.official_no = store_->give_official_number(made.id, 2026);
        store_->record_release(made.id, 1, "anna", "bram", at(second));
        store_->add_events(made.id, made.message_id,
                           {{.number = "T19",
                             .from = OrderState::in_review,
                             .to = OrderState::accepted,
                             .event = "order.accepted",
                             .role = Role::clerk,
                             .actor = "anna"}},
                           at(second));
        Answer answer{.kind = AnswerKind::confirmation, .currency = "EUR"};
        answer.lines = {{.index = 0,
                         .sku = "NK-210",
                         .name = "tape",
                         .quantity = Decimal(2),
                         .unit = "XCT",
                         .amount = Decimal::parse("82.80").value(),
                         .promised = make_date(2026, 3, 5)}};
        OutboxRow row{.case_id = made.id, .answer = answer, .recipient = "a@korenaar.example"};
        store_->add_outbox(row, "noordkade.example", at(second));
        return made;
    }
    Span all() const { return {at(-1'000'000), at(1'000'000)}; }
};
BESTELD_BOTH_ENGINES(FigureFacts);

TEST_P(FigureFacts, holdWhatHappenedToAnOrder) {
    const auto made = accepted_order("1", 60);
    Figures figures(*store_);
    const auto facts = figures.facts({made.id, made.id});
    ASSERT_EQ(facts.size(), 1U);
    const auto& order = facts[0];
    EXPECT_EQ(order.number(), "SO-26-000001");
    EXPECT_EQ(order.document_class, DocumentClass::order);
    EXPECT_EQ(order.received_at, at(0));
    ASSERT_EQ(order.events.size(), 1U);
    EXPECT_EQ(order.events[0].role, Role::clerk);
    ASSERT_EQ(order.releases.size(), 1U);
    EXPECT_EQ(order.releases[0].second_by, "bram");
    ASSERT_EQ(order.findings.size(), 1U);
    EXPECT_EQ(order.findings[0].sku, "NK-210");
    EXPECT_EQ(order.findings[0].at, at(60));
    ASSERT_EQ(order.lines().size(), 1U);
    EXPECT_EQ(order.lines()[0].quantity, Decimal(72)); // rolls, not cartons
    EXPECT_EQ(order.lines()[0].unit, "XRO");
    EXPECT_EQ(order.lines()[0].amount.to_string(), "82.8");
    EXPECT_FALSE(order.answers[0].sent);
}

TEST_P(FigureFacts, knowWhenAnAnswerLeft) {
    const auto made = accepted_order("1", 60);
    const auto row = store_->outbox_of_case(made.id).at(0);
    store_->mark_outbox(row.id, OutboxState::sent, "250", std::nullopt);
    Figures figures(*store_);
    const auto answer = figures.facts({made.id}).at(0).answers.at(0);
    EXPECT_TRUE(answer.sent);
    // by the database's own clock
    EXPECT_LT(std::chrono::system_clock::now() - answer.sent_at.value_or(at(0)),
              std::chrono::minutes(5));
}

TEST_P(FigureFacts, ofTheSameAnswerByTwoChannelsCountOnce) {
    const auto made = accepted_order("1", 60);
    auto answer = store_->outbox_of_case(made.id).at(0).answer;
    OutboxRow edi{.case_id = made.id, .channel = OutboxChannel::edi_folder, .answer = answer};
    edi.recipient = "C1001";
    store_->add_outbox(edi, "noordkade.example", at(60));
    Figures figures(*store_);
    const auto facts = figures.facts({made.id}).at(0);
    ASSERT_EQ(facts.answers.size(), 2U);
    EXPECT_EQ(facts.answers[0].lines.size(), 1U);
    EXPECT_TRUE(facts.answers[1].lines.empty());
}

TEST_P(FigureFacts, countAnOrderOnceHoweverOftenItIsAccepted) {
    const auto made = accepted_order("1", 60);
    store_->add_events(made.id, made.message_id,
                       {{.to = OrderState::accepted, .event = "order.accepted"}}, at(500));
    Figures figures(*store_);
    int received = 0, accepted = 0;
    for (const auto& moment : figures.moments(all())) {
        received += moment.what == Happened::received ? 1 : 0;
        accepted += moment.what == Happened::accepted ? 1 : 0;
        EXPECT_EQ(moment.number, "SO-26-000001");
        EXPECT_EQ(moment.customer_no, "C1001");
    }
    EXPECT_EQ(received, 1);
    EXPECT_EQ(accepted, 1);
    EXPECT_TRUE(figures.moments({at(400), at(600)}).empty()); // not the first time
}

TEST_P(FigureFacts, leaveOutTestsAndWhatIsNoOrder) {
    auto test = accepted_order("1", 60);
    test.order.test = true;
    ASSERT_TRUE(store_->save_case(test));
    auto change = accepted_order("2", 60);
    change.draft.document_class = DocumentClass::order_change;
    // A customer's words do not make it an order.
    change.draft.message_type = R"("document_class":"order")";
    ASSERT_TRUE(store_->save_case(change));
    Figures figures(*store_);
    EXPECT_TRUE(figures.moments(all()).empty());
    EXPECT_EQ(figures.cases_received(all()).size(), 2U); // their findings count
}

TEST_P(FigureFacts, holdDeliveriesOnceSomebodyReportsThem) {
    const auto made = accepted_order("1", 60);
    Figures figures(*store_);
    Deliveries deliveries(*store_);
    deliveries.record_confirmed(made.id, 1,
                                {{.line = 0,
                                  .buyer_line = "1",
                                  .sku = "NK-210",
                                  .name = "tape",
                                  .unit = "XCT",
                                  .confirmed = Decimal(2),
                                  .parts = {{Decimal(2), make_date(2026, 3, 5)}}}});
    EXPECT_FALSE(figures.facts({made.id}).at(0).fulfilment); // nobody reports deliveries
    Delivery delivery{.case_id = made.id,
                      .shipment = "W-1",
                      .posted_at = at(100),
                      .lines = {{.line = 0, .quantity = Decimal(1)}}};
    deliveries.add(delivery, Deliveries::Over::refused, 2026);
    const auto facts = figures.facts({made.id}).at(0);
    ASSERT_TRUE(facts.fulfilment);
    ASSERT_EQ(facts.fulfilment->shipments.size(), 1U);
    const auto& shipment = facts.fulfilment->shipments[0];
    EXPECT_EQ(shipment.number, "DN-26-000001");
    EXPECT_EQ(shipment.posted_at, at(100));
    EXPECT_EQ(shipment.quantities.at(0), Decimal(1));
    EXPECT_FALSE(shipment.proof);
}

TEST_P(FigureFacts, makeEveryReport) {
    accepted_order("1", 60);
    for (const auto& kind : report_kinds())
        for (const auto way : kind.ways) {
            const auto report = make_report(
                *store_, {.name = std::string(kind.name),
                          .ask = {.period = {make_date(2026, 2, 1), make_date(2026, 3, 31)},
                                  .by = std::string(way),
                                  .now = at(10'000'000),
                                  .zone = Zone("Europe/Amsterdam")}});
            ASSERT_TRUE(report) << report.error();
            for (const auto& row : report->rows)
                EXPECT_EQ(row.cells.size(), report->columns.size()) << kind.name << " by " << way;
            EXPECT_FALSE(kind.name != "dormant" && kind.name != "audit_list" && way != "age" &&
                         way != "hold" && report->rows.empty())
                << kind.name << " by " << way;
        }
    const auto none = make_report(*store_, {.name = "weather"});
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error(), testing::HasSubstr("turnover"));
}

class FigurePlans : public FigureFacts {};
INSTANTIATE_TEST_SUITE_P(Engines, FigurePlans, testing::Values(Engine::sqlite),
                         [](const auto&) { return "SQLite"; });

TEST_P(FigurePlans, walkNoTable) {
    const auto made = accepted_order("1", 60);
    PlanReader session(open_session());
    Figures figures(session);
    EXPECT_EQ(figures.moments(all()).size(), 2U);
    EXPECT_EQ(figures.cases_with({"order.accepted", "order.rejected"}, all()).size(), 1U);
    EXPECT_EQ(figures.cases_in({OrderState::confirmed, OrderState::on_hold}).size(), 1U);
    EXPECT_EQ(figures.cases_received(all()).size(), 1U);
    EXPECT_EQ(figures.facts({made.id}).size(), 1U);
    EXPECT_EQ(figures.logged({"order.accepted"}, all()).size(), 1U);
    EXPECT_EQ(figures.events_in("order.accepted", all()), 1);
    EXPECT_THAT(session.scans, testing::IsEmpty());
}

} // namespace besteld::contract
