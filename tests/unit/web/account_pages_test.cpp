// SPDX-License-Identifier: Apache-2.0

// A second factor from its set-up to the log-in with it, and who looked at what.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "store/access_log.hpp"
#include "store/second_factors.hpp"
#include "web/one_time_code.hpp"
#include "web/qr_drawing.hpp"

#include <gmock/gmock.h>
#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <regex>

using namespace besteld;
using std::chrono::seconds;
using test::Visitor;
using test::WebWorld;

namespace {

// What an app on a telephone shows.
std::string code_at(const std::string& secret, Instant at) {
    char* key = nullptr;
    std::size_t size = 0;
    EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &key, &size), OATH_OK);
    std::array<char, 7> code{};
    const auto moment = std::chrono::floor<seconds>(at).time_since_epoch().count();
    EXPECT_EQ(oath_totp_generate(key, size, moment, 30, 0, 6, code.data()), OATH_OK);
    std::free(key);
    return code.data();
}

struct Account : testing::Test {
    WebWorld world;
    Instant now = world.settings().clock();
    std::vector<Visit> visits;
    WebAppSettings settings(std::set<Role> required = {}) {
        auto changed = world.settings();
        changed.clock = [this] { return now; };
        changed.second_factor_for = std::move(required);
        changed.on_visit = [this](Visit visit) { visits.push_back(std::move(visit)); };
        return changed;
    }
    WebApp app{settings(), test::noordkade(), world.store(), world.pool()};
    WebApp strict{settings({Role::lead}), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};
    std::string secret;
    std::vector<std::string> recovery;

    void set_up(Visitor& visitor) {
        secret = test::hidden_field(visitor.post("/account/begin", {}).body, "secret");
        const auto page =
            visitor.post("/account/confirm", {{"secret", secret}, {"code", code_at(secret, now)}});
        ASSERT_EQ(page.status, 200);
        const std::regex code("<code>([a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4})</code>");
        for (std::sregex_iterator found(page.body.begin(), page.body.end(), code), end;
             found != end; ++found)
            recovery.push_back((*found)[1]);
    }
    // The page that asks for the code.
    static HttpResponse give_password(Visitor& visitor, const std::string& login) {
        visitor.get("/login");
        return visitor.post("/login", {{"login", login}, {"password", test::password_of_all}});
    }
    static HttpResponse give_code(Visitor& visitor, const HttpResponse& asked,
                                  const std::string& code) {
        return visitor.post("/login",
                            {{"ticket", test::hidden_field(asked.body, "ticket")}, {"code", code}});
    }
};

} // namespace

// RFC 6238, appendix B, its last six digits.
TEST(OneTimeCode, isThatOfTheStandard) {
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const std::pair<std::int64_t, const char*> vectors[] = {{59, "287082"},
                                                            {1111111109, "081804"},
                                                            {1111111111, "050471"},
                                                            {1234567890, "005924"},
                                                            {2000000000, "279037"}};
    for (const auto& [second, code] : vectors) {
        const Instant at{seconds{second}};
        EXPECT_EQ(totp_step(secret, code, at), second / 30) << second;
        EXPECT_EQ(totp_step(secret, code, at + seconds{30}), second / 30) << "a slow clock";
        EXPECT_FALSE(totp_step(secret, code, at + seconds{90}));
        EXPECT_EQ(code_at(secret, at), code);
    }
    EXPECT_EQ(totp_step(secret, " 287 082 ", Instant{seconds{59}}), 1);
    for (const auto* wrong : {"", "28708", "2870820", "28708x", "287083"})
        EXPECT_FALSE(totp_step(secret, wrong, Instant{seconds{59}})) << wrong;
    EXPECT_FALSE(totp_step("not base32!", "287082", Instant{seconds{59}}));
}

TEST(OneTimeCode, isMadeOfSecretsThatNobodyGuesses) {
    const auto one = new_totp_secret(), other = new_totp_secret();
    EXPECT_TRUE(is_totp_secret(one));
    EXPECT_NE(one, other);
    for (const auto* wrong : {"", "GEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq"})
        EXPECT_FALSE(is_totp_secret(wrong));
    EXPECT_EQ(otpauth_address("Noordkade B.V.", "anna", "ABC"),
              "otpauth://totp/Noordkade%20B.V.:anna?secret=ABC&issuer=Noordkade%20B.V.");
    EXPECT_EQ(recovery_hash("k7d2-9fhm-q3xw"), recovery_hash("K7D2 9FHM Q3XW"));
    EXPECT_NE(new_recovery_code(), new_recovery_code());
}

