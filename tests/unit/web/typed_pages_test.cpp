// SPDX-License-Identifier: Apache-2.0

// An order that a clerk takes down by telephone.
#include "web_visitor.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>

using namespace besteld;
using test::Fields;
using test::Visitor;
using test::WebWorld;
using testing::ElementsAre;
using enum OrderState;

namespace {

struct TypedPages : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};
    std::size_t events_before = 0;

    void SetUp() override {
        ASSERT_TRUE(anna.log_in("anna"));
        events_before = events();
    }

    std::size_t events() { return world.store().events(0).size(); }
    static void add_line(Fields& form, const std::string& item, const std::string& quantity,
                         const std::string& unit, const std::string& price = "") {
        form.emplace("item", item);
        form.emplace("quantity", quantity);
        form.emplace("unit", unit);
        form.emplace("price", price);
        form.emplace("date", "");
        form.emplace("remark", "");
    }
    Fields form(const std::string& item = "NK-100", const std::string& quantity = "500",
                const std::string& price = "") {
        Fields fields{{"by", "phone"},
                      {"customer", "C1001"},
                      {"caller", "Petra de Wit"},
                      {"number", "4500777"},
                      {"requested", "12-03-2026"},
                      {"once", test::hidden_field(anna.get("/typed").body, "once")}};
        add_line(fields, item, quantity, "stuks", price);
        return fields;
    }
    std::int64_t taken(Fields fields) {
        const auto to = test::location_of(anna.post("/typed", std::move(fields)));
        EXPECT_TRUE(to.starts_with("/case/")) << to;
        return to.starts_with("/case/") ? std::stoll(to.substr(6)) : 0;
    }
    Case the_case(std::int64_t id) { return *world.store().find_case(id); }
};

} // namespace

TEST_F(TypedPages, sayWhatIsAgreedWhileOneTypes) {
    const auto page = anna.post("/typed/check", form("NK-100", "500", "0,70")).body;
    EXPECT_TRUE(page.contains("Bakkerij De Korenaar B.V."));
    EXPECT_TRUE(page.contains("doos 300x200x150"));
    EXPECT_TRUE(page.contains("500 stuks × "));
    EXPECT_TRUE(page.contains("Prijs lager dan afgesproken"));
    EXPECT_TRUE(page.contains("370,00"));
    EXPECT_EQ(events(), events_before) << "looking writes nothing";
}

TEST_F(TypedPages, findTheCustomerByTheBeginningOfHisName) {
    auto fields = form();
    fields.find("customer")->second = "koren";
    const auto page = anna.post("/typed/check", fields).body;
    EXPECT_TRUE(page.contains("name=\"customer\" value=\"C1001\"")) << page;
    EXPECT_TRUE(page.contains("Bakkerij De Korenaar B.V."));
    fields.find("customer")->second = "nobody";
    EXPECT_TRUE(anna.post("/typed/check", fields).body.contains("Geen klant heet zo: nobody"));
}

TEST_F(TypedPages, openACaseThatASecondPersonApproves) {
    const auto id = taken(form());
    EXPECT_EQ(the_case(id).state, awaiting_second);
    EXPECT_THAT(the_case(id).editors, ElementsAre("anna"));
    EXPECT_EQ(the_case(id).order.channel, "phone");
    EXPECT_TRUE(the_case(id).official_no.empty());
    EXPECT_TRUE(world.store().outbox_of_case(id).empty())
        << "nothing is told before a colleague looked";

    const auto version = cat(the_case(id).version);
    EXPECT_EQ(anna.post(cat("/case/", id, "/approve"), {{"version", version}}).status, 403);
    Visitor bram{app};
    ASSERT_TRUE(bram.log_in("bram"));
    bram.post(cat("/case/", id, "/approve"), {{"version", version}});
    EXPECT_EQ(the_case(id).state, confirmed);
    EXPECT_FALSE(the_case(id).official_no.empty());
    const auto told = world.store().outbox_of_case(id);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].answer.recipient, "petra@korenaar.example") << "her address on file";
}

