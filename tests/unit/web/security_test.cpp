// SPDX-License-Identifier: Apache-2.0
#include "web_visitor.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "desk/desk.hpp"
#include "web/login_guard.hpp"

#include <gtest/gtest.h>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

struct Pages : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor visitor{app};
};

} // namespace

TEST(LoginGuard, stopsAnAccountAfterFiveFailuresAndAnAddressAfterThirty) {
    LoginGuard guard;
    const Instant now{};
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(guard.may_try("anna", "192.0.2.1", now));
        guard.failed("anna", "192.0.2.1", now);
    }
    EXPECT_FALSE(guard.may_try("anna", "192.0.2.99", now)) << "from anywhere";
    EXPECT_TRUE(guard.may_try("bram", "192.0.2.1", now));
    for (int i = 0; i < 25; ++i)
        guard.failed(cat("x", i), "192.0.2.1", now);
    EXPECT_FALSE(guard.may_try("bram", "192.0.2.1", now));
    EXPECT_TRUE(guard.may_try("bram", "192.0.2.2", now));
    const auto later = now + std::chrono::minutes{15};
    EXPECT_TRUE(guard.may_try("anna", "192.0.2.1", later));
}

TEST(LoginGuard, forgetsAnAccountsFailuresWhenItsOwnerLogsIn) {
    LoginGuard guard;
    const Instant now{};
    for (int i = 0; i < 4; ++i)
        guard.failed("anna", "192.0.2.1", now);
    guard.succeeded("anna");
    for (int i = 0; i < 4; ++i)
        guard.failed("anna", "192.0.2.1", now);
    EXPECT_TRUE(guard.may_try("anna", "192.0.2.1", now));
}

TEST_F(Pages, sendAStrangerToTheLogIn) {
    for (const auto* address :
         {"/", "/queue", "/case/1", "/case/1/raw", "/orders?text=4500017", "/queue/end", "/nothing",
          "/orders", "/order/1", "/order/1/answer/1/raw", "/complaints", "/complaint/KL-26-0001"}) {
        const auto answer = visitor.get(address);
        EXPECT_EQ(answer.status, 303) << address;
        EXPECT_TRUE(test::location_of(answer).starts_with("/login?back=%2F")) << address;
    }
    EXPECT_EQ(visitor.post("/case/1/release", {{"version", "1"}}).status, 401);
}

TEST_F(Pages, keepOnlyTheHashOfASessionsToken) {
    ASSERT_TRUE(visitor.log_in("anna"));
    const auto token = visitor.cookies().at("besteld");
    EXPECT_EQ(token.size(), 64U);
    EXPECT_FALSE(world.store().session_login(token, world.now()));
    EXPECT_EQ(world.store().session_login(sha256_hex(token), world.now()), "anna");
    visitor.post("/logout", {});
    EXPECT_FALSE(world.store().session_login(sha256_hex(token), world.now()))
        << "logged out on the server too";
}

TEST_F(Pages, setTheSessionCookieSoThatScriptsAndOtherSitesNeverGetIt) {
    visitor.get("/login");
    HttpRequest request{.method = "POST", .path = "/login"};
    request.headers = {{"sec-fetch-site", "same-origin"}, {"x-forwarded-proto", "https"}};
    request.form = {
        {"csrf", visitor.token()}, {"login", "anna"}, {"password", test::password_of_all}};
    visitor.comes_from("127.0.0.1");
    const auto answer = visitor.send(std::move(request));
    ASSERT_EQ(answer.status, 303);
    const auto& cookie = answer.headers.at(1).second;
    EXPECT_TRUE(cookie.starts_with("__Host-besteld=")) << cookie;
    for (const auto* wanted : {"HttpOnly", "SameSite=Strict", "Secure", "Path=/"})
        EXPECT_TRUE(cookie.contains(wanted)) << wanted;
}

