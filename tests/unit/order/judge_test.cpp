// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace test;

TEST(Judging, aCleanOrderWaitsForOneClick) {
    const World world;
    const auto decision = world.judge();
    ASSERT_TRUE(decision) << decision.error().text;
    EXPECT_EQ(steps_of(*decision), "T04 T08b");
    EXPECT_EQ(decision->state, OrderState::in_review);
    EXPECT_FALSE(decision->give_number);
    ASSERT_EQ(decision->answers.size(), 1U);
    EXPECT_EQ(decision->answers[0].kind, AnswerKind::contrl);
    EXPECT_EQ(decision->answers[0].document_function, "7");
    EXPECT_EQ(decision->net, decimal("452.8"));
}

TEST(Judging, aCleanOrderGoesStraightThroughWhenTheCustomerOptedIn) {
    World world;
    world.terms.agreement->straight_through = true;
    const auto decision = world.judge();
    ASSERT_TRUE(decision);
    EXPECT_EQ(steps_of(*decision), "T04 T08 T20");
    EXPECT_TRUE(decision->give_number);
    EXPECT_EQ(decision->released_by, "besteld");
    ASSERT_EQ(decision->answers.size(), 3U);
    EXPECT_EQ(decision->answers[0].kind, AnswerKind::contrl) << "CONTRL before ORDRSP";
    EXPECT_EQ(decision->answers[1].channel, AnswerChannel::edi);
    EXPECT_EQ(decision->answers[2].channel, AnswerChannel::mail);
    EXPECT_EQ(decision->answers[2].gross, decimal("547.89"));
    ASSERT_EQ(decision->promises.size(), 2U);
    EXPECT_EQ(decision->promises[0].date, march(5));
    EXPECT_EQ(decision->promised_skus[1], "NK-210");
}

TEST(Judging, aDefaultedValueStopsStraightThrough) {
    World world;
    world.terms.agreement->straight_through = true;
    world.order.defaulted = {"ship_to"};
    EXPECT_EQ(steps_of(world.judge().value()), "T04 T08b");
}

TEST(Judging, aValueAboveTheLimitNeedsTwoPersonsEvenWhenNoPriceWasStated) {
    World world;
    world.terms.agreement->straight_through = true;
    world.order.lines[0].price.reset();
    world.context.offers = {{.price = Decimal{20}}, {}};
    const auto decision = world.judge().value();
    EXPECT_EQ(steps_of(decision), "T04 T07");
    ASSERT_EQ(decision.four_eyes.size(), 1U);
    EXPECT_NE(decision.four_eyes[0].find("5000.00"), std::string::npos);
}

TEST(Judging, freeTextGetsAReceiptAndWaitsForAPerson) {
    World world;
    world.by_mail();
    const auto decision = world.judge().value();
    EXPECT_EQ(steps_of(decision), "T04 T08b");
    ASSERT_EQ(decision.answers.size(), 1U);
    EXPECT_EQ(decision.answers[0].kind, AnswerKind::receipt);
    EXPECT_EQ(decision.answers[0].recipient, "inkoop@korenaar.example");
    EXPECT_EQ(decision.answers[0].in_reply_to, "abc@korenaar.example");
}

TEST(Judging, anUnknownCustomerIsReviewedAndHearsNothing) {
    World world;
    world.by_mail();
    world.terms.customer.reset();
    world.terms.agreement.reset();
    world.order.customer_no.clear();
    world.order.reply_to = "stranger@elsewhere.example";
    const auto decision = world.judge().value();
    EXPECT_EQ(steps_of(decision), "T05");
    EXPECT_TRUE(decision.answers.empty());
}

TEST(Judging, aSenderWhoMayBeForgedHearsNothing) {
    World world;
    world.by_mail();
    world.add({.check = Check::sender_not_authentic, .severity = FindingSeverity::block});
    EXPECT_TRUE(world.judge()->answers.empty());
}

TEST(Judging, mailGoesToTheAddressOnFileOnly) {
    World world;
    world.by_mail();
    world.order.reply_to = "someone@elsewhere.example";
    EXPECT_EQ(world.judge()->answers.at(0).recipient, "inkoop@korenaar.example");
    world.terms.customer->contacts = {{.mail = "petra@korenaar.example"}};
    world.order.reply_to = "Petra@korenaar.example";
    EXPECT_EQ(world.judge()->answers.at(0).recipient, "Petra@korenaar.example");
}

TEST(Judging, noMailAnswersWhatMustNotBeAnswered) {
    World world;
    world.by_mail();
    world.context.no_answer_because = "the mail is from a list";
    EXPECT_TRUE(world.judge()->answers.empty());
    world.by_edi();
    world.terms.agreement->straight_through = true;
    const auto decision = world.judge().value();
    ASSERT_EQ(decision.answers.size(), 2U) << "EDI may still go";
    for (const auto& answer : decision.answers)
        EXPECT_EQ(answer.channel, AnswerChannel::edi);
}

