// SPDX-License-Identifier: Apache-2.0
// A change and its order: who may do what in which state (domain.md 3.2 T34, T38, T39 and 3.4).
#include "world.hpp"

#include "base/text.hpp"
#include "order/decide_change.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace test;

// The case of a change or a cancellation of an order in this state.
struct ChangeWorld : World {
    ChangeContext about;
    explicit ChangeWorld(OrderState order_state, DocumentClass wish = DocumentClass::order_change) {
        draft.document_class = wish;
        about = {.state = order_state,
                 .order_no = "SO-26-000001",
                 .has_official_number = order_state != OrderState::in_review,
                 .touched = {1},
                 .came_from = {0, 1}};
        history.state = OrderState::in_review;
    }
    std::expected<Decision, CommandRefused> act(CommandKind kind, Role role, std::string actor,
                                                std::string reason = {}) {
        context.draft = &draft;
        context.change = &about;
        return run(
            {.kind = kind, .role = role, .actor = std::move(actor), .reason = std::move(reason)});
    }
};

Finding too_late() {
    return {.check = Check::change_against_state,
            .severity = FindingSeverity::block,
            .ordered = "quantity 72 -> 108",
            .agreed = "order SO-26-000001 is released",
            .reason = "R-STATE",
            .ways_out = {{.resolution = Resolution::accept_agreed},
                         {.resolution = Resolution::reject}}};
}

std::string outcome_of(const std::expected<Decision, CommandRefused>& decision) {
    if (!decision) return decision.error().code;
    const bool out = decision->outcome == ChangeOutcome::carry_out;
    return cat(decision->steps.back().number, " ", name_of(decision->state),
               out                                          ? " carried out"
               : decision->outcome == ChangeOutcome::refuse ? " refused"
                                                            : "");
}

TEST(Change, intoADraftNeedsNobodyAndIntoAConfirmedOrderTwo) {
    struct Row {
        OrderState order;
        DocumentClass wish;
        const char* judged;   // as it arrives
        const char* released; // by a clerk
    };
    const auto change = DocumentClass::order_change;
    const auto cancel = DocumentClass::order_cancellation;
    for (const Row& row :
         {Row{OrderState::in_review, change, "T38 closed carried out", "T38 closed carried out"},
          Row{OrderState::awaiting_customer, change, "T38 closed carried out",
              "T17 awaiting_second"},
          Row{OrderState::proposed, change, "T38 closed carried out", "T17 awaiting_second"},
          Row{OrderState::confirmed, change, "T08b in_review", "T17 awaiting_second"},
          Row{OrderState::part_delivered, change, "T08b in_review", "T17 awaiting_second"},
          Row{OrderState::in_review, cancel, "T08b in_review", "T38 closed carried out"},
          Row{OrderState::confirmed, cancel, "T08b in_review", "T17 awaiting_second"}}) {
        ChangeWorld world(row.order, row.wish);
        EXPECT_EQ(outcome_of(world.act(CommandKind::release, Role::clerk, "anna")), row.released)
            << name_of(row.order);
        world.history.state = OrderState::extracted;
        EXPECT_EQ(outcome_of(world.act(CommandKind::judge, Role::system, "besteld")), row.judged)
            << name_of(row.order);
    }
}

TEST(Change, isCarriedOutByAnotherPersonThanWhoReleasedIt) {
    ChangeWorld world(OrderState::confirmed);
    world.history.state = OrderState::awaiting_second;
    world.history.steps = {{.number = "T17", .actor = "anna"}};
    EXPECT_EQ(outcome_of(world.act(CommandKind::approve, Role::clerk, "anna")), "same_person");
    const auto decision = world.act(CommandKind::approve, Role::clerk, "bram");
    EXPECT_EQ(outcome_of(decision), "T38 closed carried out");
    EXPECT_EQ(decision->released_by, "anna");
    EXPECT_EQ(decision->second_by, "bram");
    EXPECT_TRUE(decision->answers.empty()) << "the order answers";
}

TEST(Change, thatComesTooLateIsRefusedWithTheOldOrderStanding) {
    ChangeWorld world(OrderState::released);
    world.add(too_late());
    EXPECT_EQ(outcome_of(world.act(CommandKind::release, Role::clerk, "anna")), "open_findings");
    world.findings[0].resolved = Resolved{.resolution = Resolution::reject, .actor = "anna"};
    const auto decision = world.act(CommandKind::release, Role::clerk, "anna");
    EXPECT_EQ(outcome_of(decision), "T39 rejected refused");
    const auto& answer = decision->answers.at(0);
    EXPECT_EQ(answer.kind, AnswerKind::rejection);
    EXPECT_EQ(answer.answered.document_class, DocumentClass::order_change);
    EXPECT_EQ(outcome_of(world.act(CommandKind::reject, Role::clerk, "anna")), "reason_missing");
}