TEST(QrDrawing, hasTheCornersOfOne) {
    const auto drawing = qr_drawing("otpauth://totp/x");
    EXPECT_GE(drawing.side, 21 + 8);
    EXPECT_TRUE(drawing.path.starts_with("M4 4h1v1h-1z")) << "behind the quiet zone";
    EXPECT_THROW(qr_drawing(std::string(5'000, 'x')), std::runtime_error);
}

TEST_F(Account, asksForACodeOnceItIsSetUp) {
    ASSERT_TRUE(anna.log_in("anna"));
    EXPECT_TRUE(anna.get("/account").body.contains("action=\"/account/begin\""));
    set_up(anna);
    EXPECT_EQ(recovery.size(), 10U);

    Visitor again{app};
    const auto asked = give_password(again, "anna");
    EXPECT_EQ(asked.status, 200);
    EXPECT_EQ(again.get("/queue").status, 303) << "the password alone opens nothing";
    EXPECT_EQ(give_code(again, asked, "000000").status, 401);
    EXPECT_EQ(give_code(again, asked, code_at(secret, now)).status, 401)
        << "the code of the set-up was used";
    now += seconds{31};
    EXPECT_EQ(give_code(again, asked, code_at(secret, now)).status, 303);
    EXPECT_EQ(again.get("/queue").status, 200);

    Visitor replaying{app};
    EXPECT_EQ(give_code(replaying, give_password(replaying, "anna"), code_at(secret, now)).status,
              401)
        << "a code that somebody read over a shoulder";
}

TEST_F(Account, letsInByARecoveryCodeOnce) {
    ASSERT_TRUE(anna.log_in("anna"));
    set_up(anna);
    Visitor without_phone{app};
    EXPECT_EQ(give_code(without_phone, give_password(without_phone, "anna"), recovery.at(3)).status,
              303);
    EXPECT_TRUE(without_phone.get("/account").body.contains("herstelcodes over: 9"));
    Visitor again{app};
    EXPECT_EQ(give_code(again, give_password(again, "anna"), recovery.at(3)).status, 401);
}

TEST_F(Account, endsTheWaitForACodeAndCountsGuesses) {
    ASSERT_TRUE(anna.log_in("anna"));
    set_up(anna);
    Visitor slow{app};
    const auto asked = give_password(slow, "anna");
    now += std::chrono::minutes{6};
    EXPECT_TRUE(give_code(slow, asked, code_at(secret, now)).body.contains("te lang"));

    Visitor guessing{app};
    const auto ticket = give_password(guessing, "anna");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(give_code(guessing, ticket, "000000").status, 401);
    EXPECT_EQ(give_code(guessing, ticket, code_at(secret, now)).status, 429);
    EXPECT_EQ(give_code(guessing, ticket, recovery.at(0)).status, 429);
}

TEST_F(Account, isSwitchedOffWithACodeOnly) {
    ASSERT_TRUE(anna.log_in("anna"));
    set_up(anna);
    EXPECT_EQ(anna.post("/account/remove", {{"code", "123456"}}).status, 422);
    EXPECT_TRUE(SecondFactors(world.store()).find("anna"));
    EXPECT_EQ(anna.post("/account/remove", {{"code", recovery.at(0)}}).status, 303);
    EXPECT_FALSE(SecondFactors(world.store()).find("anna"));
    Visitor again{app};
    EXPECT_TRUE(again.log_in("anna"));
}

TEST_F(Account, wantsOneOfRolesThatMustHaveIt) {
    Visitor lotte{strict};
    ASSERT_TRUE(lotte.log_in("lotte"));
    for (const auto* page : {"/queue", "/orders", "/reports"})
        EXPECT_EQ(test::location_of(lotte.get(page)), "/account") << page;
    EXPECT_EQ(test::location_of(lotte.post("/filters", {{"name", "x"}})), "/account");
    EXPECT_TRUE(lotte.get("/account").body.contains("Uw rol werkt met een tweede factor"));
    set_up(lotte);
    EXPECT_EQ(lotte.get("/queue").status, 200);
    EXPECT_EQ(lotte.post("/account/remove", {{"code", recovery.at(0)}}).status, 403);
    Visitor clerk{strict};
    ASSERT_TRUE(clerk.log_in("anna"));
    EXPECT_EQ(clerk.get("/queue").status, 200);
}

TEST_F(Account, movesToAnotherDeviceWithACodeOfTheFirst) {
    Visitor lotte{strict};
    ASSERT_TRUE(lotte.log_in("lotte"));
    lotte.get("/account");
    set_up(lotte);
    const auto first = secret;
    const auto drawn = test::hidden_field(lotte.post("/account/begin", {}).body, "secret");
    now += seconds{31};
    const test::Fields move{{"secret", drawn}, {"code", code_at(drawn, now)}};
    EXPECT_EQ(lotte.post("/account/confirm", move).status, 422) << "whoever finds an open page";
    EXPECT_EQ(SecondFactors(world.store()).find("lotte")->secret, first);
    auto with_code = move;
    with_code.emplace("present_code", code_at(first, now));
    EXPECT_EQ(lotte.post("/account/confirm", with_code).status, 200);
    EXPECT_EQ(SecondFactors(world.store()).find("lotte")->secret, drawn);
    EXPECT_EQ(SecondFactors(world.store()).recovery_left("lotte"), 10);
    EXPECT_EQ(lotte.post("/account", {}).status, 404);
}

TEST_F(Account, refusesASetUpThatTheDeviceDoesNotHave) {
    ASSERT_TRUE(anna.log_in("anna"));
    const auto page = anna.post("/account/begin", {}).body;
    EXPECT_TRUE(page.contains("<svg"));
    const auto drawn = test::hidden_field(page, "secret");
    EXPECT_EQ(anna.post("/account/confirm", {{"secret", drawn}, {"code", "000000"}}).status, 422);
    EXPECT_EQ(anna.post("/account/confirm", {{"secret", "short"}, {"code", "000000"}}).status, 422);
    EXPECT_FALSE(SecondFactors(world.store()).find("anna"));
}

TEST_F(Account, changesThePasswordAndEndsOtherSessions) {
    Visitor elsewhere{app};
    ASSERT_TRUE(elsewhere.log_in("anna"));
    ASSERT_TRUE(anna.log_in("anna"));
    const std::string fresh = "een ander lang wachtwoord";
    EXPECT_EQ(anna.post("/account/password", {{"old", "wrong"}, {"new", fresh}}).status, 422);
    EXPECT_EQ(
        anna.post("/account/password", {{"old", test::password_of_all}, {"new", "kort"}}).status,
        422);
    EXPECT_EQ(
        anna.post("/account/password", {{"old", test::password_of_all}, {"new", fresh}}).status,
        303);
    EXPECT_EQ(anna.get("/queue").status, 200);
    EXPECT_EQ(elsewhere.get("/queue").status, 303);
    Visitor again{app};
    EXPECT_FALSE(again.log_in("anna"));
    EXPECT_TRUE(again.log_in("anna", fresh));
}

TEST_F(Account, saysWhoLookedAtWhat) {
    ASSERT_TRUE(anna.log_in("anna"));
    visits.clear();
    anna.get("/case/1?queue=x");
    anna.get("/orders?text=korenaar");
    anna.post("/typed/check", {});
    ASSERT_EQ(visits.size(), 2U);
    EXPECT_EQ(visits[0].login, "anna");
    EXPECT_EQ(visits[0].path, "/case/1");
    EXPECT_EQ(visits[0].address, "192.0.2.7");
    EXPECT_EQ(visits[1].query, "text=korenaar");
    AccessLog(world.store()).add(visits);

    Visitor olga{app};
    ASSERT_TRUE(olga.log_in("olga"));
    const auto page = olga.get("/access?login=anna&path=/case/1").body;
    EXPECT_TRUE(page.contains("GET /case/1?queue=x")) << page;
    EXPECT_FALSE(page.contains("/orders?text"));
    EXPECT_EQ(anna.get("/access").status, 403);
    EXPECT_FALSE(anna.get("/queue").body.contains("href=\"/access\""));
}
