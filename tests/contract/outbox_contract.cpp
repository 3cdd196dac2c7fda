// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

#include <set>
#include <thread>

namespace besteld::contract {

namespace {

OutboxRow question_about(const Case& about, const std::string& text = "Which address?") {
    OutboxRow row{
        .case_id = about.id, .message_id = about.message_id, .recipient = "petra@korenaar.example"};
    row.answer.kind = AnswerKind::question;
    row.answer.clerk_text = text;
    return row;
}

OutboxRow confirmation_of(const Case& about, int revision) {
    auto row = question_about(about, "");
    row.answer.kind = AnswerKind::confirmation;
    row.answer.revision = revision;
    return row;
}

} // namespace

using Outbox = StoreContract;
BESTELD_BOTH_ENGINES(Outbox);

TEST_P(Outbox, fixesTheMailIdWhenTheRowIsMade) {
    const auto about = some_case(*store_, "1");
    auto row = question_about(about);
    store_->add_outbox(row, "noordkade.example", at(0));
    EXPECT_THAT(row.mail_id,
                testing::MatchesRegex("besteld\\.[0-9]+\\.[0-9a-f]+@noordkade\\.example"));
    const auto leased = store_->lease_outbox("d", at(1), at(60), 10);
    ASSERT_EQ(leased.size(), 1U);
    EXPECT_EQ(leased[0].mail_id, row.mail_id);
    EXPECT_EQ(leased[0].answer.clerk_text, "Which address?");
    EXPECT_EQ(leased[0].recipient, "petra@korenaar.example");
    EXPECT_EQ(leased[0].case_id, about.id);
    EXPECT_EQ(leased[0].attempts, 1);
}

TEST_P(Outbox, sameEffectTwiceIsOneRow) {
    const auto about = some_case(*store_, "1");
    auto one = question_about(about), same = question_about(about),
         other = question_about(about, "Which date?");
    store_->add_outbox(one, "x.example", at(0));
    store_->add_outbox(same, "x.example", at(5));
    store_->add_outbox(other, "x.example", at(5));
    EXPECT_EQ(same.id, one.id);
    EXPECT_EQ(same.mail_id, one.mail_id);
    EXPECT_NE(other.id, one.id);
    EXPECT_EQ(store_->outbox_of_case(about.id).size(), 2U);
    EXPECT_EQ(store_->counts().outbox_pending, 2);
}

TEST_P(Outbox, confirmationNeedsItsRelease) {
    const auto about = some_case(*store_, "1"), other = some_case(*store_, "2");
    auto row = confirmation_of(about, 1);
    EXPECT_THROW(store_->add_outbox(row, "x.example", at(0)), StoreFault);
    store_->record_release(about.id, 1, "anna", "bram", at(0));
    store_->add_outbox(row, "x.example", at(0));
    auto next = confirmation_of(about, 2); // released was revision 1
    EXPECT_THROW(store_->add_outbox(next, "x.example", at(0)), StoreFault);
    auto theirs = confirmation_of(other, 1); // … of the other case
    EXPECT_THROW(store_->add_outbox(theirs, "x.example", at(0)), StoreFault);
    EXPECT_EQ(store_->lease_outbox("d", at(1), at(60), 10).size(), 1U);
}

TEST_P(Outbox, confirmationCannotSlipPastTheStoreEither) {
    const auto about = some_case(*store_, "1");
    EXPECT_THROW(
        open_session()->execute(
            "INSERT INTO outbox (idempotency_key, case_id, channel, kind, recipient, state, "
            "created_at, "
            "last_reply, answer) VALUES ('k', $1, 'mail', 'proposal', 'r', 'pending', 0, '', '{}')",
            {about.id}),
        StoreFault);
}

TEST_P(Outbox, secondPairOfEyesIsAnotherPerson) {
    const auto about = some_case(*store_, "1");
    EXPECT_THROW(store_->record_release(about.id, 1, "anna", "anna", at(0)), StoreFault);
    EXPECT_THROW(store_->record_release(about.id, 1, "", "bram", at(0)), StoreFault);
    store_->record_release(about.id, 1, "besteld", "",
                           at(0)); // straight through: no second was due
    EXPECT_THROW(store_->record_release(about.id, 1, "anna", "bram", at(0)), StoreFault); // once
}

TEST_P(Outbox, bytesAreRenderedOnce) {
    auto row = question_about(some_case(*store_, "1"));
    store_->add_outbox(row, "x.example", at(0));
    const std::string bytes("Subject: x\r\n\r\n\0\xFF", 16);
    store_->store_rendered(row.id, bytes);
    store_->store_rendered(row.id, bytes);
    EXPECT_THROW(store_->store_rendered(row.id, bytes + "!"), StoreFault);
    EXPECT_EQ(store_->lease_outbox("d", at(1), at(60), 10).at(0).bytes, bytes);
}

TEST_P(Outbox, sentRowIsNeverTakenAgain) {
    auto row = question_about(some_case(*store_, "1"));
    store_->add_outbox(row, "x.example", at(0));
    const auto leased = store_->lease_outbox("d", at(1), at(60), 10).at(0);
    store_->mark_outbox(row.id, OutboxState::talking, "", std::nullopt, leased.fence);
    EXPECT_TRUE(store_->lease_outbox("e", at(59), at(90), 10).empty());
    store_->mark_outbox(row.id, OutboxState::sent, "250 ok", std::nullopt, leased.fence);
    EXPECT_TRUE(store_->lease_outbox("e", at(9999), at(99999), 10).empty());
    EXPECT_EQ(store_->outbox_in_state(OutboxState::sent, 10).at(0).last_reply, "250 ok");
    EXPECT_EQ(store_->counts().outbox_sent, 1);
    EXPECT_EQ(store_->counts().outbox_pending, 0);
}

TEST_P(Outbox, retryWaitsForItsTime) {
    auto row = question_about(some_case(*store_, "1"));
    store_->add_outbox(row, "x.example", at(0));
    store_->lease_outbox("d", at(1), at(60), 10);
    store_->mark_outbox(row.id, OutboxState::retry, "451 later", at(600));
    EXPECT_TRUE(store_->lease_outbox("d", at(599), at(700), 10).empty());
    const auto again = store_->lease_outbox("d", at(600), at(700), 10);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].attempts, 2);
    EXPECT_EQ(again[0].last_reply, "451 later");
}

