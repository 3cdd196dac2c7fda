// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/api_tokens.hpp"
#include "store/event_feed.hpp"

namespace besteld::contract {

class ApiStore : public StoreContract {
protected:
    void SetUp() override {
        StoreContract::SetUp();
        store_->save_user({.login = "anna", .name = "Anna", .password_hash = "x"});
    }
    std::int64_t token(const std::string& hash) {
        return ApiTokens(*store_).add({.login = "anna",
                                       .scopes = "read decide",
                                       .note = "queue on the wall",
                                       .created_at = at(0),
                                       .expires_at = at(1000)},
                                      hash);
    }
    const ApiAnswerKept kept{
        .request_hash = "r", .status = 201, .version = 7, .body = "{\"id\":1}\n"};
};
BESTELD_BOTH_ENGINES(ApiStore);

TEST_P(ApiStore, findsATokenByItsHashUntilItIsOver) {
    const auto id = token("hash");
    ApiTokens tokens(*store_);
    EXPECT_FALSE(tokens.find("other", at(1)));
    const auto found = tokens.find("hash", at(999));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, id);
    EXPECT_EQ(found->login, "anna");
    EXPECT_EQ(found->scopes, "read decide");
    EXPECT_EQ(found->note, "queue on the wall");
    EXPECT_FALSE(tokens.find("hash", at(1000)));
}

TEST_P(ApiStore, notesToTheMinuteWhenATokenWasUsed) {
    token("hash");
    ApiTokens tokens(*store_);
    EXPECT_FALSE(tokens.all().at(0).used_at);
    tokens.find("hash", at(10));
    tokens.find("hash", at(69));
    EXPECT_EQ(tokens.all().at(0).used_at, at(10));
    tokens.find("hash", at(70));
    EXPECT_EQ(tokens.all().at(0).used_at, at(70));
}

TEST_P(ApiStore, revokesATokenOnceAndKeepsItInTheList) {
    const auto id = token("hash");
    ApiTokens tokens(*store_);
    EXPECT_FALSE(tokens.revoke(id + 1, at(5)));
    EXPECT_TRUE(tokens.revoke(id, at(5)));
    EXPECT_FALSE(tokens.revoke(id, at(6)));
    EXPECT_FALSE(tokens.find("hash", at(5)));
    ASSERT_EQ(tokens.all().size(), 1U);
    EXPECT_EQ(tokens.all().at(0).revoked_at, at(5));
}

TEST_P(ApiStore, takesNoTokenTwiceAndNoneForNobody) {
    token("hash");
    EXPECT_THROW(token("hash"), StoreFault);
    EXPECT_THROW(ApiTokens(*store_).add({.login = "niemand", .expires_at = at(9)}, "h"),
                 StoreFault);
}

TEST_P(ApiStore, keepsAnAnswerWithWhatWasDoneOrNeither) {
    const auto id = token("hash"), other = token("another");
    ApiTokens tokens(*store_);
    struct Crash {};
    EXPECT_THROW(store_->in_transaction([&] {
        tokens.keep_answer(id, "key", kept, at(1));
        throw Crash{};
    }),
                 Crash);
    EXPECT_FALSE(tokens.answer(id, "key"));
    tokens.keep_answer(id, "key", kept, at(1));
    const auto found = tokens.answer(id, "key");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->request_hash, "r");
    EXPECT_EQ(found->status, 201);
    EXPECT_EQ(found->version, 7);
    EXPECT_EQ(found->body, kept.body);
    EXPECT_FALSE(tokens.answer(other, "key")) << "keys are each token's own";
    EXPECT_THROW(tokens.keep_answer(id, "key", kept, at(2)), StoreFault);
}

TEST_P(ApiStore, forgetsOldAnswersAFewAtATime) {
    const auto id = token("hash");
    ApiTokens tokens(*store_);
    for (const auto* key : {"a", "b", "c"})
        tokens.keep_answer(id, key, kept, at(1));
    tokens.keep_answer(id, "young", kept, at(10));
    EXPECT_EQ(tokens.forget_answers(at(10), 2), 2);
    EXPECT_EQ(tokens.forget_answers(at(10), 2), 1);
    EXPECT_TRUE(tokens.answer(id, "young"));
}

TEST_P(ApiStore, tellsEventsAfterOneInTheirOrder) {
    EXPECT_EQ(last_event(*store_), 0);
    for (int n = 0; n < 5; ++n)
        store_->add_events(1, 0, {{.event = "case.noted", .actor = "anna"}}, at(n));
    EXPECT_EQ(last_event(*store_), 5);
    const auto some = events_after(*store_, 2, 2);
    ASSERT_EQ(some.size(), 2U);
    EXPECT_EQ(some[0].id, 3);
    EXPECT_EQ(some[1].id, 4);
    EXPECT_TRUE(events_after(*store_, 5, 10).empty());
}

} // namespace besteld::contract
