// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

#include <set>
#include <thread>

namespace besteld::contract {

using Cases = StoreContract;
BESTELD_BOTH_ENGINES(Cases);

TEST_P(Cases, comeBackAsTheyWereSaved) {
    auto made = some_case(*store_, "1");
    made.state = OrderState::awaiting_second;
    made.revision = 2;
    made.due_at = at(3600);
    made.net = Decimal::parse("452.80").value();
    made.at_stake = Decimal::parse("-15").value();
    made.editors = {"anna"};
    made.corrections = {
        {.field = "line.quantity", .line = 0, .value = "108", .actor = "anna", .reason = "mail"}};
    made.findings = {{.check = Check::price_below_agreed,
                      .line = 0,
                      .ordered = "0.71 EUR",
                      .agreed = "0.74 EUR"}};
    made.draft.order_number = Field{.value = "4500017"};
    ASSERT_TRUE(store_->save_case(made));
    const auto found = store_->find_case(made.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->case_no, "IN-26-000001");
    EXPECT_EQ(found->state, OrderState::awaiting_second);
    EXPECT_EQ(found->version, 2);
    EXPECT_EQ(found->revision, 2);
    EXPECT_EQ(found->due_at, at(3600));
    EXPECT_EQ(found->net.to_string(), "452.8");
    EXPECT_EQ(found->at_stake.to_string(), "-15");
    EXPECT_EQ(found->editors, made.editors);
    EXPECT_EQ(found->corrections, made.corrections);
    ASSERT_EQ(found->findings.size(), 1U);
    EXPECT_TRUE(same_finding(found->findings[0], made.findings[0]));
    EXPECT_EQ(found->draft.order_number->value, "4500017");
    EXPECT_EQ(found->order.customer_no, "C1001");
    EXPECT_FALSE(store_->find_case(made.id + 1));
}

TEST_P(Cases, changedBySomebodyElseAreNotOverwritten) {
    auto mine = some_case(*store_, "1");
    auto theirs = *store_->find_case(mine.id);
    theirs.state = OrderState::rejected;
    EXPECT_TRUE(store_->save_case(theirs));
    mine.state = OrderState::accepted;
    EXPECT_FALSE(store_->save_case(mine));
    EXPECT_EQ(store_->find_case(mine.id)->state, OrderState::rejected);
    EXPECT_TRUE(store_->save_case(theirs)); // its version was raised in place
}

TEST_P(Cases, ofOneDocumentAreOne) {
    auto made = some_case(*store_, "1");
    Case again{.message_id = made.message_id, .document = made.document, .received_at = at(0)};
    EXPECT_THROW(store_->add_case(again, 2026), StoreFault);
    again.document = 1;
    store_->add_case(again, 2026);
    EXPECT_EQ(again.case_no, "IN-26-000002"); // the refused one took no number
    EXPECT_THAT(store_->cases_of_message(made.message_id), testing::ElementsAre(made.id, again.id));
}

TEST_P(Cases, officialNumbersHaveNoGapAfterARollback) {
    const auto one = some_case(*store_, "1"), two = some_case(*store_, "2"),
               three = some_case(*store_, "3");
    EXPECT_EQ(store_->give_official_number(one.id, 2026), "SO-26-000001");
    EXPECT_THROW(store_->in_transaction([&] {
        EXPECT_EQ(store_->give_official_number(two.id, 2026), "SO-26-000002");
        throw std::runtime_error("the commit did not happen");
    }),
                 std::runtime_error);
    EXPECT_EQ(store_->give_official_number(three.id, 2026), "SO-26-000002");
    EXPECT_EQ(store_->give_official_number(two.id, 2027), "SO-27-000001");
    EXPECT_EQ(store_->find_case(three.id)->official_no, "SO-26-000002");
    EXPECT_EQ(store_->counts().accepted, 3);
}

TEST_P(Cases, keepTheirOfficialNumber) {
    const auto one = some_case(*store_, "1");
    EXPECT_EQ(store_->give_official_number(one.id, 2026), "SO-26-000001");
    EXPECT_EQ(store_->give_official_number(one.id, 2027), "SO-26-000001");
}

TEST_P(Cases, getDifferentNumbersFromSeveralDaemons) {
    constexpr int each = 20;
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 2 * each; ++i)
        ids.push_back(some_case(*store_, cat(i)).id);
    std::vector<std::thread> daemons;
    for (std::size_t d = 0; d < 2; ++d)
        daemons.emplace_back([&, d] {
            const auto own = open_store();
            for (std::size_t i = d; i < ids.size(); i += 2)
                own->give_official_number(ids[i], 2026);
        });
    for (auto& daemon : daemons)
        daemon.join();
    std::set<std::string> numbers;
    for (const auto id : ids)
        numbers.insert(store_->find_case(id)->official_no);
    EXPECT_EQ(numbers.size(), ids.size());
    EXPECT_EQ(*numbers.begin(), "SO-26-000001");
    EXPECT_EQ(*numbers.rbegin(), "SO-26-000040");
}

