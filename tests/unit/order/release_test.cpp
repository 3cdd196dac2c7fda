// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace test;

World in_review() {
    World world;
    world.history.state = OrderState::in_review;
    return world;
}

TEST(Release, anOrderAsAgreedIsConfirmedWithItsAmountsAndDates) {
    const auto decision = in_review().release().value();
    EXPECT_EQ(steps_of(decision), "T19 T20");
    EXPECT_EQ(decision.state, OrderState::confirmed);
    EXPECT_TRUE(decision.give_number);
    EXPECT_EQ(decision.released_by, "anna");
    EXPECT_TRUE(decision.second_by.empty());
    const auto* mail = answer_of(decision, AnswerKind::confirmation, AnswerChannel::mail);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->lines[0].amount, Decimal{370});
    EXPECT_EQ(mail->lines[1].amount, decimal("82.8"));
    EXPECT_EQ(mail->net, decimal("452.8"));
    EXPECT_EQ(mail->tax, decimal("95.09"));
    EXPECT_EQ(mail->gross, decimal("547.89"));
    EXPECT_EQ(mail->lines[0].promised, march(5));
    EXPECT_EQ(mail->lines[0].gtin, "9521000000018");
    EXPECT_EQ(mail->ship_to, "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL");
    EXPECT_EQ(mail->buyer_id, "9520000001018");
    EXPECT_FALSE(deviates(*mail));
}

TEST(Release, anAgreedPriceInPlaceOfALowerOneIsAProposal) {
    auto world = in_review();
    world.order.lines[0].price->value = decimal("0.71");
    world.draft.lines[0].unit_price->value = "0.71";
    EXPECT_EQ((world.add(price_too_low()), world.release()).error().code, "open_findings");
    world.findings[0] = resolved(price_too_low(), Resolution::accept_agreed);
    const auto decision = world.release().value();
    EXPECT_EQ(steps_of(decision), "T19 T22");
    const auto* edi = answer_of(decision, AnswerKind::proposal, AnswerChannel::edi);
    const auto* mail = answer_of(decision, AnswerKind::proposal, AnswerChannel::mail);
    ASSERT_TRUE(edi && mail);
    ASSERT_EQ(mail->deviations.size(), 1U);
    EXPECT_EQ(mail->deviations[0].field, "price");
    EXPECT_EQ(mail->deviations[0].ordered, "0.71");
    EXPECT_EQ(mail->deviations[0].confirmed, "0.74");
    EXPECT_EQ(mail->deviations[0].reason, "R-PRICE");
    EXPECT_EQ(mail->deviations[0].money, Decimal{-15});
    EXPECT_EQ(mail->lines[0].answer, LineAnswer::changed);
    EXPECT_EQ(mail->lines[1].answer, LineAnswer::accepted);
    EXPECT_EQ(mail->lines[0].amount, Decimal{370});
    EXPECT_EQ(mail->answer_by, march(3)) << "requested Thursday less two days";
}

TEST(Release, acceptedAsOrderedKeepsTheCustomersPriceAndNeedsTheLeadAndASecondPerson) {
    auto world = in_review();
    world.order.lines[0].price->value = decimal("0.71");
    world.add(resolved(price_too_low(), Resolution::accept_ordered));
    EXPECT_EQ(world.release().error().code, "lead_only");
    world.findings[0].resolved->actor = "lena";
    const auto first = world.release("lena", Role::lead).value();
    EXPECT_EQ(steps_of(first), "T17");
    EXPECT_TRUE(first.answers.empty()) << "nothing is sent before the second person";
    EXPECT_FALSE(first.give_number);
    world.history = {.state = OrderState::awaiting_second, .steps = first.steps};
    const Command approve{.kind = CommandKind::approve, .role = Role::clerk, .actor = "bram"};
    const auto second = world.run(approve).value();
    EXPECT_EQ(steps_of(second), "T19 T20");
    EXPECT_EQ(second.steps[0].role, Role::second_clerk);
    EXPECT_EQ(second.second_by, "bram");
    EXPECT_EQ(second.released_by, "lena");
    EXPECT_EQ(second.answers.at(0).lines[0].price, decimal("0.71"));
    EXPECT_TRUE(second.answers.at(0).deviations.empty());
}