TEST_P(Outbox, ambiguousWithoutATimeIsForAPerson) {
    auto row = question_about(some_case(*store_, "1"));
    store_->add_outbox(row, "x.example", at(0));
    store_->mark_outbox(row.id, OutboxState::ambiguous, "354", at(600));
    EXPECT_EQ(store_->lease_outbox("d", at(600), at(700), 10).size(), 1U);
    store_->mark_outbox(row.id, OutboxState::ambiguous, "354", std::nullopt);
    EXPECT_TRUE(store_->lease_outbox("d", at(99999), at(999999), 10).empty());
    EXPECT_EQ(store_->counts().outbox_ambiguous, 1);
}

TEST_P(Outbox, whoLostTheLeaseCannotRecordAnything) {
    auto row = question_about(some_case(*store_, "1"));
    store_->add_outbox(row, "x.example", at(0));
    const auto slow = store_->lease_outbox("slow", at(1), at(60), 10).at(0);
    store_->mark_outbox(row.id, OutboxState::talking, "", std::nullopt, slow.fence);
    const auto next = store_->lease_outbox("next", at(60), at(120), 10).at(0);
    EXPECT_EQ(next.state, OutboxState::talking); // the one before died while sending
    EXPECT_THROW(store_->mark_outbox(row.id, OutboxState::sent, "250", std::nullopt, slow.fence),
                 LeaseLost);
    store_->mark_outbox(row.id, OutboxState::sent, "250", std::nullopt, next.fence);
}

TEST_P(Outbox, restartedDaemonFreesOnlyWhatItHadInHand) {
    const auto about = some_case(*store_, "1");
    auto talking = question_about(about, "1"), waiting = question_about(about, "2"),
         person = question_about(about, "3");
    for (auto* row : {&talking, &waiting, &person})
        store_->add_outbox(*row, "x.example", at(0));
    store_->lease_outbox("d", at(1), at(600), 10);
    store_->mark_outbox(talking.id, OutboxState::talking, "", std::nullopt);
    store_->mark_outbox(waiting.id, OutboxState::retry, "451", at(900));
    store_->mark_outbox(person.id, OutboxState::ambiguous, "354", std::nullopt);
    store_->release_leases("another");
    EXPECT_TRUE(store_->lease_outbox("d", at(2), at(600), 10).empty());
    store_->release_leases("d");
    const auto again = store_->lease_outbox("d", at(2), at(600), 10);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].id, talking.id);
}

TEST_P(Outbox, rowsNeverGoToTwoDaemons) {
    const auto about = some_case(*store_, "1");
    for (int i = 0; i < 60; ++i) {
        auto row = question_about(about, cat("question ", i));
        store_->add_outbox(row, "x.example", at(0));
    }
    std::vector<std::vector<std::int64_t>> taken(2);
    std::vector<std::thread> daemons;
    for (std::size_t d = 0; d < 2; ++d)
        daemons.emplace_back([&, d] {
            const auto own = open_store();
            for (auto rows = own->lease_outbox("d", at(1), at(60), 3); !rows.empty();
                 rows = own->lease_outbox("d", at(1), at(60), 3))
                for (const auto& row : rows)
                    taken[d].push_back(row.id);
        });
    for (auto& daemon : daemons)
        daemon.join();
    std::set<std::int64_t> different(taken[0].begin(), taken[0].end());
    different.insert(taken[1].begin(), taken[1].end());
    EXPECT_EQ(taken[0].size() + taken[1].size(), 60U);
    EXPECT_EQ(different.size(), 60U);
}

} // namespace besteld::contract
