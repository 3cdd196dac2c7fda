// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/held_decisions.hpp"

namespace besteld::contract {

namespace {

HeldDecision decision_about(const Case& the_case, Instant decided_at) {
    return {.case_id = the_case.id,
            .version = the_case.version,
            .login = "anna",
            .command = {.kind = CommandKind::ask,
                        .reason = "why",
                        .questions = {{.free_text = "Klopt 0,71?"}},
                        .promises = {{.line = 2, .quantity = Decimal::from_integer(7)}}},
            .decided_at = decided_at,
            .leaves_at = decided_at + std::chrono::seconds{30}};
}

} // namespace

struct Held : StoreContract {
    void SetUp() override {
        StoreContract::SetUp();
        for (const auto* login : {"anna", "bram"})
            store_->save_user({.login = login, .name = login, .role = Role::clerk});
    }
};
BESTELD_BOTH_ENGINES(Held);

TEST_P(Held, isKeptWhole) {
    const auto about = some_case(*store_, "1");
    auto decision = decision_about(about, at(0));
    ASSERT_TRUE(HeldDecisions(*store_).hold(decision));
    EXPECT_EQ(decision.version, about.version + 1);
    const auto kept = HeldDecisions(*open_store()).of_case(about.id);
    ASSERT_TRUE(kept) << "another daemon sees it";
    EXPECT_EQ(to_json_text(kept->command), to_json_text(decision.command));
    EXPECT_EQ(kept->command.promises.at(0).quantity, Decimal::from_integer(7));
    EXPECT_EQ(kept->login, "anna");
    EXPECT_EQ(kept->version, decision.version);
    EXPECT_EQ(kept->decided_at, at(0));
    EXPECT_EQ(kept->leaves_at, at(30));
}

TEST_P(Held, takesTheCaseOutOfTheQueueUntilItIsSaved) {
    auto about = some_case(*store_, "1");
    ASSERT_EQ(store_->queue_size(), 1);
    auto decision = decision_about(about, at(0));
    ASSERT_TRUE(HeldDecisions(*store_).hold(decision));
    EXPECT_EQ(store_->queue_size(), 0);
    EXPECT_TRUE(store_->queue({}).empty());
    EXPECT_TRUE(store_->queue({.state = "in_review"}).empty());
    EXPECT_FALSE(store_->save_case(about)) << "who saw it before must look again";
    ASSERT_TRUE(HeldDecisions(*store_).remove(decision));
    auto again = *store_->find_case(about.id);
    ASSERT_TRUE(store_->save_case(again));
    EXPECT_EQ(store_->queue_size(), 1);
    EXPECT_EQ(store_->queue({}).size(), 1U);
}

TEST_P(Held, isRefusedForACaseThatWasChangedMeanwhile) {
    auto about = some_case(*store_, "1");
    auto decision = decision_about(about, at(0));
    ASSERT_TRUE(store_->save_case(about));
    EXPECT_FALSE(HeldDecisions(*store_).hold(decision));
    EXPECT_FALSE(HeldDecisions(*store_).of_case(about.id));
    EXPECT_EQ(store_->queue_size(), 1);
}

TEST_P(Held, isDueInItsTurnAndGoneOnce) {
    const auto first = some_case(*store_, "1"), second = some_case(*store_, "2");
    auto late = decision_about(first, at(10)), early = decision_about(second, at(5));
    HeldDecisions held(*store_);
    ASSERT_TRUE(held.hold(late));
    ASSERT_TRUE(held.hold(early));
    EXPECT_TRUE(held.due(at(34), 10).empty());
    ASSERT_EQ(held.due(at(35), 10).size(), 1U);
    const auto due = held.due(at(40), 10);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].case_id, second.id);
    EXPECT_EQ(held.due(at(40), 1).size(), 1U);
    EXPECT_EQ(held.last_of("anna")->case_id, first.id);
    EXPECT_FALSE(held.last_of("bram"));
    EXPECT_TRUE(held.remove(due[0]));
    EXPECT_FALSE(held.remove(due[0])) << "two cannot both have it";
    EXPECT_EQ(held.due(at(40), 10).size(), 1U);
}

} // namespace besteld::contract
