// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

namespace besteld::contract {

class Phrases : public StoreContract {
protected:
    void say(const std::string& sku, const std::string& login, Instant now = at(0),
             const std::string& unit = "XRO") {
        store_->confirm_phrase({.customer_no = "C1001",
                                .phrase = "brede tape",
                                .sku = sku,
                                .unit = unit,
                                .login = login},
                               now);
    }
    LearnedPhraseRow only(const std::string& sku) {
        const auto found = store_->phrases({.customer_no = "C1001", .sku = sku});
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? LearnedPhraseRow{} : found.front();
    }
    std::vector<LearnedPhrase> looked_up(const std::string& customer, Date on) {
        return store_
            ->load_terms({}, {.customer_no = customer,
                              .phrases = {"brede tape", "iets anders"},
                              .price_date = on})
            .phrases;
    }
    const Date today = make_date(2026, 2, 25);
};
BESTELD_BOTH_ENGINES(Phrases);

TEST_P(Phrases, growWithEachConfirmationAndServeTheirCustomerOnly) {
    say("NK-210", "anna");
    say("NK-210", "bram", at(10));
    say("NK-210", "anna", at(20));
    const auto row = only("NK-210");
    EXPECT_EQ(row.confirmations, 3);
    EXPECT_EQ(row.status, "active");
    EXPECT_EQ(row.created_by, "anna");
    EXPECT_EQ(row.changed_at, at(20));
    EXPECT_EQ(row.unit, "XRO");
    const auto found = looked_up("C1001", today);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, row.id);
    EXPECT_EQ(found[0].confirmations, 3);
    EXPECT_TRUE(looked_up("C1002", today).empty());
}

TEST_P(Phrases, oneContradictionSendsBothToReview) {
    say("NK-210", "anna");
    say("NK-210", "anna");
    say("NK-330", "bram", at(10));
    EXPECT_EQ(only("NK-210").status, "review");
    EXPECT_EQ(only("NK-210").contradictions, 1);
    EXPECT_EQ(only("NK-210").confirmations, 2);
    EXPECT_EQ(only("NK-330").status, "review");
    EXPECT_EQ(only("NK-330").contradictions, 1);
    say("NK-210", "anna", at(20)); // a person's word again does not end the review
    EXPECT_EQ(only("NK-210").status, "review");
}

TEST_P(Phrases, comeOutOfReviewThroughAnotherPersonOnly) {
    say("NK-210", "anna");
    say("NK-330", "bram", at(10));
    const auto tape = only("NK-210").id, film = only("NK-330").id;
    EXPECT_EQ(store_->approve_phrase(tape, "bram", at(20)), PhraseChange::same_person);
    EXPECT_EQ(store_->approve_phrase(tape, "carla", at(20)), PhraseChange::done);
    EXPECT_EQ(only("NK-210").status, "active");
    EXPECT_EQ(only("NK-210").approved_by, "carla");
    EXPECT_EQ(store_->approve_phrase(film, "carla", at(20)), PhraseChange::means_another);
    EXPECT_EQ(store_->approve_phrase(tape, "carla", at(20)),
              PhraseChange::unknown); // waits no more
}

TEST_P(Phrases, nobodyApprovesHisOwnWorkPastTheStoreEither) {
    say("NK-210", "anna");
    EXPECT_THROW(open_session()->execute("UPDATE learned_phrase SET approved_by = 'anna'"),
                 StoreFault);
}

TEST_P(Phrases, revokedOneIsNotUsedAndBeginsAnewInReview) {
    say("NK-210", "anna");
    const auto id = only("NK-210").id;
    EXPECT_EQ(store_->revoke_phrase(id, "bram", at(5)), PhraseChange::done);
    EXPECT_EQ(store_->revoke_phrase(id, "bram", at(5)), PhraseChange::unknown);
    EXPECT_TRUE(looked_up("C1001", today).empty());
    say("NK-330", "anna", at(8));
    EXPECT_EQ(only("NK-330").status, "active"); // what was revoked contradicts nobody
    say("NK-210", "anna", at(10));
    EXPECT_EQ(only("NK-210").status, "review");
    EXPECT_EQ(only("NK-210").confirmations, 1);
}

TEST_P(Phrases, expireTwoYearsAfterTheLastConfirmation) {
    say("NK-210", "anna");
    EXPECT_EQ(only("NK-210").expires_on, today + std::chrono::days(730));
    EXPECT_EQ(looked_up("C1001", today + std::chrono::days(730)).size(), 1U);
    EXPECT_TRUE(looked_up("C1001", today + std::chrono::days(731)).empty());
    const auto later = at(0) + std::chrono::days(800);
    say("NK-210", "bram", later);
    EXPECT_EQ(only("NK-210").confirmations, 1);
    EXPECT_EQ(only("NK-210").status, "active");
}

TEST_P(Phrases, twoUnitsForTheSameWordsLeaveTheUnitOpen) {
    say("NK-210", "anna", at(0), "XRO");
    say("NK-210", "bram", at(1), "XCT");
    EXPECT_EQ(only("NK-210").unit, "");
    say("NK-210", "bram", at(2), "XCT");
    EXPECT_EQ(only("NK-210").unit, "");
    EXPECT_EQ(only("NK-210").confirmations, 3);
}

TEST_P(Phrases, editedOneWaitsForAnotherPerson) {
    say("NK-210", "anna");
    const auto id = only("NK-210").id;
    EXPECT_EQ(
        store_->edit_phrase({.id = id, .sku = "NK-331", .unit = "XCT", .login = "anna"}, at(5)),
        PhraseChange::done);
    const auto row = only("NK-331");
    EXPECT_EQ(row.status, "review");
    EXPECT_EQ(row.unit, "XCT");
    EXPECT_EQ(store_->approve_phrase(id, "anna", at(6)), PhraseChange::same_person);
    EXPECT_EQ(store_->approve_phrase(id, "bram", at(6)), PhraseChange::done);
    EXPECT_EQ(store_->edit_phrase({.id = id + 99, .sku = "NK-331", .login = "anna"}, at(7)),
              PhraseChange::unknown);
}

TEST_P(Phrases, nameTheOrdersTheyTouched) {
    say("NK-210", "anna");
    const auto id = only("NK-210").id;
    const auto one = some_case(*store_, "1"), two = some_case(*store_, "2");
    store_->note_phrase_use(id, two.id);
    store_->note_phrase_use(id, one.id);
    store_->note_phrase_use(id, one.id);
    EXPECT_THAT(store_->orders_touched_by(id), testing::ElementsAre(one.case_no, two.case_no));
    EXPECT_TRUE(store_->orders_touched_by(id + 1).empty());
}

TEST_P(Phrases, areListedByWhatTheyBeginWith) {
    say("NK-210", "anna");
    store_->confirm_phrase(
        {.customer_no = "C1001", .phrase = "dozen", .sku = "NK-100", .login = "anna"}, at(0));
    EXPECT_EQ(store_->phrases({.phrase = "brede"}).size(), 1U);
    EXPECT_EQ(store_->phrases({.customer_no = "C1001"}).size(), 2U);
    EXPECT_EQ(store_->phrases({.customer_no = "C1001", .limit = 1}).size(), 1U);
    EXPECT_TRUE(store_->phrases({.status = "review"}).empty());
    EXPECT_THROW(store_->confirm_phrase({.customer_no = "C1001", .phrase = "x", .sku = "y"}, at(0)),
                 StoreFault); // nobody said so
}

} // namespace besteld::contract
