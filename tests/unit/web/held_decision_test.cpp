// SPDX-License-Identifier: Apache-2.0

// What a person decides waits for half a minute and can be taken back until then.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "desk/desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using namespace std::chrono_literals;
using test::Visitor;
using test::WebWorld;

namespace {

FlowSettings half_a_minute() {
    auto flow = test::noordkade();
    flow.hold = 30s;
    return flow;
}

struct WhatIsDecided : testing::Test {
    WebWorld world;
    FlowSettings flow = half_a_minute();
    WebApp app{world.settings(), flow, world.store(), world.pool()};
    Desk desk{world.store(), flow};
    Visitor anna{app};
    std::int64_t id = world.cases()[0];
    std::size_t told_at_first = world.store().outbox_of_case(id).size(); // the receipts

    void SetUp() override { ASSERT_TRUE(anna.log_in("anna")); }

    Case the_case() { return *world.store().find_case(id); }
    bool happened(const std::string& event) {
        return std::ranges::any_of(world.store().events(id),
                                   [&](const EventRow& row) { return row.step.event == event; });
    }
    bool in_queue() {
        return std::ranges::any_of(desk.queue({}),
                                   [&](const QueueRow& row) { return row.case_id == id; });
    }
    HttpResponse post(Visitor& who, const std::string& verb, test::Fields fields = {}) {
        fields.emplace("version", cat(the_case().version));
        return who.post(cat("/case/", id, "/", verb), std::move(fields));
    }
    void resolve_price() {
        const auto findings = the_case().findings;
        const auto at = std::ranges::find(findings, Check::price_below_agreed, &Finding::check) -
                        findings.begin();
        ASSERT_EQ(
            post(anna, "resolve", {{"finding", cat(at)}, {"resolution", "accept_agreed"}}).status,
            303);
    }
    void release() {
        resolve_price();
        ASSERT_EQ(post(anna, "release").status, 303);
    }
};

} // namespace

TEST_F(WhatIsDecided, changesNothingUntilItLeaves) {
    const auto waiting = desk.queue_size();
    release();
    const auto c = the_case();
    EXPECT_EQ(c.state, OrderState::in_review);
    EXPECT_TRUE(c.official_no.empty()) << "a number given could not be taken back";
    EXPECT_EQ(world.store().outbox_of_case(id).size(), told_at_first);
    EXPECT_FALSE(in_queue());
    EXPECT_EQ(desk.queue_size(), waiting - 1);
    EXPECT_TRUE(happened("decision.held"));
    EXPECT_EQ(desk.carry_out_due(world.now() + 29s), 0);
    EXPECT_EQ(the_case().state, OrderState::in_review);
}

TEST_F(WhatIsDecided, isCarriedOutWhenItsTimeIsOver) {
    release();
    EXPECT_EQ(desk.carry_out_due(world.now() + 30s), 1);
    const auto c = the_case();
    EXPECT_EQ(c.state, OrderState::proposed);
    EXPECT_FALSE(c.official_no.empty());
    EXPECT_GT(world.store().outbox_of_case(id).size(), told_at_first);
    EXPECT_EQ(desk.carry_out_due(world.now() + 60s), 0) << "once";
    EXPECT_EQ(post(anna, "take_back").status, 409) << "it has left";
    const auto events = world.store().events(id);
    EXPECT_TRUE(std::ranges::any_of(events, [](const EventRow& row) {
        return row.step.to == OrderState::accepted && row.step.actor == "anna";
    })) << "whose decision it was stays known";
}

TEST_F(WhatIsDecided, isTakenBackWithOneKeyFromAnyPage) {
    const auto waiting = desk.queue_size();
    release();
    const auto page = anna.get("/queue").body;
    EXPECT_TRUE(page.contains(cat("action=\"/case/", id, "/take_back\""))) << page;
    EXPECT_TRUE(page.contains("data-key=\"z\""));
    EXPECT_TRUE(page.contains(cat(the_case().case_no, ": geaccepteerd")));
    ASSERT_EQ(anna.post(cat("/case/", id, "/take_back"), {{"version", "0"}}).status, 303);
    EXPECT_TRUE(in_queue());
    EXPECT_EQ(desk.queue_size(), waiting);
    EXPECT_TRUE(happened("decision.taken_back"));
    EXPECT_FALSE(anna.get("/queue").body.contains("/take_back"));
    EXPECT_EQ(desk.carry_out_due(world.now() + 60s), 0);
    EXPECT_EQ(the_case().state, OrderState::in_review);
    ASSERT_EQ(post(anna, "release").status, 303) << "what was resolved before stays resolved";
}