TEST(Judging, theSameOrderAgainIsADuplicateAndGetsItsAnswerAgain) {
    World world;
    world.terms.earlier = {{.order_id = 7,
                            .official_no = "SO-26-000412",
                            .buyer_order_key = "4500017",
                            .content_key = "k1",
                            .state = "confirmed"}};
    const auto decision = world.judge().value();
    EXPECT_EQ(steps_of(decision), "T06");
    const auto* repeat = answer_of(decision, AnswerKind::repeat_of_answer, AnswerChannel::edi);
    ASSERT_TRUE(repeat);
    EXPECT_EQ(repeat->official_no, "SO-26-000412");
    EXPECT_EQ(repeat->repeats_order, 7);
    EXPECT_FALSE(decision.give_number);
}

TEST(Judging, theSameNumberWithOtherContentOrAfterACancellationIsNoDuplicate) {
    World world;
    world.terms.earlier = {{.order_id = 7,
                            .official_no = "SO-26-000412",
                            .buyer_order_key = "4500017",
                            .content_key = "k2",
                            .state = "confirmed"}};
    EXPECT_EQ(steps_of(world.judge().value()), "T04 T08b");
    world.terms.earlier[0].content_key = "k1";
    world.terms.earlier[0].state = "cancelled";
    EXPECT_EQ(steps_of(world.judge().value()), "T04 T08b");
}

TEST(Judging, deviationsGoToTheDeskWithWhatIsAtStake) {
    World world;
    world.add(price_too_low());
    world.add({.check = Check::promotion_missed,
               .severity = FindingSeverity::info,
               .money = Decimal{99}});
    const auto decision = world.judge().value();
    EXPECT_EQ(steps_of(decision), "T04 T09");
    EXPECT_EQ(decision.at_stake, Decimal{15});
}

TEST(Judging, aCreditLimitAloneHoldsTheOrderAndOnlyCreditReleasesIt) {
    World world;
    world.add(over_credit());
    EXPECT_EQ(steps_of(world.judge().value()), "T04 T15");
    world.history.state = OrderState::on_hold;
    EXPECT_EQ(world.judge().error().code, "open_findings");
    world.findings[0] = resolved(over_credit(), Resolution::accept_ordered, "carl");
    const Command by_clerk{.kind = CommandKind::judge, .role = Role::clerk, .actor = "anna"};
    EXPECT_EQ(world.run(by_clerk).error().code, "not_allowed");
    const Command by_credit{.kind = CommandKind::judge, .role = Role::credit, .actor = "carl"};
    EXPECT_EQ(steps_of(world.run(by_credit).value()), "T16 T07");
    world.findings[0] = resolved(over_credit(), Resolution::reject, "carl");
    EXPECT_EQ(steps_of(world.run(by_credit).value()), "T16b");
}

TEST(Judging, aCreditLimitBesideOtherFindingsIsReviewedFirst) {
    World world;
    world.add(over_credit());
    world.add(price_too_low());
    EXPECT_EQ(steps_of(world.judge().value()), "T04 T09");
    world.history.state = OrderState::in_review;
    world.findings[1] = resolved(price_too_low(), Resolution::accept_agreed);
    EXPECT_EQ(steps_of(world.release().value()), "T15");
}

TEST(Judging, packRoundingInsideTheAgreementIsResolvedByTheAgreement) {
    World world;
    world.order.lines[1].quantity->value = Decimal{100};
    world.draft.lines[1].quantity->value = "100";
    world.add(hundred_rolls());
    const auto decision = world.judge().value();
    EXPECT_EQ(steps_of(decision), "T04 T08b");
    ASSERT_TRUE(decision.findings[0].resolved);
    EXPECT_EQ(decision.findings[0].resolved->actor, "besteld");
    EXPECT_TRUE(decision.findings[0].preagreed);
    world.terms.agreement->rounding_auto_percent = decimal("7.9");
    EXPECT_EQ(steps_of(world.judge().value()), "T04 T09");
}

TEST(Judging, afterACorrectionTheChecksCountAgain) {
    World world;
    world.history.state = OrderState::in_review;
    const Command again{.kind = CommandKind::judge, .role = Role::clerk, .actor = "anna"};
    EXPECT_EQ(steps_of(world.run(again).value()), "T10 T08b");
    world.add(price_too_low());
    EXPECT_EQ(steps_of(world.run(again).value()), "T10 T09");
    world.history.state = OrderState::confirmed;
    EXPECT_EQ(world.run(again).error().code, "not_allowed");
}

TEST(Judging, anUnreadableMessageIsRejectedByContrlAndItsInterchangeIsNot) {
    World world;
    world.draft.problems = {
        {.severity = Severity::error, .code = "edifact.unt_count", .text = "41 instead of 40"}};
    world.context.draft = &world.draft;
    const auto decision = world.judge().value();
    ASSERT_FALSE(decision.answers.empty());
    EXPECT_EQ(decision.answers[0].document_function, "7");
    ASSERT_EQ(decision.answers[0].received.size(), 1U);
    EXPECT_EQ(decision.answers[0].received[0].problems.size(), 1U);
    world.context.first_of_message = false;
    EXPECT_TRUE(world.judge()->answers.empty()) << "once per interchange";
}

} // namespace
} // namespace besteld
