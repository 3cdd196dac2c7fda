// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

namespace besteld::contract {

namespace {

OutboxRow mail_about(const Case& about, AnswerKind kind, const std::string& text,
                     const std::string& to = "petra@korenaar.example") {
    OutboxRow row{.case_id = about.id, .message_id = about.message_id, .recipient = to};
    row.answer.kind = kind;
    row.answer.clerk_text = text;
    return row;
}

} // namespace

using Dialogue = StoreContract;
BESTELD_BOTH_ENGINES(Dialogue);

TEST_P(Dialogue, keepsOneDutyOfEachNameForACase) {
    const auto about = some_case(*store_, "1");
    store_->set_duty({about.id, "answer", at(10)});
    store_->set_duty({about.id, "answer", at(20)});
    store_->set_duty({about.id, "release", at(15)});
    EXPECT_TRUE(store_->due_duties(at(14), 10).empty());
    ASSERT_EQ(store_->due_duties(at(15), 10).size(), 1U);
    const auto due = store_->due_duties(at(20), 10);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].name, "release");
    EXPECT_EQ(due[1].name, "answer");
    EXPECT_EQ(due[1].due_at, at(20));
    EXPECT_EQ(store_->due_duties(at(20), 1).size(), 1U);
}

TEST_P(Dialogue, givesADutyToOneOnly) {
    const auto about = some_case(*store_, "1");
    store_->set_duty({about.id, "answer", at(10)});
    const auto due = store_->due_duties(at(10), 10).at(0);
    EXPECT_TRUE(store_->take_duty(due));
    EXPECT_FALSE(store_->take_duty(due)) << "another daemon was quicker";
    store_->set_duty({about.id, "answer", at(30)});
    EXPECT_FALSE(store_->take_duty(due)) << "it was put off meanwhile";
    store_->end_duty(about.id, "answer");
    EXPECT_TRUE(store_->due_duties(at(99), 10).empty());
}

TEST_P(Dialogue, showsACaseThatWaitedInVainInTheQueue) {
    auto about = some_case(*store_, "1");
    about.state = OrderState::awaiting_customer;
    ASSERT_TRUE(store_->save_case(about));
    EXPECT_EQ(store_->queue_size(), 0);
    about.escalated = true;
    ASSERT_TRUE(store_->save_case(about));
    EXPECT_EQ(store_->queue_size(), 1);
    ASSERT_EQ(store_->queue({}).size(), 1U);
    EXPECT_TRUE(store_->find_case(about.id)->escalated);
    about.escalated = false;
    ASSERT_TRUE(store_->save_case(about));
    EXPECT_EQ(store_->queue_size(), 0);
    EXPECT_TRUE(store_->queue({}).empty());
}

TEST_P(Dialogue, sendsNoMoreMailsThanWereEarned) {
    const auto added = store_->add_messages({message_named("m", "an order")});
    Case about{.message_id = added.at(0).id, .state = OrderState::in_review, .received_at = at(0)};
    about.order.customer_no = "C1001";
    store_->add_case(about, 2026);
    auto unpaid = mail_about(about, AnswerKind::question, "0");
    store_->add_outbox(unpaid, "x.example", at(0));
    EXPECT_EQ(unpaid.state, OutboxState::held);
    store_->earn_mails(about.message_id, 2);
    for (int i = 1; i <= 4; ++i) {
        auto row = mail_about(about, AnswerKind::question, cat(i));
        store_->add_outbox(row, "x.example", at(i));
        EXPECT_EQ(row.state, i <= 2 ? OutboxState::pending : OutboxState::held) << i;
        if (i == 2) {
            auto again = mail_about(about, AnswerKind::question, cat(i));
            store_->add_outbox(again, "x.example", at(i));
            EXPECT_EQ(again.id, row.id) << "the same effect costs nothing";
        }
    }
    EXPECT_EQ(store_->mail_credit(about.message_id).earned, 2);
    EXPECT_EQ(store_->mail_credit(about.message_id).spent, 2);
    EXPECT_EQ(store_->lease_outbox("d", at(9), at(60), 10).size(), 2U) << "held rows stay";
}

