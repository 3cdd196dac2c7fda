// SPDX-License-Identifier: Apache-2.0
#include "base_data_files.hpp"
#include "plan_reader.hpp"

#include "base/text.hpp"
#include "store/deliveries.hpp"
#include "store/order_search.hpp"

namespace besteld::contract {

class OrderSearches : public BaseDataContract {
protected:
    void SetUp() override {
        BaseDataContract::SetUp();
        import({file("customers.csv",
                     "no,name,language,country\nC1001,Bakkerij De Korenaar B.V.,nl,NL\n"
                     "C1002,Metaalhandel Korenbloem,nl,NL\n"),
                file("items.csv", "sku,name,stock_unit,name_de\nNK-210,Brede tape,XRO,Klebeband\n"
                                  "NK-330,Folie transparant,XRO,\n")});
    }
    Case order(const std::string& number, const std::string& customer, const std::string& sku) {
        auto made = some_case(*store_, cat(customer, "/", number));
        made.order.customer_no = customer;
        made.order.buyer_order_no = number;
        made.order.buyer_order_key = normalise_code(number);
        made.order.lines = {{.sku = sku}};
        EXPECT_TRUE(store_->save_case(made));
        return made;
    }
    std::vector<std::int64_t> find(OrderQuery query) {
        std::vector<std::int64_t> ids;
        for (const auto& row : OrderSearch(*store_).find(query))
            ids.push_back(row.case_id);
        return ids;
    }
};
BESTELD_BOTH_ENGINES(OrderSearches);

TEST_P(OrderSearches, findAnyCaseByTheBeginningOfItsNumbersNewestFirst) {
    const auto first = order("4500017", "C1001", "NK-210");
    const auto second = order("4500018", "C1002", "NK-330");
    EXPECT_THAT(find({.text = "45000"}), testing::ElementsAre(second.id, first.id));
    EXPECT_THAT(find({.text = " 450-0017 "}), testing::ElementsAre(first.id));
    EXPECT_THAT(find({.text = first.case_no}), testing::ElementsAre(first.id));
    EXPECT_THAT(find({.text = "45000", .customer = "C1001"}), testing::ElementsAre(first.id));
    EXPECT_THAT(find({}), testing::ElementsAre(second.id, first.id));
    EXPECT_THAT(find({.text = "%"}), testing::IsEmpty());
}

TEST_P(OrderSearches, findByWordsOfTheCustomersName) {
    const auto bakery = order("1", "C1001", "NK-210");
    const auto metal = order("2", "C1002", "NK-210");
    EXPECT_THAT(find({.text = "koren"}), testing::ElementsAre(metal.id, bakery.id));
    EXPECT_THAT(find({.text = "korenaar bakk"}), testing::ElementsAre(bakery.id));
    EXPECT_THAT(find({.text = "c1002"}), testing::ElementsAre(metal.id));
    EXPECT_THAT(find({.customer = "C1001"}), testing::ElementsAre(bakery.id));
}

TEST_P(OrderSearches, findByWordsOfAnArticleInAnyLanguageAsTheOrderStands) {
    auto tape = order("1", "C1001", "NK-210");
    const auto film = order("2", "C1002", "NK-330");
    EXPECT_THAT(find({.text = "klebe"}), testing::ElementsAre(tape.id));
    EXPECT_THAT(find({.text = "brede tape"}), testing::ElementsAre(tape.id));
    EXPECT_THAT(find({.text = "nk330"}), testing::ElementsAre(film.id));
    tape.order.lines.front().sku = "NK-330";
    ASSERT_TRUE(store_->save_case(tape));
    EXPECT_THAT(find({.text = "klebe"}), testing::IsEmpty());
    EXPECT_THAT(find({.text = "folie", .customer = "C1001"}), testing::ElementsAre(tape.id));
}

TEST_P(OrderSearches, findByWhatFollowedFromTheOrder) {
    auto sold = order("1", "C1001", "NK-210");
    const auto letter = order("2", "C1001", "");
    order("3", "C1001", "NK-330");
    sold.official_no = store_->give_official_number(sold.id, 2026);
    store_->record_release(sold.id, 1, "anna", "", at(1));
    Deliveries deliveries(*store_);
    deliveries.record_confirmed(sold.id, 1, {{.sku = "NK-210", .confirmed = Decimal{9}}});
    Delivery sent{.case_id = sold.id,
                  .shipment = "W-1",
                  .posted_at = at(2),
                  .lines = {{.line = 0, .quantity = Decimal{9}}}};
    deliveries.add(sent, Deliveries::Over::refused, 2026);
    InvoiceRequest request{.case_id = sold.id,
                           .delivery_id = sent.id,
                           .rule = InvoiceRule::per_delivery,
                           .requested_at = at(3)};
    deliveries.add_request(request, 2026);
    deliveries.record_invoice(request.id, "2026-77001", at(4));
    Complaint complaint{.case_id = letter.id,
                        .order_id = sold.id,
                        .customer_no = "C1001",
                        .due = make_date(2026, 3, 9),
                        .registered_at = at(5)};
    store_->add_complaint(complaint, 2026);
    EXPECT_THAT(find({.text = sold.official_no}), testing::ElementsAre(sold.id));
    EXPECT_THAT(find({.text = sent.delivery_no}), testing::ElementsAre(sold.id));
    EXPECT_THAT(find({.text = normalise_code(sent.delivery_no)}), testing::ElementsAre(sold.id));
    EXPECT_THAT(find({.text = request.request_no}), testing::ElementsAre(sold.id));
    deliveries.number_slip(sent, {}, make_date(2026, 3, 2));
    EXPECT_THAT(find({.text = sent.slip_no}), testing::ElementsAre(sold.id));
    EXPECT_THAT(find({.text = "xsck20260302"}), testing::ElementsAre(sold.id));
    EXPECT_THAT(find({.text = "2026-77"}), testing::ElementsAre(sold.id));
    EXPECT_THAT(find({.text = complaint.number}), testing::ElementsAre(letter.id, sold.id));
}

TEST_P(OrderSearches, pagesFollowEachOtherWithoutGapOrDouble) {
    for (int i = 0; i < 11; ++i)
        order(cat("77", i), i % 2 == 0 ? "C1001" : "C1002", "NK-210");
    for (const std::string text : {"77", "koren", "tape", ""}) {
        const auto whole = find({.text = text});
        EXPECT_EQ(whole.size(), 11U) << text;
        std::vector<std::int64_t> paged;
        for (OrderQuery query{.text = text, .limit = 4};;) {
            const auto page = find(query);
            if (page.empty()) break;
            paged.insert(paged.end(), page.begin(), page.end());
            query.before = page.back();
        }
        EXPECT_EQ(paged, whole) << text;
    }
}

TEST_P(OrderSearches, tellWhatElseCameUnderTheSameNumber) {
    const auto first = order("4500017", "C1001", "NK-210");
    const auto again = order("45 00017", "C1001", "NK-210");
    order("4500017", "C1002", "NK-210");
    const auto others = OrderSearch(*store_).same_number(again, 10);
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others.front().case_id, first.id);
}

