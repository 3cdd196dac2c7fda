// SPDX-License-Identifier: Apache-2.0

// What deviates alike in several orders, decided together.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "store/alike.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

constexpr const char* box = "9521000000018"; // agreed at 0.74

FlowSettings with_hold(std::chrono::seconds hold) {
    auto flow = test::noordkade();
    flow.hold = hold;
    return flow;
}

struct AlikePages : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), with_hold(std::chrono::seconds{0}), world.store(), world.pool()};
    WebApp patient{world.settings(), with_hold(std::chrono::seconds{30}), world.store(),
                   world.pool()};
    Visitor anna{app};
    std::vector<std::int64_t> alike; // three orders that deviate in nothing else

    void SetUp() override {
        for (const int quantity : {500, 525, 550}) {
            const auto number = cat("45001", quantity);
            world.arrive("edi-in", cat(number, ".edi"),
                         test::edi_order(number, {cat(box, " ", quantity, " 0.70")}));
            alike.push_back(world.cases().back());
        }
        ASSERT_TRUE(anna.log_in("anna"));
    }

    Case the_case(std::int64_t id) { return *world.store().find_case(id); }
    std::string key() {
        for (const auto& finding : the_case(alike[0]).findings)
            if (const auto found = alike_key(the_case(alike[0]).order, finding); !found.empty())
                return found;
        return {};
    }
    std::string address() { return cat("/alike/", key()); }
    std::string tick(std::int64_t id) { return cat(id, ":", the_case(id).version); }
    test::Fields all_ticked() {
        test::Fields fields{{"resolution", "accept_agreed"}};
        for (const auto id : alike)
            fields.emplace("case", tick(id));
        return fields;
    }
    std::vector<OrderState> states() {
        std::vector<OrderState> all;
        for (const auto id : alike)
            all.push_back(the_case(id).state);
        return all;
    }
};

using enum OrderState;
using testing::AnyOf;
using testing::Each;
using testing::ElementsAre;

} // namespace

TEST_F(AlikePages, areSaidInTheQueueAndInTheCase) {
    const auto link = cat("href=\"", address(), "\"");
    EXPECT_TRUE(anna.get("/queue").body.contains(link));
    const auto page = anna.get(cat("/case/", alike[1])).body;
    EXPECT_TRUE(page.contains(link)) << page;
    EXPECT_TRUE(page.contains("3 gelijk"));
    EXPECT_FALSE(anna.get(cat("/case/", world.cases()[0])).body.contains("/alike/"));
}

TEST_F(AlikePages, showEachOrderWithWhatTheCustomerWouldBeTold) {
    const auto page = anna.get(address()).body;
    for (const auto* number : {"45001500", "45001525", "45001550"})
        EXPECT_TRUE(page.contains(cat(">", number, "</a>"))) << number << page;
    EXPECT_TRUE(page.contains("Bakkerij De Korenaar B.V."));
    EXPECT_TRUE(page.contains("0,70"));
    EXPECT_TRUE(page.contains("0,74"));
    for (const auto* net : {"370,00", "388,50", "407,00"}) // at the agreed price
        EXPECT_TRUE(page.contains(net)) << net;
    EXPECT_EQ(states(), std::vector(3, in_review)) << "looking decides nothing";
}

TEST_F(AlikePages, decideAndReleaseAllThatAreTicked) {
    const auto page = anna.post(address(), all_ticked());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.body.contains("3 van 3 vrijgegeven")) << page.body;
    EXPECT_THAT(states(), Each(proposed));
    for (const auto id : alike) {
        EXPECT_FALSE(the_case(id).official_no.empty());
        EXPECT_THAT(the_case(id).editors, ElementsAre("anna"));
    }
    EXPECT_EQ(anna.get(address()).status, 422) << "nothing is alike any more";
}

TEST_F(AlikePages, leaveAloneWhatIsNotTicked) {
    anna.post(address(), {{"resolution", "accept_agreed"}, {"case", tick(alike[0])}});
    EXPECT_THAT(states(), ElementsAre(proposed, in_review, in_review));
}