TEST(Release, theSecondPersonIsNoneOfThoseWhoWorkedOnTheOrder) {
    auto world = in_review();
    world.by_mail();
    world.history.state = OrderState::awaiting_second;
    world.history.editors = {"anna"};
    world.history.steps = {{.number = "T17", .actor = "bram"}};
    world.add(resolved(price_too_low(), Resolution::accept_agreed, "cora"));
    for (const auto* name : {"anna", "bram", "cora"}) {
        EXPECT_EQ(world.run({.kind = CommandKind::approve, .role = Role::lead, .actor = name})
                      .error()
                      .code,
                  "same_person")
            << name;
        EXPECT_EQ(world
                      .run({.kind = CommandKind::refuse_second,
                            .role = Role::lead,
                            .actor = name,
                            .reason = "no"})
                      .error()
                      .code,
                  "same_person");
    }
    EXPECT_EQ(
        steps_of(world.run({.kind = CommandKind::approve, .role = Role::clerk, .actor = "dirk"})
                     .value()),
        "T19 T20");
    const Command refuse{.kind = CommandKind::refuse_second, .role = Role::clerk, .actor = "dirk"};
    EXPECT_EQ(world.run(refuse).error().code, "reason_missing");
}

TEST(Release, roundingToPacksIsConfirmedAndListedAsPreagreed) {
    auto world = in_review();
    world.order.lines[1].quantity->value = Decimal{100};
    world.draft.lines[1].quantity->value = "100";
    world.add(hundred_rolls());
    const auto decision = world.release().value();
    EXPECT_EQ(steps_of(decision), "T19 T21");
    const auto& answer = decision.answers.at(0);
    EXPECT_EQ(answer.kind, AnswerKind::confirmation);
    ASSERT_EQ(answer.deviations.size(), 1U);
    EXPECT_TRUE(answer.deviations[0].preagreed);
    EXPECT_EQ(answer.lines[1].quantity, Decimal{108});
    EXPECT_EQ(answer.lines[1].ordered_quantity, Decimal{100});
    EXPECT_EQ(answer.lines[1].amount, decimal("124.20"));
}

// 48 rolls ordered, 30 there now, 18 on 17 March (domain.md S04)
World short_order(Resolution resolution) {
    auto world = in_review();
    auto& line = world.order.lines[1];
    line.sku = "NK-330";
    line.quantity->value = Decimal{48};
    line.price->value = decimal("9.40");
    line.price_stock = decimal("9.40");
    world.draft.lines[1].quantity->value = "48";
    world.add(resolved(short_of_film(), resolution));
    return world;
}

TEST(Release, aSplitPromisesEachPartOnItsDay) {
    const auto decision = short_order(Resolution::split).release().value();
    EXPECT_EQ(decision.state, OrderState::proposed);
    const auto& line = decision.answers.at(0).lines[1];
    ASSERT_EQ(line.parts.size(), 2U);
    EXPECT_EQ(line.parts[0].quantity, Decimal{30});
    EXPECT_EQ(line.parts[1].date, march(17));
    EXPECT_EQ(line.amount, decimal("451.20"));
    ASSERT_EQ(decision.promises.size(), 3U);
    EXPECT_EQ(decision.promises[2].quantity, Decimal{18});
    EXPECT_EQ(decision.promises[2].date, march(17));
}

TEST(Release, aSplitThatWasNotSuggestedTakesItsDayFromTheFindingsWords) {
    auto world = short_order(Resolution::split);
    world.findings[0].agreed = "30 XRO free, all from 2026-03-17";
    world.findings[0].suggested = Resolution::accept_agreed;
    world.findings[0].suggested_value = "2026-03-17";
    const auto line = world.release()->answers.at(0).lines[1];
    ASSERT_EQ(line.parts.size(), 2U);
    EXPECT_EQ(line.parts[0].date, march(5));
    EXPECT_EQ(line.parts[1].quantity, Decimal{18});
    EXPECT_EQ(line.parts[1].date, march(17));
}

TEST(Release, aBackorderKeepsTheAmountAndReservesWhatIsThere) {
    const auto decision = short_order(Resolution::backorder).release().value();
    const auto& line = decision.answers.at(0).lines[1];
    EXPECT_EQ(line.quantity, Decimal{30});
    EXPECT_EQ(line.backorder, Decimal{18});
    EXPECT_EQ(line.amount, decimal("451.20"));
    ASSERT_EQ(decision.promises.size(), 2U);
    EXPECT_EQ(decision.promises[1].quantity, Decimal{30});
}

TEST(Release, aReductionDropsTheRest) {
    const auto decision = short_order(Resolution::reduce).release().value();
    const auto& line = decision.answers.at(0).lines[1];
    EXPECT_EQ(line.quantity, Decimal{30});
    EXPECT_EQ(line.backorder, Decimal{});
    EXPECT_EQ(line.amount, Decimal{282});
    EXPECT_EQ(decision.state, OrderState::proposed);
}

