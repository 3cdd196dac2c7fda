// SPDX-License-Identifier: Apache-2.0

// Complaints on the page, and what is done at an order after its decision.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "desk/desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

const std::string complaint_mail = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                                   "To: orders@noordkade.example\r\n"
                                   "Subject: Klacht over 4500017\r\n"
                                   "Message-ID: <klacht-1@korenaar.example>\r\n"
                                   "Date: Mon, 2 Mar 2026 09:05:00 +0100\r\n"
                                   "MIME-Version: 1.0\r\n"
                                   "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                                   "Goedemorgen,\r\n\r\nVan bestelling 4500017 waren 6 rollen "
                                   "NK-210 beschadigd <b>kapot</b>.\r\n\r\n"
                                   "Groet, Petra\r\n";

FlowSettings with_hold(std::chrono::milliseconds hold) {
    auto flow = test::noordkade();
    flow.hold = hold;
    return flow;
}

struct Service : testing::Test {
    explicit Service(std::chrono::milliseconds hold = {}) : flow(with_hold(hold)) {}
    WebWorld world;
    FlowSettings flow;
    WebApp app{world.settings(), flow, world.store(), world.pool()};
    Visitor anna{app};

    void SetUp() override { ASSERT_TRUE(anna.log_in("anna")); }

    Case the_case(std::int64_t id) { return *world.store().find_case(id); }
    std::string version(std::int64_t id) { return cat(the_case(id).version); }
    std::vector<std::string> events(std::int64_t id) {
        std::vector<std::string> names;
        for (const auto& event : world.store().events(id))
            names.push_back(event.step.event);
        return names;
    }
    bool happened(std::int64_t id, const std::string& event) {
        return std::ranges::count(events(id), event) > 0;
    }
    std::string number() {
        world.arrive("mail", "", complaint_mail);
        const auto all = world.store().complaints({});
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? "" : all.front().number;
    }
    HttpResponse act(const std::string& number, const std::string& verb, test::Fields fields) {
        fields.emplace("version", cat(world.store().find_complaint(number)->version));
        return anna.post(cat("/complaint/", number, "/", verb), std::move(fields));
    }
    // A proposal that has left.
    std::int64_t told() {
        const auto id = world.cases()[0];
        const auto findings = the_case(id).findings;
        const auto at = std::ranges::find(findings, Check::price_below_agreed, &Finding::check) -
                        findings.begin();
        anna.post(
            cat("/case/", id, "/resolve"),
            {{"version", version(id)}, {"finding", cat(at)}, {"resolution", "accept_agreed"}});
        anna.post(cat("/case/", id, "/release"), {{"version", version(id)}});
        Desk(world.store(), flow).carry_out_due(world.now() + flow.hold);
        for (const auto& row : world.store().outbox_of_case(id))
            world.store().mark_outbox(row.id, OutboxState::sent, "250 ok", {});
        return id;
    }
    HttpResponse at_order(std::int64_t id, const std::string& verb, test::Fields fields = {}) {
        fields.emplace("version", version(id));
        return anna.post(cat("/order/", id, "/", verb), std::move(fields));
    }
};

struct TakesTime : Service {
    TakesTime() : Service(std::chrono::seconds{30}) {}
};

} // namespace

TEST_F(Service, listsComplaintsWithOwnerDeadlineAndLines) {
    const auto no = number();
    const auto page = anna.get("/complaints").body;
    for (const auto& told : {cat(">", no, "</a>"), std::string("Bakkerij De Korenaar"),
                             std::string("nog niemand"), std::string("NK-210")})
        EXPECT_TRUE(page.contains(told)) << told << "\n" << page;
    EXPECT_TRUE(anna.get("/complaints?state=closed").body.contains("Geen klachten."));
    EXPECT_TRUE(anna.get("/complaints?customer=C9999&state=x&after=x").body.contains("Geen kl"));
    EXPECT_TRUE(anna.get(cat("/orders?text=", no)).body.contains("klacht"));
}

TEST_F(Service, dealsWithAComplaintFromOwnerToOutcome) {
    const auto no = number();
    const auto page = anna.get(cat("/complaint/", no)).body;
    EXPECT_TRUE(page.contains("6 rollen NK-210 beschadigd &lt;b&gt;kapot")) << page;
    EXPECT_EQ(act(no, "assign", {{"owner", "niemand"}}).status, 422) << "no mail address";
    ASSERT_EQ(act(no, "assign", {{"owner", "klachten@noordkade.example"}}).status, 303);
    ASSERT_EQ(act(no, "cause", {{"cause", "transport"}}).status, 303);
    EXPECT_EQ(act(no, "link", {{"order", "4500017"}, {"lines", "x"}}).status, 422);
    ASSERT_EQ(act(no, "link", {{"order", "4500017"}, {"lines", "2"}}).status, 303);
    ASSERT_EQ(act(no, "note", {{"text", "gebeld met vervoerder"}}).status, 303);
    EXPECT_TRUE(anna.get(cat("/complaint/", no)).body.contains("gebeld met vervoerder"));
    EXPECT_TRUE(anna.get(cat("/order/", world.cases()[0])).body.contains(cat(">", no, "</a>")));
    EXPECT_EQ(act(no, "close", {{"outcome", " "}}).status, 422);
    ASSERT_EQ(act(no, "close", {{"outcome", "creditnota"}}).status, 303);
    const auto closed = world.store().find_complaint(no);
    EXPECT_EQ(closed->state, ComplaintState::closed);
    EXPECT_EQ(closed->cause_by, "anna");
    EXPECT_EQ(closed->lines.at(0).line, 1U);
    const auto after = anna.get(cat("/complaint/", no)).body;
    EXPECT_TRUE(after.contains("creditnota"));
    EXPECT_FALSE(after.contains("/close\"")) << "nothing is left to do";
}

