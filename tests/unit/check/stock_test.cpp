// SPDX-License-Identifier: Apache-2.0
// ATP and J01 to J04.

#include "world.hpp"

#include "check/stock.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace world;

OrderDraft order_of(const char* sku, const char* quantity, const char* unit,
                    const char* date = "2026-03-05") {
    OrderDraft draft = clean_edi_order();
    draft.requested = deliver_on(date);
    draft.lines = {by_sku(sku, quantity, unit)};
    draft.lines[0].line = field("1");
    draft.stated_line_count.reset();
    return draft;
}

OrderDraft of_mueller(OrderDraft draft) {
    draft.parties = {party(PartyRole::buyer, "0088", "9520000002015"),
                     party(PartyRole::ship_to, "0088", "9520000002022")};
    return draft;
}

const WayOut* way(const Finding& finding, Resolution resolution) {
    for (const WayOut& one : finding.ways_out)
        if (one.resolution == resolution) return &one;
    return nullptr;
}

TEST(Atp, isOnHandWithoutSafetyAndPromisesWithHandledReceipts) {
    Terms terms = korenaar();
    Stock& stock = terms.stock["NK-330"]; // 30, and 60 on 12 March
    stock.safety = Decimal{5};
    stock.promises = {{day(3, 4), Decimal{10}}, {day(3, 20), Decimal{40}}};
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 3)), Decimal{25});
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 4)), Decimal{15});
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 12)), Decimal{15});
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 13)), Decimal{75});
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 20)), Decimal{35});
    // Of the 75 on 13 March 40 are promised for the 20th: only the rest can be promised anew.
    EXPECT_EQ(promisable_on(terms, "NK-330", day(3, 13)), Decimal{35});
    EXPECT_EQ(available_from(terms, "NK-330", Decimal{35}, day(3, 5)), day(3, 13));
    EXPECT_EQ(available_from(terms, "NK-330", Decimal{36}, day(3, 5)), std::nullopt);
    terms.seller.inbound_handling_days = 3;
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 16)), Decimal{15});
    EXPECT_EQ(available_on(terms, "NK-330", day(3, 17)), Decimal{75});
}

TEST(StockCheck, passesExactlyWhatIsFree) {
    EXPECT_FALSE(judge(order_of("NK-330", "30", "XRO"), korenaar()).has(Check::not_enough_stock));
    EXPECT_TRUE(judge(order_of("NK-330", "31", "XRO"), korenaar()).has(Check::not_enough_stock));
}

TEST(StockCheck, suggestsTheFewestPartsWherePartsAreAgreed) {
    Terms terms = korenaar();
    terms.stock["NK-330"].as_of = at(3, 2, 7, 0);
    const Judged judged = judge(order_of("NK-330", "48", "XRO"), terms);
    const Finding* finding = judged.find(Check::not_enough_stock);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->suggested, Resolution::split);
    EXPECT_EQ(finding->suggested_value, "30@2026-03-05;18@2026-03-17");
    EXPECT_EQ(finding->difference, "-18");
    EXPECT_NE(finding->trace.find("2 h old"), std::string::npos);
    terms.agreement->maximum_parts = 1;
    const Judged whole = judge(order_of("NK-330", "48", "XRO"), terms);
    EXPECT_EQ(whole.find(Check::not_enough_stock)->suggested, Resolution::accept_agreed);
    EXPECT_EQ(whole.find(Check::not_enough_stock)->suggested_value, "2026-03-17");
}

TEST(StockCheck, fallsBackToTheLeadTimeOfTheItem) {
    Terms terms = korenaar();
    const Judged none = judge(order_of("NK-330", "100", "XRO"), terms);
    EXPECT_FALSE(none.find(Check::not_enough_stock)->suggested);
    terms.items["NK-330"].lead_days = 15; // Monday 23 March, delivered on Tuesday
    const Judged judged = judge(order_of("NK-330", "100", "XRO"), terms);
    const Finding* finding = judged.find(Check::not_enough_stock);
    ASSERT_NE(finding, nullptr);
    EXPECT_NE(finding->agreed.find("all from 2026-03-24"), std::string::npos) << finding->agreed;
}

TEST(StockCheck, countsWhatEarlierLinesTakeAndWholePacks) {
    OrderDraft draft = order_of("NK-210", "36", "XRO");
    draft.lines.push_back(by_sku("NK-210", "50", "XCT")); // 1800 rolls
    draft.lines[1].line = field("2");
    const Judged judged = judge(draft, korenaar()); // 1800 on hand
    const Finding* finding = judged.find(Check::not_enough_stock);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->line, 1U);
    EXPECT_TRUE(finding->agreed.starts_with("49 XCT free")) << finding->agreed;
}

TEST(StockCheck, doesNotGuessWithoutAFeed) {
    Terms terms = korenaar();
    terms.stock.clear();
    const Judged judged = judge(order_of("NK-330", "10", "XRO"), terms);
    EXPECT_EQ(judged.find(Check::not_enough_stock)->agreed, "not evaluated: any stock figure");
}

