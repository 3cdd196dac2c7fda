// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/access_log.hpp"
#include "store/second_factors.hpp"

#include <gmock/gmock.h>

namespace besteld::contract {

using Users = StoreContract;
BESTELD_BOTH_ENGINES(Users);

TEST_P(Users, areSavedAndChanged) {
    EXPECT_FALSE(store_->user("anna"));
    store_->save_user({.login = "bram", .name = "Bram"});
    store_->save_user(
        {.login = "anna", .name = "Anna", .role = Role::clerk, .password_hash = "$argon2id$x"});
    store_->save_user({.login = "anna", .name = "Anna", .role = Role::lead, .language = "en"});
    ASSERT_TRUE(store_->user("anna"));
    EXPECT_EQ(store_->user("anna")->role, Role::lead);
    EXPECT_EQ(store_->user("anna")->language, "en");
    const auto all = store_->users();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].login, "anna");
}

TEST_P(Users, sessionsEnd) {
    store_->save_user({.login = "anna"});
    store_->save_session("hash", "anna", at(100));
    EXPECT_EQ(store_->session_login("hash", at(99)), "anna");
    EXPECT_FALSE(store_->session_login("hash", at(100)));
    EXPECT_FALSE(store_->session_login("other", at(0)));
    store_->end_session("hash");
    EXPECT_FALSE(store_->session_login("hash", at(0)));
}

TEST_P(Users, whoIsSwitchedOffIsOutAtOnce) {
    store_->save_user({.login = "anna"});
    store_->save_session("hash", "anna", at(100));
    store_->save_user({.login = "anna", .active = false});
    EXPECT_FALSE(store_->session_login("hash", at(0)));
    store_->save_user({.login = "anna", .active = true});
    EXPECT_FALSE(store_->session_login("hash", at(0)));
}

TEST_P(Users, keepASecondFactorWhoseCodesWorkOnce) {
    store_->save_user({.login = "anna"});
    store_->save_user({.login = "bram"});
    SecondFactors factors(*store_);
    EXPECT_FALSE(factors.find("anna"));
    const std::string codes[] = {"first", "second"};
    factors.save("anna", {.secret = "S", .last_step = 10, .since = at(1)}, codes);
    EXPECT_EQ(factors.find("anna")->secret, "S");
    EXPECT_EQ(factors.find("anna")->since, at(1));
    EXPECT_FALSE(factors.use_step("anna", 10)) << "the step of the set-up is used";
    EXPECT_TRUE(factors.use_step("anna", 11));
    EXPECT_FALSE(factors.use_step("anna", 11));
    EXPECT_FALSE(factors.use_step("bram", 12));
    EXPECT_FALSE(factors.use_recovery("bram", "first")) << "somebody else's";
    EXPECT_TRUE(factors.use_recovery("anna", "first"));
    EXPECT_FALSE(factors.use_recovery("anna", "first"));
    EXPECT_EQ(factors.recovery_left("anna"), 1);
    EXPECT_TRUE(factors.remove("anna"));
    EXPECT_FALSE(factors.remove("anna"));
    EXPECT_EQ(factors.recovery_left("anna"), 0);
}

TEST_P(Users, otherSessionsEndAndTheirOwnDoesNot) {
    store_->save_user({.login = "anna"});
    store_->save_user({.login = "bram"});
    for (const auto* hash : {"one", "two"})
        store_->save_session(hash, "anna", at(100));
    store_->save_session("three", "bram", at(100));
    store_->end_other_sessions("anna", "one");
    EXPECT_TRUE(store_->session_login("one", at(0)));
    EXPECT_FALSE(store_->session_login("two", at(0)));
    EXPECT_TRUE(store_->session_login("three", at(0)));
}

TEST_P(Users, areRememberedByWhatTheyLookedAt) {
    AccessLog log(*store_);
    const auto visit = [](int second, const char* login, const char* path) {
        return Visit{.at = at(second),
                     .login = login,
                     .role = Role::clerk,
                     .address = "192.0.2.7",
                     .deed = "GET",
                     .path = path,
                     .query = "text=a",
                     .status = 200};
    };
    const Visit visits[] = {visit(1, "anna", "/case/4"), visit(2, "bram", "/case/42"),
                            visit(3, "anna", "/queue")};
    log.add(visits);
    const auto paths = [&](const VisitFilter& filter) {
        std::vector<std::string> all;
        for (const auto& one : log.find(filter))
            all.push_back(one.path);
        return all;
    };
    using testing::ElementsAre;
    EXPECT_THAT(paths({}), ElementsAre("/queue", "/case/42", "/case/4"));
    EXPECT_THAT(paths({.login = "anna"}), ElementsAre("/queue", "/case/4"));
    EXPECT_THAT(paths({.path = "/case/4"}), ElementsAre("/case/4")) << "and not 42";
    EXPECT_THAT(paths({.limit = 1}), ElementsAre("/queue"));
    EXPECT_THAT(paths({.before_id = log.find({}).at(1).id}), ElementsAre("/case/4"));
    EXPECT_EQ(log.find({}).at(2).at, at(1));
    EXPECT_EQ(log.find({}).at(2).query, "text=a");
    EXPECT_EQ(log.forget(at(3), 1), 1);
    EXPECT_EQ(log.forget(at(3), 10), 1);
    EXPECT_THAT(paths({}), ElementsAre("/queue"));
}

} // namespace besteld::contract
