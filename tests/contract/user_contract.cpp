// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

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

} // namespace besteld::contract
