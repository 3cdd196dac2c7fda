// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

namespace besteld::contract {

using Queue = StoreContract;
BESTELD_BOTH_ENGINES(Queue);

namespace {

Case waiting(Store& store, const std::string& key, int stake, std::vector<Check> checks = {}) {
    auto made = some_case(store, key);
    made.at_stake = Decimal(stake);
    for (const auto check : checks)
        made.findings.push_back({.check = check});
    EXPECT_TRUE(store.save_case(made));
    return made;
}

std::vector<std::int64_t> ids_of(const std::vector<QueueRow>& rows) {
    std::vector<std::int64_t> ids;
    for (const auto& row : rows)
        ids.push_back(row.case_id);
    return ids;
}

} // namespace

TEST_P(Queue, beginsWithTheMostMoneyAtStake) {
    const auto small = waiting(*store_, "1", 5), loss = waiting(*store_, "2", -80),
               none = waiting(*store_, "3", 0);
    EXPECT_THAT(ids_of(store_->queue({})), testing::ElementsAre(loss.id, small.id, none.id));
    EXPECT_EQ(store_->queue_size(), 3);
}

TEST_P(Queue, soonerDueComesFirstAmongEquals) {
    auto later = waiting(*store_, "1", 5), sooner = waiting(*store_, "2", 5);
    const auto undated = waiting(*store_, "3", 5);
    later.due_at = at(200);
    sooner.due_at = at(100);
    ASSERT_TRUE(store_->save_case(later) && store_->save_case(sooner));
    EXPECT_THAT(ids_of(store_->queue({})), testing::ElementsAre(sooner.id, later.id, undated.id));
}

TEST_P(Queue, pagesFollowEachOtherWithoutGapOrDouble) {
    std::vector<std::int64_t> all;
    for (int i = 0; i < 25; ++i)
        waiting(*store_, cat(i), i % 4);
    QueueFilter filter{.limit = 4};
    while (true) {
        const auto page = store_->queue(filter);
        if (page.empty()) break;
        for (const auto& row : page)
            all.push_back(row.case_id);
        filter.cursor = page.back().cursor;
    }
    EXPECT_EQ(all, ids_of(store_->queue({.limit = 100})));
    EXPECT_EQ(all.size(), 25U);
}

TEST_P(Queue, rowSaysWhatAClerkNeeds) {
    auto made = waiting(*store_, "1", 15, {Check::item_unknown});
    made.findings.push_back(
        {.check = Check::price_below_agreed, .severity = FindingSeverity::block});
    made.findings.push_back({.check = Check::promotion_missed, .severity = FindingSeverity::info});
    made.net = Decimal(370);
    ASSERT_TRUE(store_->save_case(made));
    store_->claim_case(made.id, "anna", at(0), at(900));
    const auto row = store_->queue({}).at(0);
    EXPECT_EQ(row.case_no, made.case_no);
    EXPECT_EQ(row.customer_no, "C1001");
    EXPECT_EQ(row.buyer_order_no, "45-1");
    EXPECT_EQ(row.first_check, "price_below_agreed");
    EXPECT_EQ(row.open_findings, 2);
    EXPECT_EQ(row.net, Decimal(370));
    EXPECT_EQ(row.at_stake, Decimal(15));
    EXPECT_EQ(row.currency, "EUR");
    EXPECT_EQ(row.claimed_by, "anna");
}

TEST_P(Queue, holdsWhatWaitsForUs) {
    auto one = waiting(*store_, "1", 1), two = waiting(*store_, "2", 2);
    one.state = OrderState::awaiting_customer;
    two.state = OrderState::awaiting_second;
    ASSERT_TRUE(store_->save_case(one) && store_->save_case(two));
    EXPECT_THAT(ids_of(store_->queue({})), testing::ElementsAre(two.id));
    EXPECT_THAT(ids_of(store_->queue({.state = "awaiting_customer"})),
                testing::ElementsAre(one.id));
    EXPECT_EQ(store_->queue_size(), 1);
}

TEST_P(Queue, isFilteredByFindingAndCustomer) {
    const auto price = waiting(*store_, "1", 1, {Check::price_below_agreed});
    const auto both = waiting(*store_, "2", 9, {Check::price_below_agreed, Check::item_unknown});
    auto other = waiting(*store_, "3", 3, {Check::item_unknown});
    other.order.customer_no = "C1002";
    ASSERT_TRUE(store_->save_case(other));
    EXPECT_THAT(ids_of(store_->queue({.check = "price_below_agreed"})),
                testing::ElementsAre(both.id, price.id));
    EXPECT_THAT(ids_of(store_->queue({.check = "item_unknown"})),
                testing::ElementsAre(both.id, other.id));
    EXPECT_THAT(ids_of(store_->queue({.customer = "C1002", .check = "item_unknown"})),
                testing::ElementsAre(other.id));
    EXPECT_THAT(ids_of(store_->queue({.customer = "C1001"})),
                testing::ElementsAre(both.id, price.id));
    EXPECT_THAT(ids_of(store_->queue({.customer = "C1001", .check = "item_unknown"})),
                testing::ElementsAre(both.id));
    EXPECT_THAT(
        ids_of(store_->queue({.customer = "C1001", .check = "item_unknown", .state = "in_review"})),
        testing::ElementsAre(both.id));
    EXPECT_THAT(ids_of(store_->queue({.text = " - ", .check = "item_unknown"})),
                testing::ElementsAre(both.id, other.id))
        << "a text without a letter or digit takes no other filter away";
    EXPECT_TRUE(store_->queue({.check = "no_such_check"}).empty());
}

TEST_P(Queue, isFilteredByWhoClaimed) {
    const auto a = some_case(*store_, "1"), b = some_case(*store_, "2");
    some_case(*store_, "3");
    store_->claim_case(a.id, "anna", at(0), at(900));
    store_->claim_case(b.id, "bram", at(0), at(900));
    const auto rows = store_->queue({.claimed_by = "anna"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].case_id, a.id);
    EXPECT_EQ(store_->queue({.customer = "C1001", .claimed_by = "bram"}).size(), 1U);
    EXPECT_TRUE(store_->queue({.claimed_by = "carla"}).empty());
}

TEST_P(Queue, resolvedFindingLeavesItsFilter) {
    auto made = waiting(*store_, "1", 1, {Check::price_below_agreed});
    made.findings[0].resolved = Resolved{.resolution = Resolution::accept_agreed, .actor = "anna"};
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_TRUE(store_->queue({.check = "price_below_agreed"}).empty());
    EXPECT_EQ(store_->queue({}).at(0).open_findings, 0);
}

TEST_P(Queue, isSearchedByTheBeginningOfANumber) {
    const auto one = waiting(*store_, "17", 1), two = waiting(*store_, "18", 2);
    waiting(*store_, "9", 3);
    EXPECT_THAT(ids_of(store_->queue({.text = "45-1"})), testing::ElementsAre(two.id, one.id));
    EXPECT_THAT(ids_of(store_->queue({.text = "4518"})), testing::ElementsAre(two.id));
    EXPECT_THAT(ids_of(store_->queue({.text = "in-26-000001"})), testing::ElementsAre(one.id));
    EXPECT_THAT(ids_of(store_->queue({.text = "45-1", .limit = 1})), testing::ElementsAre(two.id));
    const auto cursor = store_->queue({.text = "45-1", .limit = 1}).at(0).cursor;
    EXPECT_THAT(ids_of(store_->queue({.text = "45-1", .cursor = cursor})),
                testing::ElementsAre(one.id));
    EXPECT_TRUE(store_->queue({.text = "%"}).empty());
}

TEST_P(Queue, commonPrefixGivesTheSamePages) {
    const auto most = waiting(*store_, "1", 9), least = waiting(*store_, "2", 1);
    const auto session = open_session();
    session->execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100) "
        "INSERT INTO case_term (term, case_id) SELECT '45X' || i, $1 FROM n",
        {most.id});
    EXPECT_THAT(ids_of(store_->queue({.text = "45", .limit = 1})), testing::ElementsAre(most.id));
    EXPECT_THAT(ids_of(store_->queue({.text = "45"})), testing::ElementsAre(most.id, least.id));
}

TEST_P(Queue, strangeCursorBeginsAtTheFirstPage) {
    const auto one = waiting(*store_, "1", 1);
    for (const char* cursor : {"x", "1.2", "1.2.3.4", "1.2.x", "99999999999999999999.1.1"})
        EXPECT_THAT(ids_of(store_->queue({.cursor = cursor})), testing::ElementsAre(one.id))
            << cursor;
}

} // namespace besteld::contract
