// SPDX-License-Identifier: Apache-2.0
// What the acceptance scenarios say the checks must find.

#include "world.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>

namespace besteld {
namespace {

using namespace world;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

OrderDraft mail_order(std::string number) {
    OrderDraft draft{.format = "text", .document_class = DocumentClass::order, .language = "nl"};
    draft.order_number = field(std::move(number), 98);
    return draft;
}

LineDraft words_line(std::string sku, std::string quantity, std::string unit, std::string code,
                     int unit_score = 90) {
    LineDraft line{.seller_item = field(std::move(sku), 97),
                   .quantity = field(std::move(quantity), 90)};
    line.unit = field(std::move(unit), unit_score);
    line.unit_code = field(std::move(code), unit_score);
    return line;
}

TEST(Scenario, s01CleanOrderHasOnlyThePromotionToShow) {
    const Judged judged = judge(clean_edi_order(), korenaar());
    EXPECT_EQ(judged.order.customer_no, "C1001");
    EXPECT_EQ(judged.order.ship_to_id, "ST-01");
    EXPECT_THAT(judged.order.defaulted, IsEmpty());
    EXPECT_THAT(judged.open(), IsEmpty());
    ASSERT_EQ(judged.findings.size(), 1U);
    const Finding& promotion = judged.findings.front();
    EXPECT_EQ(promotion.check, Check::promotion_missed);
    EXPECT_EQ(promotion.severity, FindingSeverity::info);
    EXPECT_EQ(promotion.agreed, "1.058 EUR");
    EXPECT_EQ(judged.order.lines[0].unit, "H87"); // of the GTIN
    EXPECT_EQ(judged.order.lines[1].unit, "XRO");
    EXPECT_EQ(judged.order.lines[1].unit_origin, Origin::derived);
}

TEST(Scenario, s02PriceBelowAgreementIsAWarningWithFigures) {
    OrderDraft draft = clean_edi_order();
    draft.lines[0].unit_price = field("0.71");
    const Judged judged = judge(draft, korenaar());
    EXPECT_THAT(judged.open(), ElementsAre(Check::price_below_agreed));
    const Finding& finding = *judged.find(Check::price_below_agreed);
    EXPECT_EQ(finding.line, 0U);
    EXPECT_EQ(finding.ordered, "0.71 EUR");
    EXPECT_EQ(finding.agreed, "0.74 EUR");
    EXPECT_EQ(finding.difference, "-0.03 (-4.1 %)");
    EXPECT_EQ(finding.money, dec("-15.00"));
    EXPECT_THAT(finding.trace, HasSubstr("break 500"));
    EXPECT_THAT(finding.clause, HasSubstr("A-C1001-2026"));
    EXPECT_EQ(finding.reason, "R-PRICE");
    EXPECT_EQ(finding.suggested, Resolution::accept_agreed);
    EXPECT_EQ(finding.suggested_value, "0.74");
    for (const WayOut& way : finding.ways_out) {
        EXPECT_EQ(way.lead_only, way.resolution == Resolution::accept_ordered);
        EXPECT_FALSE(way.consequence.empty());
    }
}

TEST(Scenario, s03RoundsToThePackAndReadsDozenAsTheBoxItself) {
    OrderDraft draft = mail_order("4500018");
    draft.requested = deliver_on("2026-03-05");
    draft.lines = {words_line("NK-210", "100", "rollen", "XRO"),
                   words_line("NK-100", "1000", "dozen", "XCT", 70)};
    const MailHead mail = mail_of("petra@korenaar.example");
    const Judged judged = judge(draft, korenaar(), monday_morning(), &mail);
    EXPECT_EQ(judged.order.customer_no, "C1001");
    EXPECT_EQ(judged.order.ship_to_id, "ST-01");
    EXPECT_THAT(judged.order.defaulted, ElementsAre("ship_to"));
    EXPECT_TRUE(judged.order.free_text);
    const Finding* pack = judged.find(Check::not_a_multiple);
    ASSERT_NE(pack, nullptr);
    EXPECT_EQ(pack->suggested_value, "108");
    EXPECT_EQ(pack->difference, "+8 XRO (+8.0 %)");
    EXPECT_EQ(pack->reason, "R-PACK");
    EXPECT_TRUE(pack->preagreed);
    EXPECT_FALSE(is_open(*pack));
    EXPECT_EQ(judged.order.lines[1].unit, "H87");
    EXPECT_EQ(judged.order.lines[1].quantity_stock, Decimal{1000});
    EXPECT_EQ(judged.order.lines[1].score, 70);
    EXPECT_THAT(judged.open(), ElementsAre(Check::reading_uncertain));
    EXPECT_EQ(judged.find(Check::reading_uncertain)->line, 1U);
    EXPECT_TRUE(judged.has(Check::promotion_missed));
    EXPECT_EQ(agreed_price(korenaar(), "NK-100", Decimal{1000}, "EUR", day(3, 2))->per_stock_unit,
              dec("0.71"));
}

OrderDraft film_order(std::string buyer_gln, std::string ship_to_gln, std::string price_text) {
    OrderDraft draft = clean_edi_order();
    draft.format = "ubl";
    draft.parties = {party(PartyRole::buyer, "0088", std::move(buyer_gln)),
                     party(PartyRole::ship_to, "0088", std::move(ship_to_gln))};
    draft.lines = {by_gtin("9521000000032", "48", std::move(price_text))};
    draft.stated_line_count.reset();
    return draft;
}

TEST(Scenario, s04ShortageIsOfferedInTwoParts) {
    const Judged judged = judge(film_order("9520000001018", "9520000001025", "9.40"), korenaar());
    EXPECT_THAT(judged.open(), ElementsAre(Check::not_enough_stock));
    const Finding& finding = *judged.find(Check::not_enough_stock);
    EXPECT_EQ(finding.suggested, Resolution::split);
    EXPECT_EQ(finding.suggested_value, "30@2026-03-05;18@2026-03-17");
    for (const WayOut& way : finding.ways_out)
        EXPECT_FALSE(way.lead_only);
}

TEST(Scenario, s05CompleteOnlyMeansAllOnOneLaterDay) {
    const Judged judged = judge(film_order("9520000002015", "9520000002022", "9.10"), mueller());
    EXPECT_THAT(judged.open(),
                ElementsAre(Check::not_enough_stock, Check::split_against_complete_delivery));
    const Finding& complete = *judged.find(Check::split_against_complete_delivery);
    EXPECT_EQ(complete.severity, FindingSeverity::block);
    EXPECT_EQ(complete.suggested, Resolution::accept_agreed);
    EXPECT_EQ(complete.suggested_value, "2026-03-13");
    for (const WayOut& way : judged.find(Check::not_enough_stock)->ways_out) {
        const bool in_parts =
            way.resolution == Resolution::split || way.resolution == Resolution::backorder;
        EXPECT_EQ(way.lead_only, in_parts);
    }
}

TEST(Scenario, s06CutOffIsInclusiveAndNamesTheFirstFeasibleDay) {
    const OrderDraft draft = clean_edi_order(); // for Thursday 5 March
    EXPECT_FALSE(judge(draft, korenaar(), at(3, 3, 11, 59, 59)).has(Check::lead_time_too_short));
    EXPECT_FALSE(judge(draft, korenaar(), at(3, 3, 12, 0, 0)).has(Check::lead_time_too_short));
    const Judged late = judge(draft, korenaar(), at(3, 3, 12, 0, 1));
    ASSERT_TRUE(late.has(Check::lead_time_too_short));
    EXPECT_EQ(late.find(Check::lead_time_too_short)->suggested_value, "2026-03-10");
    OrderDraft wednesday = draft;
    wednesday.requested = deliver_on("2026-03-11");
    const Judged closed = judge(wednesday, korenaar(), at(3, 3, 12, 0, 1));
    EXPECT_THAT(closed.open(), ElementsAre(Check::not_a_delivery_day));
    EXPECT_EQ(closed.find(Check::not_a_delivery_day)->suggested_value, "2026-03-12");
}

TEST(Scenario, s07WrongHouseNumberOffersTheAddressOnFile) {
    OrderDraft draft = clean_edi_order();
    PartyDraft ship_to{.role = PartyRole::ship_to};
    ship_to.address_lines = {field("Rolderstraat 41")};
    ship_to.postcode = field("9401 AN");
    ship_to.city = field("Assen");
    draft.parties[1] = ship_to;
    const Judged judged = judge(draft, korenaar());
    EXPECT_THAT(judged.open(), ElementsAre(Check::ship_to_not_permitted));
    const Finding& finding = *judged.find(Check::ship_to_not_permitted);
    EXPECT_EQ(finding.suggested_value, "ST-02");
    EXPECT_EQ(finding.difference, "house number 41, on file 14");
    EXPECT_THAT(finding.quote, HasSubstr("Rolderstraat 41"));
    EXPECT_EQ(judged.order.ship_to_id, "");
    const Judged corrected =
        judge(draft, korenaar(), monday_morning(), nullptr, {{"ship_to", {}, "ST-02", "anna", ""}});
    EXPECT_EQ(corrected.order.ship_to_id, "ST-02");
    EXPECT_THAT(corrected.open(), IsEmpty());
}

TEST(Scenario, s08SameNumberWithOtherContentIsOfferedAsAChange) {
    const std::string first = judge(clean_edi_order(), korenaar()).order.content_key;
    Terms terms = korenaar();
    terms.earlier = {{.order_id = 7,
                      .official_no = "SO-26-000412",
                      .buyer_order_key = "4500017",
                      .content_key = first,
                      .state = "confirmed",
                      .received_at = monday_morning()}};
    OrderDraft changed = clean_edi_order();
    changed.lines[0].quantity = field("600");
    const Finding finding = *judge(changed, terms).find(Check::same_order_number_again);
    EXPECT_EQ(finding.severity, FindingSeverity::block);
    EXPECT_EQ(finding.difference, "different content");
    EXPECT_EQ(finding.suggested, Resolution::merge);
    EXPECT_EQ(finding.suggested_value, "7");
    EXPECT_EQ(judge(clean_edi_order(), terms).find(Check::same_order_number_again)->difference,
              "same content");
    EXPECT_FALSE(judge(clean_edi_order(), korenaar()).has(Check::same_order_number_again));
    terms.earlier[0].state = "cancelled";
    EXPECT_EQ(judge(changed, terms).find(Check::same_order_number_again)->severity,
              FindingSeverity::info);
}

TEST(Scenario, s12ByADateTakesTheLastDeliveryDayForStock) {
    OrderDraft draft = film_order("9520000002015", "9520000002022", "9.10");
    draft.requested = Sourced<DateSpec>{
        .value = {.kind = DateKind::by, .start = "2026-03-13", .raw = "bis 13.03.2026"}};
    draft.lines.push_back(by_sku("NK-900", "120", "KGM"));
    EXPECT_THAT(judge(draft, mueller()).open(), IsEmpty());
}

TEST(Scenario, s14FrameworkAndCostCentreAreTwoBlocks) {
    OrderDraft draft{.format = "cxml", .document_class = DocumentClass::order};
    draft.parties = {party(PartyRole::buyer, "DUNS", "000000005")};
    draft.order_number = field("ZH-1");
    draft.requested = deliver_on("2026-03-10");
    draft.references = {{.type = "framework", .value = field("BO-7781"), .line = {}}};
    draft.lines = {by_sku("NK-505", "400", "XBX", "6.90")};
    const Judged judged = judge(draft, rijnmond());
    EXPECT_THAT(judged.open(),
                ElementsAre(Check::framework_exhausted, Check::cost_reference_missing));
    const Finding& finding = *judged.find(Check::framework_exhausted);
    EXPECT_EQ(finding.agreed, "300 XBX open");
    EXPECT_EQ(finding.suggested, Resolution::reduce);
    EXPECT_EQ(finding.suggested_value, "300");
}

} // namespace
} // namespace besteld
