// SPDX-License-Identifier: Apache-2.0
#include "web_visitor.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

struct DeskPages : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};
    int told = 0;

    void SetUp() override {
        app.on_decision([this] { ++told; });
        ASSERT_TRUE(anna.log_in("anna"));
    }
    std::string version(std::int64_t id) {
        return std::to_string(world.store().find_case(id)->version);
    }
    std::size_t finding(std::int64_t id, Check check) {
        const auto findings = world.store().find_case(id)->findings;
        return static_cast<std::size_t>(std::ranges::find(findings, check, &Finding::check) -
                                        findings.begin());
    }
    HttpResponse resolve(std::int64_t id, std::size_t index, const std::string& how,
                         const std::string& reason = {}) {
        return anna.post(cat("/case/", id, "/resolve"), {{"version", version(id)},
                                                         {"finding", std::to_string(index)},
                                                         {"resolution", how},
                                                         {"reason", reason}});
    }
};

} // namespace

TEST_F(DeskPages, showTheQueueInWords) {
    const auto page = anna.get("/queue").body;
    EXPECT_TRUE(page.contains("Prijs lager dan afgesproken")) << page;
    EXPECT_TRUE(page.contains("Bakkerij De Korenaar B.V."));
    EXPECT_TRUE(page.contains(">4500017</a>"));
    EXPECT_FALSE(page.contains("price_below_agreed</td>")) << "codes are for the machine";
    EXPECT_TRUE(page.contains("<html lang=\"nl\""));
}

TEST_F(DeskPages, keepAFilterUnderANameUntilItIsRemoved) {
    const auto kept =
        anna.post("/filters", {{"name", "Prijzen"}, {"query", "check=price_below_agreed&evil=1"}});
    EXPECT_EQ(test::location_of(kept), "/queue?check=price_below_agreed");
    const auto page = anna.get("/queue").body;
    EXPECT_TRUE(page.contains("href=\"/queue?check=price_below_agreed\">Prijzen")) << page;
    EXPECT_FALSE(page.contains("evil"));
    const auto own = anna.get("/queue?check=price_below_agreed").body;
    EXPECT_TRUE(own.contains("Niet meer bewaren: Prijzen"));
    Visitor bram{app};
    ASSERT_TRUE(bram.log_in("bram"));
    EXPECT_FALSE(bram.get("/queue").body.contains("Prijzen"));
    EXPECT_EQ(bram.post("/filters/remove", {{"name", "Prijzen"}}).status, 404);
    anna.post("/filters/remove", {{"name", "Prijzen"}});
    EXPECT_FALSE(anna.get("/queue").body.contains("Prijzen"));
}

TEST_F(DeskPages, shareAFilterOnlyWhenALeadSaysSo) {
    Visitor lotte{app};
    ASSERT_TRUE(lotte.log_in("lotte"));
    anna.post("/filters", {{"name", "Van anna"}, {"query", "text=4500017"}, {"shared", "on"}});
    lotte.post("/filters", {{"name", "Van lotte"}, {"query", "text=4500018"}, {"shared", "on"}});
    EXPECT_TRUE(anna.get("/queue").body.contains("Van lotte"));
    EXPECT_FALSE(lotte.get("/queue").body.contains("Van anna"));
    EXPECT_EQ(anna.post("/filters", {{"name", ""}, {"query", "text=1"}}).status, 422);
    EXPECT_EQ(anna.post("/filters", {{"name", "leeg"}, {"query", ""}}).status, 422);
}

TEST_F(DeskPages, showWhatIsMine) {
    const auto id = world.cases()[0];
    anna.post(cat("/case/", id, "/claim"), {{"version", version(id)}});
    const auto page = anna.get("/queue?claimed_by=anna").body;
    EXPECT_TRUE(page.contains(cat("/case/", id, "?"))) << page;
    EXPECT_FALSE(page.contains(cat("/case/", world.cases()[1], "?")));
}

TEST_F(DeskPages, filterByWhatIsWrong) {
    const auto page = anna.get("/queue?check=price_below_agreed").body;
    EXPECT_TRUE(page.contains(">4500017</a>"));
    EXPECT_FALSE(page.contains(">4500019</a>"));
    EXPECT_TRUE(anna.get("/queue?text=geenklant").body.contains("Hier wacht niets."));
}