TEST(CompleteOnly, wantsAllOnOneDay) {
    const Judged judged = judge(of_mueller(order_of("NK-330", "48", "XRO")), mueller());
    EXPECT_EQ(judged.find(Check::not_enough_stock)->severity, FindingSeverity::warn);
    const Finding* finding = judged.find(Check::split_against_complete_delivery);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->severity, FindingSeverity::block);
    EXPECT_EQ(finding->suggested_value, "2026-03-13");
    EXPECT_TRUE(way(*finding, Resolution::split)->lead_only);
    EXPECT_TRUE(way(*judged.find(Check::not_enough_stock), Resolution::backorder)->lead_only);
    // The order's own word goes before the agreement's.
    OrderDraft in_parts = of_mueller(order_of("NK-330", "48", "XRO"));
    in_parts.partial_allowed = field("yes");
    EXPECT_FALSE(judge(in_parts, mueller()).has(Check::split_against_complete_delivery));
    OrderDraft at_once = order_of("NK-330", "48", "XRO");
    at_once.partial_allowed = field("no");
    EXPECT_TRUE(judge(at_once, korenaar()).has(Check::split_against_complete_delivery));
}

TEST(Production, isNamedWhereTheDayHangsOnIt) {
    // 150 kg there, 500 produced on 10 March, deliverable on the 11th.
    const auto judged_for = [](const char* kilos, const char* date) {
        return judge(of_mueller(order_of("NK-900", kilos, "KGM", date)), mueller());
    };
    EXPECT_FALSE(judged_for("150", "2026-03-11").has(Check::waits_for_production));
    const Judged waits = judged_for("151", "2026-03-11");
    const Finding* finding = waits.find(Check::waits_for_production);
    ASSERT_NE(finding, nullptr);
    EXPECT_FALSE(waits.has(Check::not_enough_stock));
    EXPECT_EQ(finding->agreed, "150 KGM without production, all from 2026-03-11");
    EXPECT_NE(finding->trace.find("deliverable from 2026-03-11"), std::string::npos);
    const Judged early = judged_for("650", "2026-03-10");
    EXPECT_TRUE(early.has(Check::not_enough_stock));
    EXPECT_TRUE(early.has(Check::waits_for_production));
    EXPECT_FALSE(judged_for("651", "2026-03-11").has(Check::waits_for_production));
}

TEST(Substitution, isOfferedAsItsRuleSays) {
    Terms terms = korenaar();
    terms.substitutions = {
        {.sku = "NK-330", .substitute = "NK-331", .ratio = Decimal{2}, .mode = "allowed"}};
    OrderDraft draft = order_of("NK-330", "48", "XRO");
    const Judged judged = judge(draft, terms);
    const WayOut* offered = way(*judged.find(Check::not_enough_stock), Resolution::substitute);
    ASSERT_NE(offered, nullptr);
    EXPECT_NE(offered->consequence.find("96 of NK-331 (2 for one)"), std::string::npos);
    EXPECT_NE(offered->consequence.find("200 are free"), std::string::npos);
    EXPECT_NE(offered->consequence.find("allowed by the agreement"), std::string::npos);
    terms.substitutions[0].mode = "forbidden";
    EXPECT_EQ(way(*judge(draft, terms).find(Check::not_enough_stock), Resolution::substitute),
              nullptr);
    terms.substitutions.clear(); // the catalogue's own substitute: the customer is asked
    EXPECT_NE(way(*judge(draft, terms).find(Check::not_enough_stock), Resolution::substitute)
                  ->consequence.find("asked first"),
              std::string::npos);
    draft.lines[0].substitution_forbidden = true;
    EXPECT_EQ(way(*judge(draft, terms).find(Check::not_enough_stock), Resolution::substitute),
              nullptr);
}

TEST(ShelfLifeCheck, countsTheDaysLeftAtDelivery) {
    Terms terms = korenaar();
    terms.items["NK-505"].shelf_life_days = 90;
    terms.prices.push_back(price("customer", "NK-505", "6.90"));
    Stock& stock = terms.stock["NK-505"]; // 500
    const Date delivered = day(3, 5);
    stock.batches = {
        {.number = "A", .quantity = Decimal{400}, .best_before = delivered + std::chrono::days(90)},
        {.number = "B",
         .quantity = Decimal{100},
         .best_before = delivered + std::chrono::days(60)}};
    EXPECT_FALSE(judge(order_of("NK-505", "400", "XBX"), terms).has(Check::shelf_life_too_short));
    const Judged judged = judge(order_of("NK-505", "401", "XBX"), terms);
    const Finding* finding = judged.find(Check::shelf_life_too_short);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->ordered, "90 days left on 2026-03-05");
    EXPECT_EQ(finding->agreed, "60 days left");
    EXPECT_EQ(finding->difference, "-30 days");
    terms.agreement->check_tolerance["shelf_life_too_short"] = Decimal{30};
    EXPECT_FALSE(judge(order_of("NK-505", "500", "XBX"), terms).has(Check::shelf_life_too_short));
    OrderDraft asking = order_of("NK-505", "400", "XBX");
    asking.lines[0].notes = {field("THT minimaal 180 dagen")};
    EXPECT_TRUE(judge(asking, terms).has(Check::shelf_life_too_short));
}

} // namespace
} // namespace besteld
