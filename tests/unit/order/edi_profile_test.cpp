// SPDX-License-Identifier: Apache-2.0
#include "order/build_answer.hpp"
#include "order/edi_profile.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace test;

TEST(EdiProfile, theFormatOfTheOrderChoosesAmongTheWords) {
    constexpr std::string_view profiles = "EANCOM97+x12-4010,ubl; idoc-flat";
    EXPECT_EQ(profile_for(profiles, EdiFamily::edifact), "eancom97");
    EXPECT_EQ(profile_for(profiles, family_of_format("x12")), "x12-4010");
    EXPECT_EQ(profile_for(profiles, family_of_format("ubl")), "ubl");
    EXPECT_EQ(profile_for(profiles, family_of_format("idoc-xml")), "idoc-flat");
    EXPECT_EQ(profile_for(profiles, family_of_format("cxml")), "");
    EXPECT_EQ(profile_for(profiles, family_of_format("csv")), "") << "a table has no answer";
    EXPECT_EQ(profile_for("", EdiFamily::edifact), "");
    for (const auto* word : {"d96a", "d01b", "un-d96a", "edifact"})
        EXPECT_EQ(family_of_profile(word), EdiFamily::edifact) << word;
}

// As the desk releases it: what came in is the draft's format.
Decision released(World& world, std::string format, std::string profile = {}) {
    world.history.state = OrderState::in_review;
    world.context.envelope = {};
    world.context.draft = &world.draft;
    world.draft.format = std::move(format);
    world.draft.profile = std::move(profile);
    return world.release().value();
}

TEST(EdiProfile, anOrderIsAnsweredInItsOwnFormatAndByMail) {
    World world;
    world.terms.customer->edi_profile = "eancom97+ubl";
    world.order.lines[0].unit_text = "ST";
    const auto decision = released(world, "ubl");
    const auto* edi = answer_of(decision, AnswerKind::confirmation, AnswerChannel::edi);
    ASSERT_TRUE(edi);
    EXPECT_EQ(edi->edi_profile, "ubl");
    EXPECT_EQ(edi->lines[0].ordered_unit_text, "ST") << "the buyer knows his own code again";
    EXPECT_TRUE(answer_of(decision, AnswerKind::confirmation, AnswerChannel::mail));
    for (const auto* format : {"cxml", "csv", "text"})
        EXPECT_FALSE(
            answer_of(released(world, format), AnswerKind::confirmation, AnswerChannel::edi))
            << format;
}

TEST(EdiProfile, peppolsOrderOnlyProcessHasNoAnswer) {
    World world;
    world.terms.customer->edi_profile = "ubl";
    const auto decision = released(world, "ubl", "urn:fdc:peppol.eu:poacc:bis:order_only:3");
    EXPECT_FALSE(answer_of(decision, AnswerKind::confirmation, AnswerChannel::edi));
    EXPECT_TRUE(answer_of(decision, AnswerKind::confirmation, AnswerChannel::mail));
}

OrderDraft message(std::string type, std::string reference, std::string interchange) {
    return {.format = "edifact",
            .message_type = std::move(type),
            .envelope = {.standard = "edifact",
                         .sender = "9520000001018:14",
                         .receiver = "9520000000011:14",
                         .interchange_ref = std::move(interchange),
                         .message_ref = std::move(reference)}};
}

TEST(Receipt, speaksOfTheMessagesOfItsOwnInterchange) {
    World world;
    Reading reading;
    reading.documents = {message("ORDERS", "1", "77"), message("ORDERS", "2", "77"),
                         message("ORDERS", "1", "78")};
    world.context.reading = &reading;
    const auto receipts =
        technical_answers({world.order, world.terms, world.context, world.history, world.now});
    ASSERT_EQ(receipts.size(), 1U);
    const auto* receipt = &receipts.front();
    ASSERT_EQ(receipt->received.size(), 2U);
    EXPECT_EQ(receipt->received[1].reference, "2");
}

TEST(Receipt, isNeverMadeForAnAcknowledgement) {
    World world;
    Reading reading;
    reading.documents = {message("CONTRL", "1", "77"), message("APERAK", "2", "77")};
    world.context.reading = &reading;
    const auto frame = [&] {
        return AnswerFrame{world.order, world.terms, world.context, world.history, world.now};
    };
    EXPECT_TRUE(technical_answers(frame()).empty());
    reading.documents.push_back(message("ORDERS", "3", "77"));
    const auto receipts = technical_answers(frame());
    ASSERT_EQ(receipts.size(), 1U);
    const auto* receipt = &receipts.front();
    ASSERT_EQ(receipt->received.size(), 1U);
    EXPECT_EQ(receipt->received[0].reference, "3");
}

TEST(Receipt, refusesAnInterchangeWhoseReferenceWasUsedBefore) {
    World world;
    Reading reading;
    reading.documents = {message("ORDERS", "1", "77")};
    reading.problems = {{.severity = Severity::error, .code = "message.interchange_used_again"}};
    world.context.reading = &reading;
    const auto receipts =
        technical_answers({world.order, world.terms, world.context, world.history, world.now});
    ASSERT_EQ(receipts.size(), 1U);
    const auto* receipt = &receipts.front();
    EXPECT_EQ(receipt->document_function, "4");
}

} // namespace
} // namespace besteld
