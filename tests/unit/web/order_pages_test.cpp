// SPDX-License-Identifier: Apache-2.0

// Finding orders and looking at their lives.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "desk/order_desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

const std::string mail_as_sent =
    "From: Noordkade <orders@noordkade.example>\r\n"
    "To: inkoop@korenaar.example\r\n"
    "Subject: Uw order 4500017 <script>\r\n"
    "Message-ID: <besteld.1.00@noordkade.example>\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "Wij bevestigen <b>uw</b> order.\r\n"
    "--b\r\nContent-Type: application/pdf; name=\"bevestiging.pdf\"\r\n"
    "Content-Disposition: attachment; filename=\"bevestiging.pdf\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n";

struct OrderPages : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};

    void SetUp() override { ASSERT_TRUE(anna.log_in("anna")); }

    std::string order(std::size_t at) const { return cat("/order/", world.cases()[at]); }
    // Lets the first order go at the agreed price: a proposal leaves.
    std::int64_t proposed() {
        const auto id = world.cases()[0];
        const auto the_case = [&] { return *world.store().find_case(id); };
        const auto findings = the_case().findings;
        const auto at = std::ranges::find(findings, Check::price_below_agreed, &Finding::check) -
                        findings.begin();
        anna.post(cat("/case/", id, "/resolve"), {{"version", cat(the_case().version)},
                                                  {"finding", cat(at)},
                                                  {"resolution", "accept_agreed"}});
        anna.post(cat("/case/", id, "/release"), {{"version", cat(the_case().version)}});
        return id;
    }
};

} // namespace

TEST_F(OrderPages, listEveryOrderNewestFirstWithItsStateInWords) {
    const auto page = anna.get("/orders").body;
    EXPECT_LT(page.find(">4500019</a>"), page.find(">4500017</a>"));
    EXPECT_TRUE(page.contains("te beoordelen")) << page;
    EXPECT_FALSE(page.contains("in_review"));
}

TEST_F(OrderPages, areFoundByNumberCustomerAndArticle) {
    EXPECT_TRUE(anna.get("/orders?text=450001").body.contains(">4500017</a>"));
    EXPECT_TRUE(anna.get("/orders?text=korenaar").body.contains(">4500017</a>"));
    const auto film = anna.get("/orders?text=NK-330").body;
    EXPECT_TRUE(film.contains(">4500019</a>"));
    EXPECT_FALSE(film.contains(">4500017</a>")) << "it orders no film";
    EXPECT_TRUE(anna.get("/orders?text=niemand").body.contains("Geen order gevonden."));
}

TEST_F(OrderPages, arePagedWithoutScript) {
    for (int i = 0; i < 55; ++i)
        world.arrive("edi-in", "o.edi",
                     test::edi_order(cat(7700000 + i), {"9521000000018 500 0.71"}));
    const auto first = anna.get("/orders?text=77000").body;
    EXPECT_TRUE(first.contains(">7700054</a>"));
    EXPECT_FALSE(first.contains(">7700000</a>"));
    const std::string link = "href=\"/orders?text=77000&amp;before=";
    const auto at = first.find(link);
    ASSERT_NE(at, std::string::npos) << first;
    const auto from = at + link.size();
    const auto before = first.substr(from, first.find('"', from) - from);
    const auto second = anna.get(cat("/orders?text=77000&before=", before)).body;
    EXPECT_TRUE(second.contains(">7700000</a>"));
    EXPECT_FALSE(second.contains(">7700054</a>"));
    EXPECT_TRUE(second.contains("href=\"/orders?text=77000\"")) << "back to the first";
}

TEST_F(OrderPages, tellTheWholeStoryOfAnOrder) {
    const auto id = proposed();
    const auto page = anna.get(cat("/order/", id)).body;
    for (const auto* told :
         {"bericht ontvangen", "order-4500017.edi",
          "Prijs lager dan afgesproken: Gebruik de afspraak", "voorstel verstuurd", "anna",
          "voorgesteld", "SO-26-000001", "wacht op verzending"})
        EXPECT_TRUE(page.contains(told)) << told << "\n" << page;
    EXPECT_FALSE(page.contains("accept_agreed"));
    EXPECT_TRUE(page.contains(cat("href=\"/case/", id, "\"")));
}

