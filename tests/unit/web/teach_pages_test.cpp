// SPDX-License-Identifier: Apache-2.0

// Columns and items taught at the page: tried on what came before, a second person, and what a
// correction teaches.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "flow/heading_trial.hpp"
#include "flow/reader_request.hpp"
#include "flow/taught_layout.hpp"
#include "order/taught_heading.hpp"
#include "parsers/read.hpp"

#include <gmock/gmock.h>

using namespace besteld;
using test::Visitor;
using test::WebWorld;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string in_words = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                             "To: orders@noordkade.example\r\n"
                             "Subject: bestelling\r\n"
                             "Message-ID: <words-{n}@korenaar.example>\r\n"
                             "MIME-Version: 1.0\r\n"
                             "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                             "Goedemorgen,\r\n\r\nGraag ontvangen wij:\r\n"
                             "{q} rollen bruine kleefband zwaar\r\n\r\n"
                             "Onze order 88{n}, levering 12-03-2026.\r\n";

const std::string in_columns = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                               "To: orders@noordkade.example\r\n"
                               "Subject: bestelling {n}\r\n"
                               "Message-ID: <columns-{n}@korenaar.example>\r\n"
                               "MIME-Version: 1.0\r\n"
                               "Content-Type: text/csv; name=\"order-{n}.csv\"\r\n"
                               "Content-Disposition: attachment; filename=\"order-{n}.csv\"\r\n\r\n"
                               "Ordernummer;Uw sleutel;Aantal\r\n{n};NK-100;500\r\n";

struct Teaching : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};
    Visitor bram{app};

    void SetUp() override {
        ASSERT_TRUE(anna.log_in("anna"));
        ASSERT_TRUE(bram.log_in("bram"));
    }
    std::int64_t mail(const std::string& text, int number, const std::string& quantity = "500") {
        world.arrive("mail", "",
                     replace_all(replace_all(text, "{n}", cat(number)), "{q}", quantity));
        return world.cases().back();
    }
    Case the_case(std::int64_t id) { return *world.store().find_case(id); }
    std::string version(std::int64_t id) { return cat(the_case(id).version); }
    // As the daemon does it, without a process of its own.
    void try_it() {
        TaughtHeadings headings(world.store());
        const auto read =
            [](const StoredMessage& message,
               std::vector<TableLayout> layouts) -> std::expected<Reading, ReaderFault> {
            const auto request = request_for(test::noordkade(), std::move(layouts), message);
            return parsers::read(message.bytes, request.hint);
        };
        while (const auto next = headings.next_to_try())
            headings.tried(next->id, to_json_text(try_heading(world.store(), *next, read,
                                                              [] { return false; })));
    }
};

} // namespace

TEST_F(Teaching, aColumnIsTriedOnEarlierDocumentsAndCountsByASecondPerson) {
    const auto first = mail(in_columns, 7001);
    EXPECT_THAT(anna.get(cat("/case/", first)).body, HasSubstr("name=\"heading\""));
    const auto taught =
        anna.post("/teach", {{"case", cat(first)}, {"heading", "Uw sleutel"}, {"field", "item"}});
    ASSERT_EQ(taught.status, 303) << taught.body;
    const auto address = test::location_of(taught);
    EXPECT_THAT(anna.get(address).body, HasSubstr("data-again"));
    EXPECT_EQ(bram.post(cat(address, "/use"), {}).status, 409) << "not tried yet";
    try_it();
    const auto shown = anna.get(address).body;
    EXPECT_THAT(shown, HasSubstr("1 zouden anders gelezen worden"));
    EXPECT_THAT(shown, HasSubstr("0 → 1"));
    EXPECT_THAT(shown, HasSubstr("<q>NK-100</q>"));
    EXPECT_THAT(shown, Not(HasSubstr("/use\""))) << "who taught it does not let it count";
    EXPECT_EQ(anna.post(cat(address, "/use"), {}).status, 403);
    EXPECT_EQ(bram.post(cat(address, "/use"), {}).status, 303);
    EXPECT_THAT(bram.get("/customer/C1001").body, HasSubstr("Uw sleutel"));

    // From the next document on: the sender is known from the mail, and so are his headings.
    const auto message = world.store().message(the_case(first).message_id, true);
    const auto reading = world.store().reading(message->id);
    const auto layout = taught_layout(world.store(), test::noordkade(), *message, *reading);
    ASSERT_TRUE(layout);
    const auto edi = world.store().message(the_case(world.cases()[0]).message_id, true);
    EXPECT_FALSE(
        taught_layout(world.store(), test::noordkade(), *edi, *world.store().reading(edi->id)))
        << "EDIFACT has no headings";
    const auto again =
        parsers::read(message->bytes, request_for(test::noordkade(), {*layout}, *message).hint);
    ASSERT_FALSE(again.documents.empty());
    ASSERT_FALSE(again.documents[0].lines.empty());
    EXPECT_EQ(again.documents[0].lines[0].seller_item->value, "NK-100");
    EXPECT_EQ(anna.post(cat(address, "/end"), {}).status, 303);
    EXPECT_FALSE(taught_layout(world.store(), test::noordkade(), *message, *reading));
    EXPECT_EQ(anna.post(cat(address, "/end"), {}).status, 409);
}

