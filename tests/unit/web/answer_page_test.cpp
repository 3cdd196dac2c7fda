// SPDX-License-Identifier: Apache-2.0
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "desk/desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

FlowSettings reachable() {
    auto flow = test::noordkade();
    flow.public_url = "https://orders.noordkade.example/";
    return flow;
}

struct AnswerPages : testing::Test {
    WebWorld world;
    Instant now = world.now();
    WebAppSettings settings() {
        auto known = world.settings();
        known.clock = [this] { return now; };
        return known;
    }
    WebApp app{settings(), reachable(), world.store(), world.pool()};
    Visitor customer{app};
    std::string path;
    std::int64_t id = 0;

    // The clerk asks about the price of order 4500017: 0.71 ordered, 0.74 agreed.
    void SetUp() override {
        id = world.cases()[0];
        Desk desk(world.store(), reachable());
        const auto findings = world.store().find_case(id)->findings;
        const auto price = std::ranges::find(findings, Check::price_below_agreed, &Finding::check);
        ASSERT_NE(price, findings.end());
        const User anna{.login = "anna"};
        const auto asked = desk.ask({id, world.store().find_case(id)->version, anna, now},
                                    {static_cast<std::size_t>(price - findings.begin())}, "");
        ASSERT_TRUE(asked) << asked.error().text;
        for (const auto& row : world.store().outbox_of_case(id))
            if (row.answer.kind == AnswerKind::question)
                path = row.answer.answer_url.substr(reachable().public_url.size() - 1);
        ASSERT_TRUE(path.starts_with("/a/in-26-")) << path;
    }
    Case the_case() { return *world.store().find_case(id); }
};

bool has_header(const HttpResponse& response, const std::string& name) {
    return std::ranges::any_of(response.headers,
                               [&](const auto& header) { return header.first == name; });
}

} // namespace

TEST_F(AnswerPages, showTheQuestionToWhoeverHoldsTheLink) {
    const auto page = customer.get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.body.contains("A: 0,74 EUR")) << page.body;
    EXPECT_TRUE(page.body.contains("Gaat u akkoord met de afgesproken prijs?"));
    EXPECT_TRUE(page.body.contains("4500017"));
    EXPECT_TRUE(page.body.contains("noindex"));
    EXPECT_TRUE(has_header(page, "X-Robots-Tag"));
    EXPECT_FALSE(page.body.contains("<script")) << "no script";
    EXPECT_FALSE(has_header(page, "Set-Cookie")) << "no cookie";
    EXPECT_FALSE(page.body.contains("NK-210")) << "nothing but the question";
}

TEST_F(AnswerPages, changeNothingByBeingLookedAt) {
    const auto version = the_case().version;
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(customer.get(path).status, 200);
    EXPECT_EQ(the_case().version, version);
    EXPECT_EQ(the_case().state, OrderState::awaiting_customer);
}

TEST_F(AnswerPages, carryOutTheChoiceOnce) {
    const auto thanks = customer.post(path, {{"q1", "A"}});
    EXPECT_EQ(thanks.status, 200);
    EXPECT_TRUE(thanks.body.contains("verwerkt")) << thanks.body;
    const Case after = the_case();
    EXPECT_NE(after.state, OrderState::awaiting_customer);
    const auto price =
        std::ranges::find(after.findings, Check::price_below_agreed, &Finding::check);
    ASSERT_NE(price, after.findings.end());
    ASSERT_TRUE(price->resolved);
    EXPECT_EQ(price->resolved->actor, "C1001");
    EXPECT_EQ(customer.get(path).status, 410) << "the link is spent";
    EXPECT_EQ(customer.post(path, {{"q1", "A"}}).status, 410);
    EXPECT_EQ(the_case().version, after.version);
}

TEST_F(AnswerPages, giveOwnWordsToAClerk) {
    const auto thanks = customer.post(path, {{"q1", "A"}, {"words", "maar pas vanaf april <b>"}});
    EXPECT_EQ(thanks.status, 200);
    EXPECT_TRUE(thanks.body.contains("medewerker"));
    EXPECT_EQ(the_case().state, OrderState::in_review);
    const auto events = world.store().events(id);
    EXPECT_TRUE(std::ranges::any_of(events, [](const EventRow& event) {
        return event.step.number == "T12" && event.step.reason.contains("1A maar pas vanaf april");
    }));
}

TEST_F(AnswerPages, wantAChoiceOrAWord) {
    EXPECT_EQ(customer.post(path, {{"q1", "Z"}}).status, 422);
    EXPECT_EQ(customer.post(path, {}).status, 422);
    EXPECT_EQ(customer.post(path, {{"q1", "A"}, {"words", "\xFF"}}).status, 422);
    EXPECT_EQ(the_case().state, OrderState::awaiting_customer);
}

TEST_F(AnswerPages, takeNothingFromAnotherSite) {
    HttpRequest request{.method = "POST", .path = path, .form = {{"q1", "A"}}};
    request.headers["sec-fetch-site"] = "cross-site";
    EXPECT_EQ(customer.send(std::move(request)).status, 422);
    EXPECT_EQ(the_case().state, OrderState::awaiting_customer);
}

TEST_F(AnswerPages, closeWhenTheTimeToAnswerIsOver) {
    now += std::chrono::days{1};
    EXPECT_EQ(customer.get(path).status, 200);
    now += std::chrono::days{9};
    EXPECT_EQ(customer.get(path).status, 410);
    EXPECT_EQ(customer.post(path, {{"q1", "A"}}).status, 410);
    EXPECT_EQ(the_case().state, OrderState::awaiting_customer);
}

TEST_F(AnswerPages, openToNoOtherLinkAndStopWhoGuesses) {
    auto forged = path;
    forged.back() = forged.back() == 'a' ? 'b' : 'a';
    EXPECT_EQ(customer.get(forged).status, 404);
    EXPECT_EQ(customer.get("/a/").status, 404);
    EXPECT_EQ(customer.get("/a/nonsense").status, 404);
    EXPECT_EQ(customer.get(path + "x").status, 404);
    EXPECT_EQ(customer.get(path.substr(0, path.size() - 1)).status, 404);
    EXPECT_EQ(customer.get(path).status, 429) << "five wrong ones from one address";
    customer.comes_from("192.0.2.99");
    EXPECT_EQ(customer.get(path).status, 200);
}
