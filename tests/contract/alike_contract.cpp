// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/alike.hpp"

namespace besteld::contract {

namespace {

Finding price_finding(const std::string& ordered) {
    return {.check = Check::price_below_agreed,
            .severity = FindingSeverity::block,
            .line = 0,
            .ordered = ordered,
            .agreed = "0.74 EUR",
            .ways_out = {{.resolution = Resolution::accept_agreed}}};
}

Case deviating(Store& store, const std::string& source_key, const std::string& ordered,
               const std::string& sku = "NK-100") {
    auto made = some_case(store, source_key);
    made.order.lines = {{.sku = sku}};
    made.findings = {price_finding(ordered)};
    EXPECT_TRUE(store.save_case(made));
    return made;
}

} // namespace

using AlikeFindings = StoreContract;
BESTELD_BOTH_ENGINES(AlikeFindings);

TEST_P(AlikeFindings, areThoseOfOneCustomerArticleAndPairOfValues) {
    const auto a = deviating(*store_, "1", "0.71 EUR");
    const auto b = deviating(*store_, "2", "0.71 EUR");
    const auto cheaper = deviating(*store_, "3", "0.70 EUR");
    const auto other_article = deviating(*store_, "4", "0.71 EUR", "NK-210");
    auto other_customer = deviating(*store_, "5", "0.71 EUR");
    other_customer.order.customer_no = "C1002";
    ASSERT_TRUE(store_->save_case(other_customer));

    AlikeCases alike(*store_);
    const std::vector ids{a.id, b.id, cheaper.id, other_article.id, other_customer.id};
    const auto groups = alike.of(ids);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups.at(a.id).cases, 2);
    EXPECT_EQ(groups.at(a.id).key, groups.at(b.id).key);
    EXPECT_EQ(groups.at(a.id).key, alike_key(a.order, a.findings[0]));
    EXPECT_EQ(alike.cases(groups.at(a.id).key, 10), (std::vector{a.id, b.id}));
    EXPECT_EQ(alike.cases(groups.at(a.id).key, 1), (std::vector{a.id}));
}

TEST_P(AlikeFindings, endWhenTheyAreDecidedOrTheOrderMovesOn) {
    auto a = deviating(*store_, "1", "0.71 EUR");
    const auto b = deviating(*store_, "2", "0.71 EUR");
    auto c = deviating(*store_, "3", "0.71 EUR");
    const auto key = alike_key(a.order, a.findings[0]);
    a.findings[0].resolved = Resolved{Resolution::accept_agreed, "anna", "", ""};
    ASSERT_TRUE(store_->save_case(a));
    EXPECT_EQ(AlikeCases(*store_).cases(key, 10), (std::vector{b.id, c.id}));
    c.state = OrderState::rejected;
    ASSERT_TRUE(store_->save_case(c));
    EXPECT_EQ(AlikeCases(*store_).cases(key, 10), (std::vector{b.id}));
    EXPECT_TRUE(AlikeCases(*store_).of({&b.id, 1}).empty()) << "it is alone";
}

TEST_P(AlikeFindings, areFoundInADatabaseOfAnOlderProgram) {
    const auto a = deviating(*store_, "1", "0.71 EUR");
    const auto b = deviating(*store_, "2", "0.71 EUR");
    const auto session = open_session();
    session->execute("DELETE FROM alike_finding");
    session->execute("DELETE FROM meta WHERE name = 'derived_alike'");
    store_->migrate();
    EXPECT_EQ(AlikeCases(*store_).cases(alike_key(a.order, a.findings[0]), 10),
              (std::vector{a.id, b.id}));
}

} // namespace besteld::contract