TEST_F(Pages, refuseAWrongPasswordAndAnUnknownNameAlike) {
    visitor.get("/login");
    const auto wrong = visitor.post("/login", {{"login", "anna"}, {"password", "x"}});
    const auto unknown = visitor.post("/login", {{"login", "niemand"}, {"password", "x"}});
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(replace_all(wrong.body, "anna", "?"), replace_all(unknown.body, "niemand", "?"));
}

TEST_F(Pages, refuseEvenTheRightPasswordAfterFiveWrongOnes) {
    for (int i = 0; i < 5; ++i)
        EXPECT_FALSE(visitor.log_in("anna", "guess"));
    visitor.get("/login");
    EXPECT_EQ(
        visitor.post("/login", {{"login", "anna"}, {"password", test::password_of_all}}).status,
        429);
    EXPECT_TRUE(visitor.log_in("bram"));
}

TEST_F(Pages, refuseALogInWithoutItsFormsToken) {
    visitor.get("/login");
    EXPECT_EQ(visitor
                  .post("/login", {{"csrf", std::string(64, '0')},
                                   {"login", "anna"},
                                   {"password", test::password_of_all}})
                  .status,
              403);
}

TEST_F(Pages, refuseAFormFromElsewhere) {
    ASSERT_TRUE(visitor.log_in("anna"));
    const auto id = world.cases().front();
    const auto before = world.store().find_case(id)->version;
    const auto path = cat("/case/", id, "/claim");
    EXPECT_EQ(visitor.post(path, {{"csrf", std::string(64, 'a')}, {"version", "1"}}).status, 403);
    HttpRequest foreign{.method = "POST", .path = path};
    foreign.headers = {{"sec-fetch-site", "cross-site"}};
    foreign.form = {{"csrf", visitor.token()}, {"version", "1"}};
    EXPECT_EQ(visitor.send(foreign).status, 403);
    foreign.headers.clear();
    EXPECT_EQ(visitor.send(foreign).status, 403) << "no word about its origin at all";
    EXPECT_EQ(world.store().find_case(id)->version, before);
    EXPECT_EQ(world.store().find_case(id)->claimed_by, "");
}

TEST_F(Pages, refuseOtherMethodsAndForeignBytes) {
    ASSERT_TRUE(visitor.log_in("anna"));
    EXPECT_EQ(visitor.send({.method = "PUT", .path = "/queue"}).status, 405);
    EXPECT_EQ(visitor.get("/case/\xff\xfe").status, 400);
    EXPECT_EQ(visitor.get("/case/99999999999999999999").status, 404);
    EXPECT_EQ(visitor.get("/case/-1").status, 404);
    EXPECT_EQ(visitor.get("/case/1abc").status, 404);
    EXPECT_EQ(visitor.get("/queue?text=%FF%FE&customer=%00&after=1.2.3.4").status, 200);
    const auto id = world.cases().front();
    EXPECT_EQ(
        visitor.post(cat("/case/", id, "/reject"), {{"version", "1"}, {"reason", "\xff"}}).status,
        400);
    EXPECT_EQ(visitor.get("/static/../besteld.css").status, 404);
}