// Each daemon's batch takes both series and writes to both cases, each in its own order.
TEST_P(Cases, areWorkedOnByTwoDaemonsInOppositeOrders) {
    constexpr int each = 25;
    const std::vector<std::int64_t> ids{some_case(*store_, "1").id, some_case(*store_, "2").id};
    std::vector<std::thread> daemons;
    std::vector<std::string> faults(2);
    for (std::size_t d = 0; d < 2; ++d)
        daemons.emplace_back([&, d] {
            const auto own = open_store();
            try {
                for (int i = 0; i < each; ++i)
                    own->in_transaction([&] {
                        for (const auto which : {d, 1 - d}) {
                            auto worked = *own->find_case(ids[which]);
                            worked.editors = {cat("daemon ", d, " round ", i)};
                            EXPECT_TRUE(own->save_case(worked));
                        }
                    });
            } catch (const StoreFault& fault) {
                faults[d] = fault.what();
            }
        });
    for (auto& daemon : daemons)
        daemon.join();
    EXPECT_EQ(faults, std::vector<std::string>(2));
    for (const auto id : ids)
        EXPECT_EQ(store_->find_case(id)->version, store_->find_case(ids[0])->version);
}

TEST_P(Cases, areFoundByEachOfTheirNumbers) {
    const auto made = some_case(*store_, "1");
    const auto official = store_->give_official_number(made.id, 2026);
    for (const auto& number : {made.case_no, official, std::string("45-1"), std::string("45 1")}) {
        const auto found = store_->find_case_by_no(number);
        ASSERT_TRUE(found) << number;
        EXPECT_EQ(found->id, made.id);
    }
    EXPECT_FALSE(store_->find_case_by_no("45-2"));
    EXPECT_FALSE(store_->find_case_by_no(""));
}

TEST_P(Cases, areClaimedByOneClerkUntilTheClaimRunsOut) {
    const auto id = some_case(*store_, "1").id;
    EXPECT_TRUE(store_->claim_case(id, "anna", at(0), at(900)));
    EXPECT_TRUE(store_->claim_case(id, "anna", at(10), at(910)));
    EXPECT_FALSE(store_->claim_case(id, "bram", at(20), at(920)));
    EXPECT_EQ(store_->find_case(id)->claimed_by, "anna");
    EXPECT_TRUE(store_->claim_case(id, "bram", at(910), at(1800)));
    store_->release_claim(id, "anna"); // not hers any more
    EXPECT_EQ(store_->find_case(id)->claimed_by, "bram");
    store_->release_claim(id, "bram");
    EXPECT_EQ(store_->find_case(id)->claimed_by, "");
    EXPECT_FALSE(store_->claim_case(id + 1, "anna", at(0), at(900)));
}

TEST_P(Cases, withTheSameNumberOrContentAreEarlierOrders) {
    const auto first = some_case(*store_, "1");
    auto second = some_case(*store_, "2");
    second.order.content_key = first.order.content_key;
    ASSERT_TRUE(store_->save_case(second));
    const auto terms = store_->load_terms(
        {},
        {.customer_no = "C1001", .buyer_order_key = "451", .price_date = make_date(2026, 3, 2)});
    ASSERT_EQ(terms.earlier.size(), 1U);
    EXPECT_EQ(terms.earlier[0].order_id, first.id);
    EXPECT_EQ(terms.earlier[0].state, "in_review");
    EXPECT_TRUE(store_
                    ->load_terms({}, {.customer_no = "C1002",
                                      .buyer_order_key = "451",
                                      .price_date = make_date(2026, 3, 2)})
                    .earlier.empty());
    EXPECT_EQ(store_->earlier_with_content("C1001", first.order.content_key, at(0)).size(), 2U);
    EXPECT_TRUE(store_->earlier_with_content("C1001", first.order.content_key, at(1)).empty());
    EXPECT_TRUE(store_->earlier_with_content("C1001", "", at(0)).empty());
}

} // namespace besteld::contract