TEST_F(TypedPages, showWhoTookItAndWhatHeTyped) {
    const auto id = taken(form("NK-100", "500", "0,70"));
    EXPECT_EQ(the_case(id).state, in_review);
    const auto page = anna.get(cat("/case/", id)).body;
    EXPECT_TRUE(page.contains("order opgenomen"));
    EXPECT_TRUE(page.contains("phone: Petra de Wit"));
    EXPECT_TRUE(page.contains("<mark")) << "the typed price stands in the source";
}

TEST_F(TypedPages, takeAFormOnce) {
    const auto fields = form();
    const auto first = taken(fields);
    const auto cases = world.cases().size();
    EXPECT_EQ(taken(fields), first) << "a second click is no second order";
    EXPECT_EQ(world.cases().size(), cases);
}

TEST_F(TypedPages, noticeThatTheSameOrderCameBefore) {
    taken(form());
    const auto again = taken(form()); // another form, the same number and goods
    EXPECT_NE(the_case(again).state, awaiting_second);
}

TEST_F(TypedPages, giveTheFormBackWhenItCannotBeTaken) {
    auto unreadable = form();
    unreadable.find("quantity")->second = "1.000"; // one or a thousand?
    const auto page = anna.post("/typed", unreadable);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.body.contains("value=\"1.000\"")) << "what was typed is still there";
    EXPECT_TRUE(page.body.contains("(1.000)"));

    auto stranger = form();
    stranger.find("customer")->second = "C9999";
    EXPECT_TRUE(anna.post("/typed", stranger).body.contains("Zeg eerst welke klant het is."));

    auto nothing = form("", "");
    nothing.find("unit")->second = "";
    EXPECT_TRUE(anna.post("/typed", nothing).body.contains("minstens één regel"));

    auto without_number = form();
    without_number.find("once")->second = "";
    EXPECT_EQ(anna.post("/typed", without_number).status, 422);
    EXPECT_EQ(events(), events_before);
}

TEST_F(TypedPages, askWhichArticleIsMeantByWords) {
    const auto id = taken(form("doos 300x200x150", "500"));
    EXPECT_THAT(the_case(id).order.lines[0].match_step, testing::AnyOf("M7", "M8"));
    EXPECT_NE(the_case(id).state, confirmed);
}

TEST_F(TypedPages, orderTheSameAgain) {
    const auto id = taken(form());
    EXPECT_TRUE(anna.get(cat("/order/", id)).body.contains(cat("/typed?again=", id)));
    const auto page = anna.get(cat("/typed?again=", id)).body;
    EXPECT_TRUE(page.contains("name=\"customer\" value=\"C1001\""));
    EXPECT_TRUE(page.contains("name=\"item\" value=\"NK-100\""));
    EXPECT_TRUE(page.contains("name=\"quantity\" value=\"500\""));
    EXPECT_TRUE(page.contains("name=\"price\" value=\"\"")) << "what is agreed now counts";
    EXPECT_TRUE(page.contains("name=\"number\" value=\"\""));
    EXPECT_EQ(anna.get("/typed?again=999999").status, 404);
}

TEST_F(TypedPages, areForThoseWhoTakeOrders) {
    for (const auto* login : {"carla", "adam", "olga"}) {
        Visitor visitor{app};
        ASSERT_TRUE(visitor.log_in(login));
        EXPECT_FALSE(visitor.get("/queue").body.contains("href=\"/typed\"")) << login;
        EXPECT_EQ(visitor.get("/typed").status, 403) << login;
        EXPECT_EQ(visitor.post("/typed", form()).status, 403) << login;
        EXPECT_EQ(visitor.post("/typed/check", form()).status, 403) << login;
    }
    EXPECT_EQ(events(), events_before);
}

TEST_F(TypedPages, showWhatWasTypedAndNeverRunIt) {
    auto fields = form("\"><script>alert(1)</script>", "5");
    fields.find("caller")->second = "'><img src=x onerror=alert(1)>";
    const auto page = anna.post("/typed/check", fields).body;
    EXPECT_FALSE(page.contains("<script>alert"));
    EXPECT_FALSE(page.contains("<img"));
}