TEST_P(Dialogue, neverHoldsAMailToAColleague) {
    const auto added = store_->add_messages({message_named("m", "a complaint")});
    Case about{.message_id = added.at(0).id, .state = OrderState::closed, .received_at = at(0)};
    store_->add_case(about, 2026);
    for (const auto kind :
         {AnswerKind::complaint_notice, AnswerKind::complaint_reminder, AnswerKind::outbound_slip,
          AnswerKind::invoice_request, AnswerKind::proof_reminder}) {
        auto row = mail_about(about, kind, "", "service@noordkade.example");
        store_->add_outbox(row, "x.example", at(0));
        EXPECT_EQ(row.state, OutboxState::pending);
    }
}

TEST_P(Dialogue, neverHoldsAFileForItsPartnersSystem) {
    const auto added = store_->add_messages({message_named("m", "an order")});
    Case about{.message_id = added.at(0).id, .state = OrderState::in_review, .received_at = at(0)};
    store_->add_case(about, 2026);
    auto row = mail_about(about, AnswerKind::contrl, "");
    row.channel = OutboxChannel::edi_folder;
    store_->add_outbox(row, "x.example", at(0));
    EXPECT_EQ(row.state, OutboxState::pending);
}

TEST_P(Dialogue, sparesAFastCorrespondentItsReceiptsAndNothingElse) {
    auto about = some_case(*store_, "1");
    about.order.content_key.clear(); // no line was found
    ASSERT_TRUE(store_->save_case(about));
    const auto hour = std::chrono::hours{1};
    int held = 0;
    for (int i = 0; i < 8; ++i) {
        auto row = mail_about(about, AnswerKind::receipt, cat(i));
        store_->add_outbox(row, "x.example", at(i));
        held += row.state == OutboxState::held ? 1 : 0;
    }
    EXPECT_EQ(held, 3) << "five an hour";
    auto other = mail_about(about, AnswerKind::receipt, "other", "jan@korenaar.example");
    store_->add_outbox(other, "x.example", at(9));
    EXPECT_EQ(other.state, OutboxState::pending) << "another correspondent";
    auto question = mail_about(about, AnswerKind::question, "which?");
    store_->add_outbox(question, "x.example", at(9));
    EXPECT_EQ(question.state, OutboxState::pending) << "what is no receipt";
    auto later = mail_about(about, AnswerKind::receipt, "later");
    store_->add_outbox(later, "x.example", at(9) + hour);
    EXPECT_EQ(later.state, OutboxState::pending) << "an hour later";
}

TEST_P(Dialogue, tellsACustomerWithAPileOfOrdersOfEachOne) {
    const auto about = some_case(*store_, "1");
    int held = 0;
    for (int i = 0; i < 62; ++i) {
        auto row = mail_about(about, AnswerKind::receipt, cat(i));
        store_->earn_mails(about.message_id, 1);
        store_->add_outbox(row, "x.example", at(i));
        held += row.state == OutboxState::held ? 1 : 0;
    }
    EXPECT_EQ(held, 2) << "sixty an hour";
}

TEST_P(Dialogue, findsAMailOfOursByItsId) {
    const auto about = some_case(*store_, "1");
    auto row = mail_about(about, AnswerKind::question, "which?");
    store_->add_outbox(row, "x.example", at(0));
    ASSERT_TRUE(store_->outbox_by_mail_id(row.mail_id));
    EXPECT_EQ(store_->outbox_by_mail_id(row.mail_id)->id, row.id);
    EXPECT_FALSE(store_->outbox_by_mail_id("besteld.1.0000000000000000@x.example"));
    EXPECT_EQ(store_->secret().size(), 64U);
}

} // namespace besteld::contract
