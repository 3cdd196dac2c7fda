// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

namespace besteld::contract {

class Events : public StoreContract {
protected:
    void SetUp() override {
        StoreContract::SetUp();
        for (int i = 1; i <= 3; ++i)
            store_->add_events(i, 7,
                               {{.number = "T04", .event = "case.opened"},
                                {.number = "T09",
                                 .to = OrderState::in_review,
                                 .event = "discrepancy.raised",
                                 .role = Role::clerk,
                                 .actor = "anna",
                                 .reason = "price ' \" \n é"}},
                               at(i));
    }
    // As someone with the database's password could.
    void tamper(const std::string& sql) {
        const auto session = open_session();
        if (on_postgres())
            session->run_script("DROP TRIGGER event_no_change ON event");
        else
            session->run_script("DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete");
        session->run_script(sql);
    }
};
BESTELD_BOTH_ENGINES(Events);

TEST_P(Events, makeOneChain) {
    EXPECT_EQ(store_->audit_chain(), "");
    const auto events = store_->events(2);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].id, 3);
    EXPECT_EQ(events[1].previous_hash, events[0].hash);
    EXPECT_EQ(events[1].hash.size(), 64U);
    EXPECT_EQ(events[1].step.reason, "price ' \" \n é");
    EXPECT_EQ(events[1].step.role, Role::clerk);
    EXPECT_EQ(events[1].message_id, 7);
    EXPECT_EQ(events[1].at, at(2));
}

TEST_P(Events, areNeitherChangedNorRemoved) {
    const auto session = open_session();
    EXPECT_THROW(session->execute("UPDATE event SET actor = 'bram' WHERE id = 1"), StoreFault);
    EXPECT_THROW(session->execute("DELETE FROM event WHERE id = 6"), StoreFault);
    if (on_postgres()) EXPECT_THROW(session->run_script("TRUNCATE event"), StoreFault);
    EXPECT_EQ(store_->audit_chain(), "");
}

TEST_P(Events, oneChangedByteIsFound) {
    tamper("UPDATE event SET reason = 'price '' \" \n e' WHERE id = 4");
    EXPECT_THAT(store_->audit_chain(), testing::HasSubstr("event 4 was changed"));
}

TEST_P(Events, unknownWordIsFoundNotThrown) {
    tamper("UPDATE event SET to_state = 'nonsense' WHERE id = 2");
    EXPECT_THAT(store_->audit_chain(), testing::HasSubstr("event 2 was changed"));
}

TEST_P(Events, removedOneIsFound) {
    tamper("DELETE FROM event WHERE id = 3");
    EXPECT_THAT(store_->audit_chain(), testing::HasSubstr("event 3 is missing"));
}

TEST_P(Events, removedLastOneIsFound) {
    tamper("DELETE FROM event WHERE id = 6");
    EXPECT_THAT(store_->audit_chain(), testing::HasSubstr("the log ends at event 5"));
}

TEST_P(Events, exchangedOnesAreFound) {
    tamper("UPDATE event SET id = 100 WHERE id = 2; UPDATE event SET id = 2 WHERE id = 3;"
           "UPDATE event SET id = 3 WHERE id = 100");
    EXPECT_THAT(store_->audit_chain(), testing::HasSubstr("event 2 does not follow event 1"));
}

TEST_P(Events, slippedInBeforeTheFirstIsFound) {
    tamper("INSERT INTO event (id, case_id, message_id, at, number, from_state, to_state, event, "
           "role, actor, reason, previous_hash, hash) SELECT 0, case_id, message_id, at, number, "
           "from_state, to_state, "
           "event, role, actor, "
           "reason, previous_hash, 'x' FROM event WHERE id = 1");
    EXPECT_NE(store_->audit_chain(), "");
}

TEST_P(Events, rolledBackLeaveNoGap) {
    EXPECT_THROW(store_->in_transaction([&] {
        store_->add_events(9, 0, {{.event = "never"}}, at(9));
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(store_->add_events(9, 0, {{.event = "next"}}, at(9)).at(0).id, 7);
    EXPECT_EQ(store_->audit_chain(), "");
}

} // namespace besteld::contract