// Every role on every route: who is let in, who may look, who may decide.
TEST_F(Pages, letEachRoleDoWhatIsItsOwn) {
    const auto id = world.cases().front();
    const std::vector<std::string> looks{
        "/queue",     cat("/case/", id), cat("/case/", id, "/raw"), "/orders?text=4500017",
        "/queue/end", "/orders",         cat("/order/", id),        "/complaints"};
    const std::vector<std::string> verbs{"resolve", "unresolve", "correct", "release",   "approve",
                                         "refuse",  "ask",       "reject",  "answered",  "claim",
                                         "consent", "decline",   "counter", "set_aside", "cancel"};
    for (const auto* login : {"anna", "bram", "lotte", "carla", "adam", "olga"}) {
        Visitor one(app);
        ASSERT_TRUE(one.log_in(login)) << login;
        const auto role = world.store().user(login)->role;
        for (const auto& address : looks)
            EXPECT_EQ(one.get(address).status, 200) << login << " " << address;
        EXPECT_EQ(one.get("/metrics").status, role == Role::admin ? 200 : 403) << login;
        for (const auto& verb : verbs) {
            // A version of the past: who may act is told of it, who may not is refused for his
            // role.
            const auto answer = one.post(cat("/case/", id, "/", verb), {{"version", "0"},
                                                                        {"finding", "0"},
                                                                        {"resolution", "ask"},
                                                                        {"field", "currency"},
                                                                        {"value", "EUR"},
                                                                        {"reason", "r"},
                                                                        {"text", "t"}});
            // The credit controller decides about credit, and about nothing else.
            const bool decides = verb == "resolve" || verb == "unresolve";
            const bool may = may_act(role) || (role == Role::credit && decides);
            const int expected = !may ? 403 : verb == "claim" ? 303 : 409;
            EXPECT_EQ(answer.status, expected) << login << " " << verb;
            if (verb == "claim") world.store().release_claim(id, login);
        }
        // At the order: a past version again, and for who may not act his role is the reason.
        for (const auto* verb :
             {"note", "resend", "status", "take_back", "cancel", "promise", "register", "answer"})
            EXPECT_EQ(one.post(cat("/order/", id, "/", verb),
                               {{"version", "0"}, {"text", "t"}, {"reason", "r"}})
                          .status,
                      may_act(role) ? 409 : 403)
                << login << " " << verb;
        // The complaint is not there: who may act is told so, nobody else learns even that.
        for (const auto* verb : {"assign", "cause", "link", "confirm", "note", "close", "replace"})
            EXPECT_EQ(
                one.post(cat("/complaint/KL-26-9999/", verb), {{"version", "0"},
                                                               {"owner", "a@noordkade.example"},
                                                               {"cause", "price"},
                                                               {"text", "t"},
                                                               {"outcome", "o"}})
                    .status,
                may_act(role) ? 404 : 403)
                << login << " " << verb;
        const bool acts = one.get(cat("/order/", id)).body.contains("/note\"");
        EXPECT_EQ(acts, may_act(role)) << login;
        const auto page = one.get(looks[1]).body;
        EXPECT_EQ(page.contains("name=\"resolution\" value=\"accept_agreed\"><button") ||
                      page.contains("data-key=\"c\""),
                  may_act(role))
            << login;
    }
}

TEST_F(Pages, tellTheirHealthWithoutALogIn) {
    EXPECT_EQ(visitor.get("/healthz").body, "ok\n");
    auto settings = world.settings();
    settings.trouble = [] { return std::string("mailbox silent\n"); };
    WebApp ill(settings, test::noordkade(), world.store(), world.pool());
    const auto answer = Visitor(ill).get("/healthz");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.body, "mailbox silent\n");
}

TEST_F(Pages, giveMetricsToThisMachineAndAdminsOnly) {
    EXPECT_EQ(visitor.get("/metrics").status, 403);
    visitor.comes_from("127.0.0.1");
    EXPECT_TRUE(visitor.get("/metrics").body.starts_with("besteld_cases"));
    HttpRequest proxied{.method = "GET", .path = "/metrics"};
    proxied.headers = {{"x-forwarded-for", "192.0.2.5"}};
    EXPECT_EQ(visitor.send(proxied).status, 403);
}

TEST_F(Pages, doNotStartWithoutATemplate) {
    auto settings = world.settings();
    settings.templates = "/nonexistent";
    EXPECT_THROW(WebApp(settings, test::noordkade(), world.store(), world.pool()),
                 std::runtime_error);
    settings = world.settings();
    settings.files = "/nonexistent";
    EXPECT_THROW(WebApp(settings, test::noordkade(), world.store(), world.pool()),
                 std::runtime_error);
}