TEST_F(DeskPages, showTheOrderedAgainstTheAgreedWithItsPlaceInTheSource) {
    const auto page = anna.get(cat("/case/", world.cases()[0])).body;
    EXPECT_TRUE(page.contains("0,71 EUR"));
    EXPECT_TRUE(page.contains("0,74 EUR"));
    EXPECT_TRUE(page.contains("<mark id=\"m0-"));
    EXPECT_TRUE(page.contains(">0.71</mark>")) << page;
    EXPECT_TRUE(page.contains("de prijs 0,74 EUR is"));
    EXPECT_TRUE(page.contains("UNH+1+ORDERS:D:96A:UN:EAN008&#39;\nBGM+220+"))
        << "the source keeps its lines";
}

TEST_F(DeskPages, letADecisionBeMadeTakenBackAndReleased) {
    const auto id = world.cases()[0];
    const auto index = finding(id, Check::price_below_agreed);
    ASSERT_EQ(resolve(id, index, "accept_agreed").status, 303);
    EXPECT_TRUE(anna.get(cat("/case/", id)).body.contains("data-key=\"z\""));
    ASSERT_EQ(anna.post(cat("/case/", id, "/unresolve"),
                        {{"version", version(id)}, {"finding", std::to_string(index)}})
                  .status,
              303);
    EXPECT_EQ(anna.post(cat("/case/", id, "/release"), {{"version", version(id)}}).status, 422)
        << "still open";
    ASSERT_EQ(resolve(id, index, "accept_agreed").status, 303);
    const auto released = anna.post(cat("/case/", id, "/release"), {{"version", version(id)}});
    ASSERT_EQ(released.status, 303);
    EXPECT_TRUE(test::location_of(released).starts_with("/case/"))
        << "the next one opens by itself";
    EXPECT_NE(test::location_of(released), cat("/case/", id));
    EXPECT_EQ(world.store().find_case(id)->state, OrderState::proposed);
    EXPECT_FALSE(world.store().outbox_of_case(id).empty());
    EXPECT_GE(told, 1);
}

TEST_F(DeskPages, tellWhatChangedWhenSomebodyElseWasFirst) {
    const auto id = world.cases()[0];
    const auto old = version(id);
    const auto index = std::to_string(finding(id, Check::price_below_agreed));
    Visitor lotte(app);
    ASSERT_TRUE(lotte.log_in("lotte"));
    ASSERT_EQ(lotte
                  .post(cat("/case/", id, "/resolve"), {{"version", old},
                                                        {"finding", index},
                                                        {"resolution", "accept_ordered"},
                                                        {"reason", "afgesproken per telefoon"}})
                  .status,
              303);
    const auto answer =
        anna.post(cat("/case/", id, "/resolve"),
                  {{"version", old}, {"finding", index}, {"resolution", "accept_agreed"}});
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(answer.body.contains("lotte"));
    EXPECT_TRUE(answer.body.contains("afgesproken per telefoon"));
    EXPECT_EQ(world.store().find_case(id)->findings[std::stoul(index)].resolved->resolution,
              Resolution::accept_ordered);
}

TEST_F(DeskPages, takeACorrectionInTheClerksNotation) {
    const auto id = world.cases()[0];
    const auto fields = [&](const std::string& value) {
        return test::Fields{
            {"version", version(id)}, {"field", "line.price"}, {"line", "0"}, {"value", value}};
    };
    EXPECT_EQ(anna.post(cat("/case/", id, "/correct"), fields("1.234")).status, 422)
        << "one and a bit, or a thousand?";
    ASSERT_EQ(anna.post(cat("/case/", id, "/correct"), fields("0,74")).status, 303);
    const auto c = world.store().find_case(id);
    ASSERT_EQ(c->corrections.size(), 1U);
    EXPECT_EQ(c->corrections[0].value, "0.74");
    EXPECT_TRUE(std::ranges::none_of(
        c->findings, [](const Finding& f) { return f.check == Check::price_below_agreed; }));
}