TEST(Change, overtakenByALaterOneOrSentTwiceIsAnsweredAgainAndChangesNothing) {
    ChangeWorld world(OrderState::confirmed);
    world.history.state = OrderState::extracted;
    world.about.repeats_case = 7;
    auto decision = world.act(CommandKind::judge, Role::system, "besteld");
    EXPECT_EQ(outcome_of(decision), "T06 duplicate");
    EXPECT_EQ(decision->answers.back().repeats_order, 7);
    world.about.repeats_case = 0;
    world.add({.check = Check::change_out_of_sequence,
               .severity = FindingSeverity::block,
               .suggested = Resolution::dismiss});
    EXPECT_EQ(outcome_of(world.act(CommandKind::judge, Role::system, "besteld")), "T06 duplicate");
    world.findings[0].suggested = Resolution::ask; // one before it is missing
    EXPECT_EQ(outcome_of(world.act(CommandKind::judge, Role::system, "besteld")), "T09 in_review");
}

// ── the order's side ─────────────────────────────────────────────────────────────────────────────
struct OrderWorld : World {
    ChangeContext about;
    OrderWorld() {
        history.state = OrderState::confirmed;
        history.has_official_number = true;
        about.touched = {1};
        about.came_from = {0, 1};
        Answer standing;
        standing.lines = {{.index = 0, .sku = "NK-100", .quantity = Decimal{500}, .unit = "H87"},
                          {.index = 1, .sku = "NK-210", .quantity = Decimal{72}, .unit = "XRO"}};
        standing.lines[0].price = decimal("0.70"); // what was confirmed, whatever the list says now
        standing.lines[0].amount = Decimal{350};
        about.standing = standing;
    }
    std::expected<Decision, CommandRefused> act(CommandKind kind, Role role,
                                                std::string reason = "because") {
        context.draft = &draft;
        context.change = &about;
        return run({.kind = kind, .role = role, .actor = "bram", .reason = std::move(reason)});
    }
};

TEST(ChangedOrder, keepsWhatWasConfirmedOfTheLinesTheChangeLeavesAlone) {
    OrderWorld world;
    world.order.lines[1].quantity->value = Decimal{108};
    const auto decision = world.act(CommandKind::apply_change, Role::clerk).value();
    EXPECT_EQ(decision.state, OrderState::confirmed);
    EXPECT_EQ(decision.steps.back().number, "T38");
    EXPECT_EQ(decision.releases, "change");
    const auto& answer = decision.answers.at(0);
    EXPECT_EQ(answer.lines[0].price, decimal("0.70"));
    EXPECT_EQ(answer.lines[1].quantity, Decimal{108});
    EXPECT_EQ(answer.net, decimal("474.20")); // 350 + 108 × 1.15
}

TEST(ChangedOrder, isProposedWhenTheResultIsNotWhatWasAsked) {
    OrderWorld world;
    world.order.lines[1].quantity->value = Decimal{100};
    world.add({.check = Check::not_a_multiple,
               .line = 1,
               .ordered = "100 XRO",
               .agreed = "108 XRO",
               .reason = "R-PACK",
               .suggested = Resolution::accept_agreed,
               .suggested_value = "108",
               .resolved = Resolved{.resolution = Resolution::accept_agreed, .actor = "anna"}});
    const auto decision = world.act(CommandKind::apply_change, Role::clerk).value();
    EXPECT_EQ(decision.state, OrderState::proposed);
    EXPECT_EQ(decision.answers.at(0).kind, AnswerKind::proposal);
}

TEST(ChangedOrder, endsAsTheRoleAndTheStateAllow) {
    struct Row {
        CommandKind kind;
        OrderState from;
        bool numbered;
        Role role;
        const char* outcome; // state, or why not
        const char* releases;
    };
    using enum CommandKind;
    using S = OrderState;
    for (const Row& row :
         {Row{cancel, S::in_review, false, Role::clerk, "cancelled", "withdrawal"},
          Row{cancel, S::confirmed, true, Role::clerk, "cancelled", "cancellation"},
          Row{cancel, S::released, true, Role::lead, "cancelled", "cancellation"},
          Row{cancel, S::delivered, true, Role::lead, "not_allowed", ""},
          Row{cancel, S::confirmed, true, Role::auditor, "not_allowed", ""},
          Row{cancel_own, S::confirmed, true, Role::lead, "cancelled", ""},
          Row{cancel_own, S::confirmed, true, Role::clerk, "not_allowed", ""},
          Row{cancel_own, S::in_review, false, Role::lead, "not_allowed", ""},
          Row{decline, S::proposed, true, Role::customer, "cancelled", "withdrawal"},
          Row{decline, S::confirmed, true, Role::customer, "not_allowed", ""}}) {
        OrderWorld world;
        world.history.state = row.from;
        world.history.has_official_number = row.numbered;
        const auto decision = world.act(row.kind, row.role);
        EXPECT_EQ(decision ? std::string(name_of(decision->state)) : decision.error().code,
                  row.outcome)
            << name_of(row.from) << " " << name_of(row.role);
        if (decision) EXPECT_EQ(decision->releases, row.releases);
        if (decision) EXPECT_FALSE(decision->answers.empty()) << "the customer is told";
    }
    OrderWorld silent;
    EXPECT_EQ(silent.act(cancel_own, Role::lead, "").error().code, "reason_missing");
}

} // namespace
} // namespace besteld
