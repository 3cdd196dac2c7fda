// SPDX-License-Identifier: Apache-2.0

// The overview, and one customer's page.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "flow/watch_silence.hpp"
#include "store/channels.hpp"

#include <gmock/gmock.h>

using namespace besteld;
using std::chrono::days;
using test::Visitor;
using test::WebWorld;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Home : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};

    void SetUp() override { ASSERT_TRUE(anna.log_in("anna")); }

    ChannelRow mailbox() const {
        return {.channel = "orders",
                .daemon = "besteld",
                .looked_at = world.now() - std::chrono::minutes{2},
                .present = 14,
                .balanced_at = world.now() - std::chrono::minutes{20},
                .on_server = 14,
                .held = 14};
    }
    void save(const ChannelRow& row) { Channels(world.store()).save(std::vector{row}); }
};

} // namespace

TEST_F(Home, saysWhatTheServerHasAndWhatWeHold) {
    save(mailbox());
    const auto page = anna.get("/home").body;
    EXPECT_THAT(page, HasSubstr("orders"));
    EXPECT_THAT(page, HasSubstr("server 14, wij hebben er 14"));
    EXPECT_THAT(page, Not(HasSubstr("Let op:")));
    auto missed = mailbox();
    missed.held = 13;
    missed.missed = 1;
    save(missed);
    EXPECT_THAT(anna.get("/home").body, HasSubstr("1 gemist en alsnog opgehaald"));
    auto refused = mailbox();
    refused.condition = ChannelRow::Condition::alert;
    refused.reason = "AUTHENTICATIONFAILED <b>";
    save(refused);
    const auto alarmed = anna.get("/home").body;
    EXPECT_THAT(alarmed, HasSubstr("iemand moet iets doen"));
    EXPECT_THAT(alarmed, HasSubstr("AUTHENTICATIONFAILED &lt;b&gt;"));
    EXPECT_THAT(alarmed, HasSubstr("Vraagt aandacht"));
}

TEST_F(Home, showsWhatIsDueSoonestWithTheWayThere) {
    const auto id = world.cases()[0];
    auto one = *world.store().find_case(id);
    one.due_at = world.now() - std::chrono::minutes{5};
    ASSERT_TRUE(world.store().save_case(one));
    const auto page = anna.get("/home").body;
    EXPECT_THAT(page, HasSubstr("1 te laat"));
    EXPECT_THAT(page, HasSubstr(cat("href=\"/case/", id, "\"")));
}

TEST_F(Home, tellsWhoIsSilentUntilSomebodyKnowsWhy) {
    world.order_weekly();
    const auto seller = test::noordkade().seller;
    EXPECT_EQ(watch_silence(world.store(), seller, world.now()), 1);
    auto page = anna.get("/home").body;
    EXPECT_THAT(page, HasSubstr("Müller Haustechnik"));
    EXPECT_THAT(page, HasSubstr("niets op ma 23-02-2026"));
    EXPECT_THAT(page, HasSubstr("7 van 7 weken"));
    EXPECT_EQ(anna.post("/silence/known", {{"customer", "C1002"}, {"channel", "mail"}}).status,
              303);
    watch_silence(world.store(), seller, world.now() + std::chrono::minutes{5});
    page = anna.get("/home").body;
    EXPECT_THAT(page, HasSubstr("bekend bij anna"));
    EXPECT_THAT(page, Not(HasSubstr("action=\"/silence/known\"")));
    EXPECT_EQ(anna.post("/silence/known", {{"customer", "C1001"}, {"channel", "mail"}}).status,
              404);
}

TEST_F(Home, isForLookersToo) {
    world.order_weekly();
    watch_silence(world.store(), test::noordkade().seller, world.now());
    Visitor olga{app};
    ASSERT_TRUE(olga.log_in("olga"));
    const auto page = olga.get("/home").body;
    EXPECT_THAT(page, HasSubstr("Müller Haustechnik"));
    EXPECT_THAT(page, Not(HasSubstr("action=\"/silence/known\"")));
    EXPECT_EQ(olga.post("/silence/known", {{"customer", "C1002"}, {"channel", "mail"}}).status,
              403);
}

TEST_F(Home, tellsWhatDoesNotLeave) {
    EXPECT_THAT(anna.get("/home").body, HasSubstr("antwoorden wachten op verzending"));
    std::int64_t failed = 0;
    for (const auto& row : world.store().outbox_in_state(OutboxState::pending, 100)) {
        failed = row.case_id;
        world.store().mark_outbox(row.id, OutboxState::failed, "550 no such user <script>", {});
    }
    const auto page = anna.get("/home").body;
    EXPECT_THAT(page, HasSubstr("konden niet worden verzonden"));
    EXPECT_THAT(page, HasSubstr("550 no such user &lt;script&gt;"));
    EXPECT_NE(failed, 0);
}

TEST_F(Home, aCustomersPageHasAgreementRhythmAndWhatIsOpen) {
    world.order_weekly();
    const auto page = anna.get("/customer/C1001").body;
    EXPECT_THAT(page, HasSubstr("Bakkerij De Korenaar"));
    EXPECT_THAT(page, HasSubstr("A-C1001"));
    EXPECT_THAT(page, HasSubstr("wacht op ons"));
    EXPECT_THAT(page, HasSubstr("/typed?customer=C1001"));
    const auto weekly = anna.get("/customer/C1002").body;
    EXPECT_THAT(weekly, HasSubstr("ma gewoonlijk 09:00–09:00 (7 van 7 weken)"));
    EXPECT_EQ(anna.get("/customer/C9999").status, 404);
    EXPECT_EQ(anna.get("/customer/").status, 404);
    EXPECT_EQ(anna.get("/customer/%3Cscript%3E").status, 404);
}

TEST_F(Home, aCustomersPageIsAClickFromHisOrders) {
    const auto id = world.cases()[0];
    EXPECT_THAT(anna.get(cat("/case/", id)).body, HasSubstr("href=\"/customer/C1001\""));
    EXPECT_THAT(anna.get(cat("/order/", id)).body, HasSubstr("href=\"/customer/C1001\""));
}