TEST_F(Teaching, countsTheValuesOfEveryFieldThatCanBeTaught) {
    const std::pair<const char*, const char*> columns[] = {
        {"item", "NK-100"},   {"buyer_item", "KB-1"}, {"gtin", "9521000000018"},
        {"name", "tape"},     {"quantity", "500"},    {"unit", "rol"},
        {"price", "0.74"},    {"line", "7"},          {"price_base", "100"},
        {"amount", "370"},    {"date", "2026-03-12"}, {"order_number", "7009"},
        {"note", "breekbaar"}};
    ASSERT_EQ(std::size(columns), std::size(teachable_fields));
    int number = 7100;
    for (const auto& [field, value] : columns) {
        // Beside it what makes the table an order's.
        const std::string other = std::string_view(field) == "quantity" ? "Artikelnr" : "Aantal";
        const std::string more = std::string_view(field) == "item" ? "" : ";Artikelnr;GTIN";
        auto table =
            cat("Onbekend;", other, more, "\r\n", value, ";", other == "Aantal" ? "500" : "NK-100",
                more.empty() ? "" : ";NK-210;9521000000025", "\r\n");
        const auto body =
            replace_all(in_columns, "Ordernummer;Uw sleutel;Aantal\r\n{n};NK-100;500\r\n", table);
        const auto id = mail(body, ++number);
        const auto address = test::location_of(
            anna.post("/teach", {{"case", cat(id)}, {"heading", "Onbekend"}, {"field", field}}));
        try_it();
        EXPECT_THAT(anna.get(address).body, HasSubstr(cat("<q>", value, "</q>"))) << field;
        anna.post(cat(address, "/end"), {});
    }
}

TEST_F(Teaching, aHeadingHasOneMeaning) {
    const auto first = mail(in_columns, 7001);
    std::vector<std::string> addresses;
    for (const auto* field : {"item", "buyer_item"})
        addresses.push_back(test::location_of(anna.post(
            "/teach", {{"case", cat(first)}, {"heading", "Uw sleutel"}, {"field", field}})));
    try_it();
    EXPECT_EQ(bram.post(cat(addresses[0], "/use"), {}).status, 303);
    const auto refused = bram.post(cat(addresses[1], "/use"), {});
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(refused.body, HasSubstr("heeft al een betekenis"));
}

TEST_F(Teaching, isRefusedByNameToWhoOnlyLooksAndForWhatIsNothing) {
    const auto first = mail(in_columns, 7001);
    Visitor olga{app};
    ASSERT_TRUE(olga.log_in("olga"));
    const test::Fields sound{{"case", cat(first)}, {"heading", "Uw sleutel"}, {"field", "item"}};
    EXPECT_EQ(olga.post("/teach", sound).status, 403);
    EXPECT_THAT(olga.get(cat("/case/", first)).body, Not(HasSubstr("name=\"heading\"")));
    EXPECT_EQ(
        anna.post("/teach", {{"case", cat(first)}, {"heading", " - "}, {"field", "item"}}).status,
        422);
    EXPECT_EQ(anna.post("/teach", {{"case", cat(first)}, {"heading", "Kleur"}, {"field", "colour"}})
                  .status,
              422);
    EXPECT_EQ(
        anna.post("/teach", {{"case", "999"}, {"heading", "Kleur"}, {"field", "item"}}).status,
        404);
    for (const auto* address : {"/teach", "/teach/999", "/teach/x"})
        EXPECT_EQ(anna.get(address).status, 404) << address;
    EXPECT_FALSE(TaughtHeadings(world.store()).next_to_try());
}