TEST_F(OrderPages, nameTheAgreementThatWasUsed) {
    EXPECT_TRUE(anna.get(cat("/order/", proposed())).body.contains("Gebruikte afspraken"));
    EXPECT_TRUE(anna.get(order(0)).body.contains("A-C1001-2026"));
}

TEST_F(OrderPages, showAnAnswerAsDataBeforeItIsWrittenAndAsMailAfterwards) {
    const auto id = proposed();
    const auto rows = world.store().outbox_of_case(id);
    const auto mail = std::ranges::find(rows, OutboxChannel::mail, &OutboxRow::channel);
    ASSERT_NE(mail, rows.end());
    const auto address = cat("/order/", id, "/answer/", mail->id);
    EXPECT_TRUE(anna.get(cat("/order/", id)).body.contains(cat("href=\"", address, "\"")));
    EXPECT_TRUE(anna.get(address).body.contains("Nog niet geschreven"));
    EXPECT_EQ(anna.get(cat(address, "/raw")).status, 404);
    world.store().store_rendered(mail->id, mail_as_sent);
    world.store().mark_outbox(mail->id, OutboxState::sent, "250 ok", {});
    const auto page = anna.get(address).body;
    EXPECT_TRUE(page.contains("Wij bevestigen &lt;b&gt;uw&lt;/b&gt; order.")) << page;
    EXPECT_TRUE(page.contains("Uw order 4500017 &lt;script&gt;"));
    EXPECT_TRUE(page.contains("besteld.1.00@noordkade.example"));
    EXPECT_TRUE(page.contains("250 ok"));
    EXPECT_EQ(anna.get(cat(address, "/raw")).body, mail_as_sent);
    const auto paper = anna.get(cat(address, "/part/1"));
    EXPECT_EQ(paper.body, "%PDF-");
    EXPECT_EQ(paper.content_type, "application/octet-stream");
    EXPECT_TRUE(paper.headers.at(0).second.contains("bevestiging.pdf"));
}

TEST_F(OrderPages, giveTheMessagesOfAnOrderAndOfNoOther) {
    const auto own = world.store().find_case(world.cases()[0])->message_id;
    const auto other = world.store().find_case(world.cases()[1])->message_id;
    EXPECT_TRUE(anna.get(cat(order(0), "/message/", own)).body.starts_with("UNA:"));
    EXPECT_EQ(anna.get(cat(order(0), "/message/", other)).status, 404);
    const auto id = proposed();
    const auto answer = world.store().outbox_of_case(id).front().id;
    EXPECT_EQ(anna.get(cat(order(1), "/answer/", answer)).status, 404) << "of another order";
}

TEST_F(OrderPages, areNotFoundByWhatIsNoNumber) {
    for (const auto* rest :
         {"", "x", "-1", "999999", "1/x", "1/answer", "1/answer/x", "1/answer/1/x",
          "1/message/99999999999999999999", "1/answer/1/part/-1", "1/a/b/c/d/e"})
        EXPECT_EQ(anna.get(cat("/order/", rest)).status, 404) << rest;
    EXPECT_EQ(anna.get("/orders?text=%FF&before=zzz").status, 200);
}

TEST_F(OrderPages, escapeWhatStrangersWrote) {
    for (const auto id : world.cases()) {
        const auto page = anna.get(cat("/order/", id)).body;
        for (const auto* attack : {"<script>window", "<img src=x", "<svg onload"})
            EXPECT_FALSE(page.contains(attack)) << attack;
    }
    EXPECT_FALSE(
        anna.get("/orders?text=%22%3E%3Cscript%3Ealert(1)").body.contains("<script>alert"));
}

TEST_F(OrderPages, tellWhatElseCameUnderTheSameNumber) {
    const auto again = test::edi_order("4500017", {"9521000000018 600 0.71"});
    world.arrive("edi-in", "again.edi", replace_all(again, "IC4500017", "IC9"));
    const auto page = anna.get(order(0)).body;
    EXPECT_TRUE(page.contains("zelfde bestelnummer")) << page;
    EXPECT_TRUE(page.contains(cat("href=\"/order/", world.cases().back(), "\"")));
}