TEST(Release, aRejectedLineStaysInTheAnswerWithNothing) {
    auto world = in_review();
    world.add(resolved({.check = Check::item_not_sellable,
                        .severity = FindingSeverity::warn,
                        .line = 1,
                        .reason = "R-DISC"},
                       Resolution::reject));
    const auto decision = world.release().value();
    EXPECT_EQ(steps_of(decision), "T19 T22");
    const auto& answer = decision.answers.at(0);
    EXPECT_EQ(answer.lines[1].answer, LineAnswer::rejected);
    EXPECT_TRUE(answer.lines[1].amount.is_zero());
    EXPECT_EQ(answer.net, Decimal{370});
    EXPECT_EQ(decision.promises.size(), 1U);
}

TEST(Release, anOrderWithEveryLineRejectedIsRejected) {
    auto world = in_review();
    for (std::uint32_t line : {0U, 1U})
        world.add(resolved({.check = Check::item_not_sellable,
                            .severity = FindingSeverity::warn,
                            .line = line,
                            .reason = "R-DISC"},
                           Resolution::reject));
    const auto decision = world.release().value();
    EXPECT_EQ(steps_of(decision), "T26");
    EXPECT_EQ(decision.answers.at(0).kind, AnswerKind::rejection);
    EXPECT_EQ(decision.answers.at(0).reason, "R-DISC");
    EXPECT_FALSE(decision.give_number);
}

TEST(Release, anotherDateIsADeviationUnlessItFitsTheRequest) {
    auto world = in_review();
    world.add(resolved({.check = Check::lead_time_too_short,
                        .severity = FindingSeverity::warn,
                        .ordered = "2026-03-05",
                        .agreed = "2026-03-10",
                        .reason = "R-DATE",
                        .suggested = Resolution::accept_agreed,
                        .suggested_value = "2026-03-10"},
                       Resolution::accept_agreed));
    const auto moved = world.release().value();
    EXPECT_EQ(moved.state, OrderState::proposed);
    EXPECT_EQ(moved.answers.at(0).lines[0].promised, march(10));
    EXPECT_EQ(moved.answers.at(0).deviations.size(), 2U) << "one per line";
    world.order.requested->value = {
        .kind = DateKind::week, .start = "2026-03-09", .end = "2026-03-13"};
    EXPECT_EQ(world.release()->state, OrderState::confirmed);
}

TEST(Release, aSmallOrderPaysTheFeeAndTheFeeIsADeviation) {
    auto world = in_review();
    world.add(resolved({.check = Check::below_minimum_order_value,
                        .severity = FindingSeverity::warn,
                        .ordered = "452.80 EUR",
                        .agreed = "500 EUR",
                        .reason = "R-MOQ"},
                       Resolution::accept_agreed));
    const auto decision = world.release().value();
    EXPECT_EQ(decision.state, OrderState::proposed);
    EXPECT_EQ(decision.answers.at(0).small_order_fee, decimal("17.5"));
    EXPECT_EQ(decision.answers.at(0).net, decimal("470.30"));
    EXPECT_EQ(decision.answers.at(0).tax, decimal("98.76"));
}

TEST(Release, anAgreedPriceOfAnotherUnitIsConvertedByTheItemsFactor) {
    auto world = in_review();
    auto& line = world.order.lines[1];
    line.unit = "XCT";
    line.quantity->value = Decimal{2};
    world.draft.lines[1].quantity->value = "2";
    line.price.reset();
    world.context.offers = {{}, {.price = decimal("1.15"), .price_unit = "XRO"}};
    const auto answer = world.release()->answers.at(0);
    EXPECT_EQ(answer.lines[1].amount, decimal("82.80"));
    EXPECT_EQ(answer.lines[1].price_unit, "XRO");
    EXPECT_FALSE(answer.lines[1].ordered_price);
    EXPECT_TRUE(answer.deviations.empty());
}

TEST(Release, aRoundedQuantityThatTheOrderedUnitCannotSayIsLeftToTheClerk) {
    auto world = in_review();
    auto& line = world.order.lines[1];
    line.unit = "XCT";
    line.quantity->value = Decimal{2};
    auto finding = hundred_rolls();
    finding.ordered = "72 XRO";
    finding.suggested_value = "108";
    world.add(resolved(finding, Resolution::accept_agreed));
    EXPECT_EQ(world.release()->answers.at(0).lines[1].quantity, Decimal{3});
    world.findings[0].suggested_value = "100";
    EXPECT_EQ(world.release().error().code, "quantity_missing");
}