TEST_P(OrderSearches, walkNoTable) {
    if (on_postgres()) return; // the planner that is asked is SQLite's
    order("4500017", "C1001", "NK-210");
    PlanReader session(open_session());
    OrderSearch search(session);
    for (const OrderQuery& query :
         {OrderQuery{.text = "4500017"}, OrderQuery{.text = "brede tape", .customer = "C1001"},
          OrderQuery{.text = "DN-26-000001"}, OrderQuery{.customer = "C1001"}, OrderQuery{}})
        search.find(query);
    search.same_number(*store_->find_order("C1001", "4500017"), 10);
    search.answer_times(1);
    EXPECT_GT(session.queries, 20);
    EXPECT_THAT(session.scans, testing::IsEmpty());
}

// With statistics of a large house the planner would like to walk the numbers newest first.
TEST_P(OrderSearches, areLedByTheNumberHoweverManyThereAre) {
    if (on_postgres()) return;
    order("4500017", "C1001", "NK-210");
    {
        const auto session = open_session();
        session->run_script("ANALYZE");
        session->execute("UPDATE sqlite_stat1 SET stat = '3000000 3' WHERE idx = 'case_term_case'");
        session->execute("UPDATE sqlite_stat1 SET stat = '3000000 1 1' WHERE idx = 'case_term'");
    }
    PlanReader session(open_session());
    OrderSearch(session).find({.text = "4500017"});
    using testing::Contains, testing::Not, testing::HasSubstr;
    EXPECT_THAT(session.steps,
                Contains(HasSubstr("SEARCH t USING PRIMARY KEY (term>? AND term<?)")));
    EXPECT_THAT(session.steps, Not(Contains(HasSubstr("case_term_case"))));
}

} // namespace besteld::contract