TEST_F(DeskPages, askTheCustomerAndRecordTheAnswer) {
    const auto id = world.cases()[0];
    ASSERT_EQ(anna.post(cat("/case/", id, "/ask"),
                        {{"version", version(id)}, {"finding", "0"}, {"text", "Klopt dit?"}})
                  .status,
              303);
    EXPECT_EQ(world.store().find_case(id)->state, OrderState::awaiting_customer);
    EXPECT_TRUE(
        anna.get(cat("/case/", id)).body.contains(cat("action=\"/case/", id, "/answered\"")));
    ASSERT_EQ(anna.post(cat("/case/", id, "/answered"), {{"version", version(id)}, {"text", "Ja"}})
                  .status,
              303);
    EXPECT_NE(world.store().find_case(id)->state, OrderState::awaiting_customer);
}

TEST_F(DeskPages, endTheQueueKindly) {
    const auto answer = anna.get("/queue/end?check=price_below_agreed");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body.contains("Einde van de werkvoorraad"));
}

TEST_F(DeskPages, giveTheOriginalAsAFileToSave) {
    const auto answer = anna.get(cat("/case/", world.cases()[0], "/raw"));
    EXPECT_EQ(answer.content_type, "application/octet-stream");
    EXPECT_TRUE(answer.body.starts_with("UNA:"));
    EXPECT_TRUE(answer.headers.at(0).second.starts_with("attachment; filename=\""));
}

TEST_F(DeskPages, escapeWhatStrangersWrote) {
    for (const auto id : world.cases()) {
        const auto page = anna.get(cat("/case/", id)).body;
        for (const auto* attack : {"<script>window", "<img src=x", "<svg onload"})
            EXPECT_FALSE(page.contains(attack)) << attack;
    }
    const auto& last = world.cases();
    const auto hostile = std::ranges::find_if(last, [&](std::int64_t id) {
        return anna.get(cat("/case/", id)).body.contains("&lt;script&gt;window.hacked=3");
    });
    EXPECT_NE(hostile, last.end()) << "shown, but as text";
    const auto echo =
        anna.get("/queue?text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&customer=%27%22%3E%3Cb%3E")
            .body;
    EXPECT_FALSE(echo.contains("<script>alert"));
    EXPECT_FALSE(echo.contains("\"><b>"));
}

TEST_F(DeskPages, speakTheLanguageThatThePersonChose) {
    for (const auto& [language, word] :
         std::map<std::string, std::string>{{"en", "Price is lower than agreed"},
                                            {"de", "Preis niedriger als vereinbart"},
                                            {"fr", "Prix inférieur au prix convenu"},
                                            {"zh", "价格低于约定"}}) {
        ASSERT_EQ(anna.post("/preferences", {{"language", language},
                                             {"theme", "dark"},
                                             {"preferences", "1"},
                                             {"back", "/queue"}})
                      .status,
                  303);
        const auto page = anna.get("/queue").body;
        EXPECT_TRUE(page.contains(word)) << language;
        EXPECT_TRUE(page.contains(cat("<html lang=\"", language, "\" data-theme=\"dark\"")))
            << language;
        EXPECT_TRUE(page.contains("data-keys=\"off\"")) << "the keys were not asked for";
        EXPECT_EQ(anna.get(cat("/case/", world.cases()[0])).status, 200);
    }
}

TEST_F(DeskPages, findOrdersThatAreDone) {
    const auto id = world.cases()[0];
    resolve(id, finding(id, Check::price_below_agreed), "accept_agreed");
    anna.post(cat("/case/", id, "/release"), {{"version", version(id)}});
    const auto page = anna.get("/orders?text=4500017").body;
    EXPECT_TRUE(page.contains(">4500017</a>"));
    EXPECT_TRUE(page.contains("voorgesteld"));
}

TEST_F(DeskPages, keepFilesByTheirTag) {
    const auto first = anna.get("/static/besteld.css");
    EXPECT_EQ(first.content_type, "text/css; charset=utf-8");
    HttpRequest again{.method = "GET", .path = "/static/besteld.css"};
    again.headers = {{"if-none-match", first.headers.at(0).second}};
    EXPECT_EQ(anna.send(again).status, 304);
    EXPECT_EQ(anna.get("/static/passwd").status, 404);
}