TEST_F(WhatIsDecided, hasANewVersionWhenItIsTakenBack) {
    release();
    const auto back = desk.take_back(
        {.case_id = id, .version = 0, .user = *world.store().user("anna"), .now = world.now()});
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, the_case().version);
}

TEST_F(WhatIsDecided, keepsOthersOffTheCase) {
    release();
    Visitor lotte(app);
    ASSERT_TRUE(lotte.log_in("lotte"));
    EXPECT_EQ(post(lotte, "reject", {{"reason", "R-INC"}}).status, 409);
    EXPECT_EQ(post(lotte, "claim").status, 409);
    EXPECT_EQ(post(anna, "ask", {{"finding", "0"}, {"text", "Klopt dit?"}}).status, 409)
        << "not even its own clerk decides twice";
    const auto page = lotte.get(cat("/case/", id)).body;
    EXPECT_TRUE(page.contains("anna: geaccepteerd")) << page;
    EXPECT_FALSE(page.contains("/release\""));
    EXPECT_EQ(the_case().state, OrderState::in_review);
}

TEST_F(WhatIsDecided, comesBackWhenTheWorldHasChanged) {
    release();
    auto changed = the_case();
    changed.order.cost_reference = "KST 7";
    ASSERT_TRUE(world.store().save_case(changed)) << "as an incoming change of the order would";
    EXPECT_TRUE(in_queue()) << "something new came in";
    EXPECT_EQ(desk.carry_out_due(world.now() + 30s), 1);
    EXPECT_EQ(the_case().state, OrderState::in_review);
    EXPECT_EQ(world.store().outbox_of_case(id).size(), told_at_first);
    EXPECT_TRUE(happened("decision.returned"));
    EXPECT_TRUE(in_queue());
}

TEST_F(WhatIsDecided, comesBackWhenItsPersonMayNoLongerDecide) {
    release();
    auto user = *world.store().user("anna");
    user.active = false;
    world.store().save_user(user);
    EXPECT_EQ(desk.carry_out_due(world.now() + 30s), 1);
    EXPECT_EQ(the_case().state, OrderState::in_review);
    EXPECT_TRUE(happened("decision.returned"));
    EXPECT_TRUE(in_queue());
}

TEST_F(WhatIsDecided, isALeadsToTakeBackTooButNoOtherClerks) {
    release();
    Visitor lotte(app);
    ASSERT_TRUE(lotte.log_in("lotte"));
    auto user = *world.store().user("lotte");
    user.role = Role::clerk;
    world.store().save_user(user);
    EXPECT_EQ(post(lotte, "take_back").status, 403);
    EXPECT_FALSE(in_queue());
    user.role = Role::lead;
    world.store().save_user(user);
    EXPECT_EQ(post(lotte, "take_back").status, 303);
    EXPECT_TRUE(in_queue());
}

TEST_F(WhatIsDecided, keepsAQuestionAndItsWordsUntilItLeaves) {
    ASSERT_EQ(post(anna, "ask", {{"finding", "0"}, {"text", "Klopt 0,71?"}}).status, 303);
    EXPECT_EQ(the_case().state, OrderState::in_review);
    EXPECT_EQ(desk.carry_out_due(world.now() + 30s), 1);
    EXPECT_EQ(the_case().state, OrderState::awaiting_customer);
    const auto rows = world.store().outbox_of_case(id);
    ASSERT_FALSE(rows.empty());
    ASSERT_FALSE(rows.back().answer.questions.empty());
    EXPECT_EQ(rows.back().answer.questions.front().free_text, "Klopt 0,71?");
}

TEST_F(WhatIsDecided, isNoStepOnTheWayThere) {
    const test::Fields price{{"field", "line.price"}, {"line", "0"}, {"value", "0,74"}};
    ASSERT_EQ(post(anna, "correct", price).status, 303);
    EXPECT_EQ(the_case().corrections.size(), 1U);
    EXPECT_FALSE(desk.held_last("anna"));
    EXPECT_TRUE(in_queue());
}