TEST_F(Service, refusesWhoWasNotTheFirst) {
    const auto no = number();
    const auto answer =
        anna.post(cat("/complaint/", no, "/close"), {{"version", "0"}, {"outcome", "weg"}});
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(answer.body.contains(cat("/complaint/", no)));
    EXPECT_NE(world.store().find_complaint(no)->state, ComplaintState::closed);
    EXPECT_EQ(anna.get("/complaint/KL-26-9999").status, 404);
    EXPECT_EQ(anna.get("/complaint/%3Cscript%3E").status, 404);
}

TEST_F(TakesTime, letsTheLastAnswerGoAgainAsAMailOfItsOwn) {
    const auto id = told();
    const auto before = world.store().outbox_of_case(id);
    ASSERT_EQ(at_order(id, "resend").status, 303);
    const auto after = world.store().outbox_of_case(id);
    ASSERT_GT(after.size(), before.size());
    const auto& again = after.back();
    EXPECT_EQ(again.answer.kind, AnswerKind::proposal);
    EXPECT_EQ(again.state, OutboxState::pending);
    EXPECT_GT(again.next_attempt_at, world.now()) << "there is time to take it back";
    for (const auto& row : before)
        EXPECT_NE(row.mail_id, again.mail_id);
    EXPECT_TRUE(happened(id, "document.resent"));
    EXPECT_EQ(at_order(id, "resend").status, 409) << "it has not left yet";
    EXPECT_EQ(the_case(id).state, OrderState::proposed) << "nothing else changed";
}

TEST_F(TakesTime, takesBackWhatHasNotLeft) {
    const auto id = told();
    at_order(id, "resend");
    const auto row = world.store().outbox_of_case(id).back();
    EXPECT_TRUE(anna.get(cat("/order/", id)).body.contains("data-key=\"z\""));
    ASSERT_EQ(at_order(id, "take_back", {{"answer", cat(row.id)}}).status, 303);
    EXPECT_EQ(world.store().outbox_of_case(id).back().state, OutboxState::held);
    EXPECT_TRUE(happened(id, "document.taken_back"));
    EXPECT_EQ(at_order(id, "take_back", {{"answer", cat(row.id)}}).status, 409);
    const auto first = world.store().outbox_of_case(id).front();
    EXPECT_EQ(at_order(id, "take_back", {{"answer", cat(first.id)}}).status, 409)
        << "the first answer is no mail told again";
    ASSERT_EQ(at_order(id, "resend").status, 303) << "he may think again";
    EXPECT_EQ(world.store().outbox_of_case(id).back().state, OutboxState::pending);
}

TEST_F(TakesTime, tellsHowAnOrderStandsUnasked) {
    const auto id = told();
    ASSERT_EQ(at_order(id, "status").status, 303);
    const auto rows = world.store().outbox_of_case(id);
    const auto status = std::ranges::find(rows, AnswerKind::status,
                                          [](const OutboxRow& row) { return row.answer.kind; });
    ASSERT_NE(status, rows.end());
    EXPECT_EQ(status->answer.statuses.at(0).buyer_order_no, "4500017");
    EXPECT_TRUE(happened(id, "status.answered"));
    EXPECT_EQ(at_order(id, "status").status, 409);
}

TEST_F(Service, notesAndSaysWhatCannotBeDone) {
    const auto id = world.cases()[0];
    ASSERT_EQ(at_order(id, "note", {{"text", "klant belde <i>twee</i> keer"}}).status, 303);
    EXPECT_TRUE(anna.get(cat("/order/", id)).body.contains("klant belde &lt;i&gt;twee&lt;/i&gt;"));
    EXPECT_EQ(at_order(id, "note", {{"text", "  "}}).status, 422);
    const auto refused = at_order(id, "resend");
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.body.contains("nog niets gehoord")) << refused.body;
    EXPECT_EQ(at_order(id, "promise", {{"reason", "brand"}}).status, 422);
    EXPECT_EQ(at_order(id, "cancel", {{"reason", "brand"}}).status, 403) << "the lead's alone";
    EXPECT_EQ(anna.post(cat("/order/", id, "/note"), {{"version", "0"}, {"text", "x"}}).status,
              409);
    EXPECT_EQ(at_order(id, "fly").status, 404);
}

TEST_F(Service, letsAPromiseBeMadeAnew) {
    world.arrive("edi-in", "clean.edi", test::edi_order("4500090", {"9521000000018 500 0.74"}));
    const auto id = world.cases().back();
    if (the_case(id).state == OrderState::in_review)
        anna.post(cat("/case/", id, "/release"), {{"version", version(id)}});
    ASSERT_EQ(the_case(id).state, OrderState::confirmed) << name_of(the_case(id).state);
    EXPECT_TRUE(anna.get(cat("/order/", id)).body.contains("name=\"date0\""));
    EXPECT_EQ(
        at_order(id, "promise", {{"line", "0"}, {"date0", "1.2"}, {"reason", "brand"}}).status,
        422);
    ASSERT_EQ(at_order(id, "promise", {{"line", "0"}, {"date0", "12-03-2026"}, {"reason", "brand"}})
                  .status,
              303);
    EXPECT_EQ(the_case(id).state, OrderState::proposed);
    const auto page = anna.get(cat("/order/", id)).body;
    EXPECT_TRUE(page.contains("toezegging niet haalbaar"));
    EXPECT_TRUE(page.contains("brand"));
}