TEST_F(AlikePages, onlyDecideWhereSomethingElseIsOpen) {
    // The price of one article is alike; the pack of another is this order's own.
    world.arrive("edi-in", "more.edi",
                 test::edi_order("45001999", {cat(box, " 600 0.70"), "9521000000025 100 1.12"}));
    const auto mixed = world.cases().back();
    EXPECT_TRUE(anna.get(address()).body.contains("nog 1 te beslissen"));
    const auto page =
        anna.post(address(), {{"resolution", "accept_agreed"}, {"case", tick(mixed)}}).body;
    EXPECT_TRUE(page.contains("beslist, nog niet vrijgegeven")) << page;
    EXPECT_EQ(the_case(mixed).state, in_review);
}

TEST_F(AlikePages, doTheOthersWhenOneWasChangedMeanwhile) {
    auto fields = all_ticked();
    Visitor bram{app};
    ASSERT_TRUE(bram.log_in("bram"));
    bram.post(cat("/case/", alike[1], "/correct"), {{"version", cat(the_case(alike[1]).version)},
                                                    {"field", "line.quantity"},
                                                    {"line", "0"},
                                                    {"value", "600"}});
    const auto page = anna.post(address(), std::move(fields)).body;
    EXPECT_TRUE(page.contains("2 van 3 vrijgegeven")) << page;
    EXPECT_THAT(states(), ElementsAre(proposed, in_review, proposed));
}

TEST_F(AlikePages, leaveACaseToTheColleagueWhoHasIt) {
    Visitor bram{app};
    ASSERT_TRUE(bram.log_in("bram"));
    bram.post(cat("/case/", alike[2], "/claim"), {{"version", cat(the_case(alike[2]).version)}});
    const auto page = anna.get(address()).body;
    EXPECT_TRUE(page.contains("bram"));
    EXPECT_FALSE(page.contains(cat("value=\"", tick(alike[2]), "\" checked")));
    anna.post(address(), all_ticked());
    EXPECT_THAT(states(), ElementsAre(proposed, proposed, in_review));
}

TEST_F(AlikePages, areTakenBackTogetherUntilTheyLeave) {
    Visitor patient_anna{patient};
    ASSERT_TRUE(patient_anna.log_in("anna"));
    const auto done = patient_anna.post(address(), all_ticked());
    EXPECT_TRUE(done.body.contains("Alles terugnemen")) << done.body;
    EXPECT_THAT(states(), Each(in_review)) << "nothing has happened yet";
    EXPECT_TRUE(AlikeCases(world.store()).cases(key(), 10).empty());
    test::Fields back;
    for (const auto id : alike)
        back.emplace("case", tick(id));
    EXPECT_EQ(patient_anna.post("/alike/take_back", std::move(back)).status, 303);
    const auto queue = patient_anna.get("/queue").body;
    for (const auto* number : {"45001500", "45001525", "45001550"})
        EXPECT_TRUE(queue.contains(number)) << number;
}

TEST_F(AlikePages, refuseWhoMayOnlyLook) {
    Visitor olga{app};
    ASSERT_TRUE(olga.log_in("olga"));
    const auto page = olga.get(address()).body;
    EXPECT_FALSE(page.contains("data-key=\"Enter\"")) << page;
    olga.post(address(), all_ticked());
    EXPECT_THAT(states(), Each(in_review));
}

TEST_F(AlikePages, refuseWhatIsNoDecisionForSeveral) {
    auto fields = all_ticked();
    fields.erase("resolution");
    fields.emplace("resolution", "merge");
    const auto page = anna.post(address(), std::move(fields)).body;
    EXPECT_TRUE(page.contains("0 van 3 vrijgegeven")) << page;
    EXPECT_THAT(states(), Each(in_review));
    EXPECT_EQ(anna.post(address(), {{"resolution", "accept_agreed"}}).status, 422);
    EXPECT_EQ(anna.get("/alike/0123456789abcdef0123456789abcdef").status, 422);
}