TEST_F(Teaching, showsWhatStrangersWriteAndNeverRunsIt) {
    const std::string attack = "<img src=x onerror=alert(1)>";
    const auto first = mail(replace_all(in_columns, "NK-100", attack), 7001);
    world.arrive("edi-in", cat(attack, ".csv"),
                 cat("Ordernummer;Uw sleutel;Aantal\r\n7002;", attack, ";500\r\n"));
    const auto address = test::location_of(
        anna.post("/teach", {{"case", cat(first)}, {"heading", "Uw sleutel"}, {"field", "item"}}));
    try_it();
    const auto shown = anna.get(address).body;
    EXPECT_THAT(shown, HasSubstr("&lt;img src=x onerror=alert(1)&gt;"));
    EXPECT_THAT(shown, Not(HasSubstr("<img")));
    const auto hostile = test::location_of(
        anna.post("/teach", {{"case", cat(first)}, {"heading", attack}, {"field", "item"}}));
    for (const auto& page : {hostile, std::string("/customer/C1001"), cat("/case/", first)})
        EXPECT_THAT(anna.get(page).body, Not(HasSubstr("<img"))) << page;
}

TEST_F(Teaching, ofAnItemShowsWhatTheWordsMeantBefore) {
    const auto first = mail(in_words, 1);
    const auto second = mail(in_words, 2, "600");
    ASSERT_FALSE(the_case(second).order.lines.empty());
    EXPECT_THAT(anna.get(cat("/case/", second)).body, Not(HasSubstr("Wat dit leert")));
    const auto put_right = [&](std::int64_t id, const char* sku) {
        return anna.post(
            cat("/case/", id, "/correct"),
            {{"version", version(id)}, {"field", "line.sku"}, {"line", "0"}, {"value", sku}});
    };
    ASSERT_EQ(put_right(first, "NK-100").status, 303);
    ASSERT_EQ(put_right(second, "NK-210").status, 303);
    const auto shown = anna.get(cat("/case/", second)).body;
    EXPECT_THAT(shown, HasSubstr("Wat dit leert"));
    EXPECT_THAT(shown, HasSubstr("betekende NK-100 in"));
    EXPECT_THAT(shown, HasSubstr(cat("/case/", first)));
    ASSERT_EQ(put_right(second, "NK-100").status, 303);
    const auto now = anna.get(cat("/case/", second)).body;
    EXPECT_THAT(now, HasSubstr("1 eerdere regels betekenden hetzelfde"));
    EXPECT_THAT(now, Not(HasSubstr("betekende NK-")));
}

TEST_F(Teaching, keepsACustomersNumberAsBaseData) {
    auto order = test::edi_order("4500092", {"9521000000018 500 0.71"});
    order = replace_all(order, "LIN+1++9521000000018:EN'", "LIN+1++KB-NIEUW-1:IN'");
    world.arrive("edi-in", "own-number.edi", order);
    const auto id = world.cases().back();
    ASSERT_FALSE(the_case(id).draft.lines.empty());
    ASSERT_TRUE(the_case(id).draft.lines[0].buyer_item) << "the test's order has no such number";
    const test::Fields line{{"case", cat(id)}, {"line", "0"}};
    EXPECT_EQ(anna.post("/teach/number", line).status, 422) << "nobody put it right";
    ASSERT_EQ(anna.post(cat("/case/", id, "/correct"), {{"version", version(id)},
                                                        {"field", "line.sku"},
                                                        {"line", "0"},
                                                        {"value", "NK-100"}})
                  .status,
              303);
    EXPECT_THAT(anna.get(cat("/case/", id)).body, HasSubstr("action=\"/teach/number\""));
    const auto kept = anna.post("/teach/number", line);
    ASSERT_EQ(kept.status, 303) << kept.body;
    const auto import = test::location_of(kept);
    EXPECT_THAT(anna.get(import).body, HasSubstr("KB-NIEUW-1"));
}