TEST(Release, nothingIsConfirmedWithoutAPriceOrWithAnAmountOutOfRange) {
    auto world = in_review();
    world.order.lines[0].price.reset();
    EXPECT_EQ(world.release().error().code, "price_missing");
    world.order.lines[0].price = Sourced<Decimal>{.value = Decimal::from_integer(9'000'000'000)};
    world.order.lines[0].quantity->value = Decimal::from_integer(9'000'000'000);
    EXPECT_EQ(world.release().error().code, "out_of_range");
    EXPECT_TRUE(world.judge() || world.judge().error().code == "not_allowed");
}

TEST(Release, aCorrectedFormatValueIsToldAsAChangeACorrectedReadingIsNot) {
    auto world = in_review();
    world.context.draft = &world.draft;
    world.order.lines[1].quantity =
        Sourced<Decimal>{.value = Decimal{108}, .origin = Origin::typed};
    const auto decision = world.release().value();
    EXPECT_EQ(decision.state, OrderState::proposed);
    EXPECT_EQ(decision.answers.at(0).deviations.at(0).ordered, "72");
    world.by_mail();
    world.history.state = OrderState::awaiting_second;
    EXPECT_EQ(
        steps_of(world.run({.kind = CommandKind::approve, .role = Role::clerk, .actor = "bram"})
                     .value()),
        "T19 T20");
}

TEST(Release, silenceConsentsOnlyWhereItWasAgreed) {
    auto world = in_review();
    world.order.lines[0].price->value = decimal("0.71");
    world.add(resolved(price_too_low(), Resolution::accept_agreed));
    world.terms.agreement->deviation_policy = DeviationPolicy::silent_after;
    world.terms.agreement->silent_days = 5;
    EXPECT_FALSE(world.release()->answers.at(0).silence_consents) << "of a price nothing was said";
    world.terms.agreement->deviation_scope["price_up"] = Decimal{5}; // 0.71 to 0.74 is 4.2 %
    const auto answer = world.release()->answers.at(0);
    EXPECT_TRUE(answer.silence_consents);
    EXPECT_EQ(answer.answer_by, march(9)) << "five working days over a weekend";
    world.terms.agreement->deviation_policy = DeviationPolicy::preagreed;
    EXPECT_EQ(steps_of(world.release().value()), "T19 T21");
    world.terms.agreement->deviation_scope["price_up"] = Decimal{4};
    EXPECT_EQ(steps_of(world.release().value()), "T19 T22") << "beyond what was agreed";
}

TEST(Release, aPartnerWhoWantsChangesOnlyHearsNothingByEdiOfAPlainConfirmation) {
    auto world = in_review();
    world.order.ack_requested = AckRequested::changes_only;
    EXPECT_FALSE(answer_of(world.release().value(), AnswerKind::confirmation, AnswerChannel::edi));
    EXPECT_TRUE(answer_of(world.release().value(), AnswerKind::confirmation, AnswerChannel::mail));
}

TEST(Release, anOrderThatHasItsNumberKeepsIt) {
    auto world = in_review();
    world.history.has_official_number = true;
    world.history.revision = 2;
    EXPECT_EQ(steps_of(world.release().value()), "T17") << "it was confirmed before: two persons";
    world.history.state = OrderState::awaiting_second;
    world.history.steps = {{.number = "T17", .actor = "anna"}};
    const auto decision =
        world.run({.kind = CommandKind::approve, .role = Role::clerk, .actor = "bram"}).value();
    EXPECT_FALSE(decision.give_number);
    EXPECT_EQ(decision.answers.at(0).revision, 2);
}

TEST(Asking, sendsTheQuestionsWithALastDay) {
    auto world = in_review();
    Command ask{.kind = CommandKind::ask, .role = Role::clerk, .actor = "anna"};
    EXPECT_EQ(world.run(ask).error().code, "question_missing");
    ask.questions = {
        {.check = "not_a_multiple", .line = 1, .quote = "100 rollen", .choices = {"108", "72"}}};
    const auto decision = world.run(ask).value();
    EXPECT_EQ(steps_of(decision), "T11");
    ASSERT_EQ(decision.answers.size(), 1U) << "by mail only";
    EXPECT_EQ(decision.answers[0].answer_by, march(3));
    world.history.state = decision.state;
    EXPECT_EQ(
        steps_of(world.run({.kind = CommandKind::note_answer, .role = Role::clerk, .actor = "anna"})
                     .value()),
        "T12");
}

TEST(Rejecting, needsAReasonAndTellsTheCustomerNothingInternal) {
    auto world = in_review();
    Command reject{.kind = CommandKind::reject, .role = Role::clerk, .actor = "anna"};
    EXPECT_EQ(world.run(reject).error().code, "reason_missing");
    reject.reason = "they never pay";
    const auto internal = world.run(reject).value();
    EXPECT_EQ(steps_of(internal), "T26");
    EXPECT_EQ(internal.steps[0].reason, "they never pay");
    for (const auto& answer : internal.answers)
        EXPECT_EQ(to_json_text(answer).find("never pay"), std::string::npos);
    reject.reason = "R-CREDIT";
    EXPECT_TRUE(world.run(reject)->answers.at(0).reason.empty());
    reject.reason = "R-ASSORT";
    EXPECT_EQ(world.run(reject)->answers.at(0).reason, "R-ASSORT");
    world.history.has_official_number = true;
    EXPECT_EQ(world.run(reject).error().code, "not_allowed")
        << "that would be a seller's cancellation";
}

TEST(Consent, makesAProposalAConfirmation) {
    auto world = in_review();
    world.order.lines[0].price->value = decimal("0.71");
    world.add(resolved(price_too_low(), Resolution::accept_agreed));
    world.history = {.state = OrderState::proposed, .has_official_number = true};
    const auto decision =
        world.run({.kind = CommandKind::consent, .role = Role::customer, .actor = "customer"})
            .value();
    EXPECT_EQ(steps_of(decision), "T23");
    EXPECT_EQ(decision.answers.at(0).kind, AnswerKind::confirmation);
    EXPECT_EQ(decision.answers.at(0).lines[0].price, decimal("0.74"));
    EXPECT_FALSE(decision.give_number);
}

TEST(Resolving, isRefusedToThoseWhoMayNot) {
    auto finding = price_too_low();
    EXPECT_EQ(refuse_resolution(finding, Resolution::accept_ordered, Role::clerk, "deal")->code,
              "lead_only");
    EXPECT_EQ(refuse_resolution(finding, Resolution::accept_ordered, Role::lead, "")->code,
              "reason_missing");
    EXPECT_FALSE(refuse_resolution(finding, Resolution::accept_ordered, Role::lead, "deal"));
    EXPECT_FALSE(refuse_resolution(finding, Resolution::accept_agreed, Role::clerk, ""));
    EXPECT_EQ(refuse_resolution(finding, Resolution::dismiss, Role::clerk, "")->code,
              "reason_missing");
    finding.ways_out = {
        {.resolution = Resolution::accept_ordered, .lead_only = false, .consequence = "rush"}};
    EXPECT_FALSE(refuse_resolution(finding, Resolution::accept_ordered, Role::clerk, "rush"));
    EXPECT_TRUE(refuse_resolution(over_credit(), Resolution::accept_ordered, Role::lead, "please"));
    EXPECT_FALSE(
        refuse_resolution(over_credit(), Resolution::accept_ordered, Role::credit, "insured"));
}

TEST(FourEyes, areDueForWhatTheListNames) {
    struct Case {
        const char* name;
        void (*change)(World&);
    };
    const Case cases[] = {
        {"free text", [](World& w) { w.order.free_text = true; }},
        {"typed", [](World& w) { w.order.channel = "phone"; }},
        {"value",
         [](World& w) {
             w.order.lines[0].quantity->value = Decimal{6000};
             w.order.lines[0].price->value = Decimal{1};
         }},
        {"new ship-to",
         [](World& w) {
             w.order.ship_to_id.clear();
             w.order.ship_to_text = "elsewhere";
         }},
        {"changed ship-to", [](World& w) { w.order.ship_to_origin = Origin::typed; }},
        {"free goods", [](World& w) { w.order.kind = OrderKind::free_of_charge; }},
        {"export", [](World& w) { w.terms.agreement->tax_category = "G"; }},
        {"matched by description", [](World& w) { w.order.lines[0].match_step = "M7"; }},
        {"as ordered",
         [](World& w) { w.add(resolved(price_too_low(), Resolution::accept_ordered)); }},
        {"block lifted",
         [](World& w) {
             w.add(resolved({.check = Check::item_unknown, .severity = FindingSeverity::block},
                            Resolution::dismiss));
         }},
        {"agreement",
         [](World& w) {
             w.add({.check = Check::second_pair_of_eyes,
                    .severity = FindingSeverity::gate,
                    .trace = "first order"});
         }},
    };
    for (const auto& one : cases) {
        World world;
        EXPECT_TRUE(four_eyes_reasons(world.order, world.findings, world.terms).empty());
        one.change(world);
        EXPECT_EQ(four_eyes_reasons(world.order, world.findings, world.terms).size(), 1U)
            << one.name;
    }
}

} // namespace
} // namespace besteld
