// SPDX-License-Identifier: Apache-2.0
// Each check with named rows: what passes, what does not, what stands just at the limit.

#include "world.hpp"

#include "check/catalogue.hpp"
#include "check/look_alike.hpp"
#include "check/ship_to.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace besteld {
namespace {

using namespace world;

// One line of a table: a change to the clean order of C1001 and whether the check then has
// something open.
struct Row {
    std::string name;
    std::function<void(OrderDraft&, Terms&)> change;
    bool found = false;
};

void expect_rows(Check check, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        OrderDraft draft = clean_edi_order();
        Terms terms = korenaar();
        row.change(draft, terms);
        const Judged judged = judge(draft, terms);
        const Finding* finding = judged.find(check);
        const bool open = finding != nullptr && is_open(*finding);
        EXPECT_EQ(open, row.found) << code_of(check) << ": " << row.name;
    }
}

std::function<void(OrderDraft&, Terms&)> priced(std::string price_text) {
    return [=](OrderDraft& draft, Terms&) { draft.lines[0].unit_price = field(price_text); };
}

std::function<void(OrderDraft&, Terms&)> counted(std::string quantity) {
    return [=](OrderDraft& draft, Terms&) {
        draft.lines[0].quantity = field(quantity);
        draft.lines[0].unit_price.reset();
    };
}

std::function<void(OrderDraft&, Terms&)> dated(std::string iso) {
    return [=](OrderDraft& draft, Terms&) { draft.requested = deliver_on(iso); };
}

TEST(Checks, haveOneRowEachInTheCatalogue) {
    for (int i = 0; i <= static_cast<int>(Check::second_pair_of_eyes); ++i) {
        const auto count =
            std::ranges::count(catalogue(), static_cast<Check>(i), &CatalogueEntry::check);
        EXPECT_EQ(count, 1) << i;
    }
}

TEST(Checks, priceBelowAgreed) {
    expect_rows(Check::price_below_agreed,
                {{"as agreed", priced("0.74"), false},
                 {"half a unit of the last decimal below", priced("0.735"), false},
                 {"a little more than that below", priced("0.734999"), true},
                 {"no price stated", counted("500"), false},
                 {"above", priced("0.75"), false}});
}

TEST(Checks, priceAboveAgreed) {
    expect_rows(Check::price_above_agreed, {{"half a unit above", priced("0.745"), false},
                                            {"a little more", priced("0.745001"), true},
                                            {"one cent above", priced("0.75"), true}});
}

TEST(Checks, priceToleranceNeedsBothLimits) {
    struct Limit {
        std::string price_text;
        bool found;
    };
    // C1002: 1 % and 0.05, agreed 9.10 → 0.05 is the narrower; 0.76 → 1 % is.
    for (const Limit& limit :
         {Limit{"9.05", false}, Limit{"9.049999", true}, Limit{"9.04", true}}) {
        OrderDraft draft = clean_edi_order();
        draft.parties = {party(PartyRole::buyer, "0088", "9520000002015")};
        draft.lines = {by_gtin("9521000000032", "10", limit.price_text)};
        const Judged judged = judge(draft, mueller());
        const Finding* finding = judged.find(Check::price_below_agreed);
        ASSERT_NE(finding, nullptr) << limit.price_text; // inside the tolerance it is shown
        EXPECT_EQ(is_open(*finding), limit.found) << limit.price_text;
    }
    for (const Limit& limit : {Limit{"0.7524", false}, Limit{"0.75", true}}) {
        OrderDraft draft = clean_edi_order();
        draft.parties = {party(PartyRole::buyer, "0088", "9520000002015")};
        draft.lines = {by_gtin("9521000000018", "100", limit.price_text)};
        const Judged judged = judge(draft, mueller());
        EXPECT_EQ(is_open(*judged.find(Check::price_below_agreed)), limit.found)
            << limit.price_text;
    }
}

TEST(Checks, priceBaseMixUp) {
    expect_rows(Check::price_base_differs,
                {{"per hundred written as each", priced("74.00"), true},
                 {"per hundred with its base",
                  [](OrderDraft& d, Terms&) {
                      d.lines[0].unit_price = field("74.00");
                      d.lines[0].price_base_quantity = field("100");
                  },
                  false},
                 {"twice the price is only too high", priced("1.48"), false}});
}

TEST(Checks, noAgreedPrice) {
    expect_rows(Check::no_agreed_price, {{"customer's price", priced("0.74"), false},
                                         {"list price is enough",
                                          [](OrderDraft& d, Terms& t) {
                                              t.prices = {price("list", "NK-100", "0.74"),
                                                          price("list", "NK-210", "1.15")};
                                              d.lines[0].unit_price = field("0.74");
                                          },
                                          false},
                                         {"not yet valid",
                                          [](OrderDraft&, Terms& t) {
                                              for (auto& p : t.prices)
                                                  p.valid_from = day(3, 3);
                                          },
                                          true},
                                         {"ends on the day",
                                          [](OrderDraft&, Terms& t) {
                                              for (auto& p : t.prices)
                                                  p.valid_to = day(3, 2);
                                          },
                                          false},
                                         {"ended the day before",
                                          [](OrderDraft&, Terms& t) {
                                              for (auto& p : t.prices)
                                                  p.valid_to = day(3, 1);
                                          },
                                          true}});
}

TEST(Checks, quantityMissing) {
    expect_rows(Check::quantity_missing,
                {{"there", counted("500"), false},
                 {"zero", counted("0"), true},
                 {"negative", counted("-5"), true},
                 {"words", counted("veel"), true},
                 {"larger than any order", counted("100000001"), true},
                 {"absent", [](OrderDraft& d, Terms&) { d.lines[0].quantity.reset(); }, true}});
}

TEST(Checks, packMultipleRoundsByItselfUpToTenPercent) {
    const auto rolls = [](std::string quantity) {
        return [=](OrderDraft& d, Terms&) { d.lines[1] = by_gtin("9521000000025", quantity); };
    };
    expect_rows(Check::not_a_multiple, {{"a multiple", rolls("72"), false},
                                        {"100 to 108 is 8 %", rolls("100"), false},
                                        {"20 to 36 is 80 %", rolls("20"), true}});
    const auto exactly = [](int percent) {
        return [=](OrderDraft& d, Terms& t) {
            t.items["NK-210"].multiple = Decimal{110};
            t.agreement->rounding_auto_percent = Decimal{percent};
            d.lines[1] = by_gtin("9521000000025", "100");
        };
    };
    expect_rows(Check::not_a_multiple,
                {{"exactly at 10 %", exactly(10), false}, {"limit 9 %", exactly(9), true}});
}

TEST(Checks, minimumQuantity) {
    expect_rows(Check::below_minimum_quantity, {{"at the minimum", counted("100"), false},
                                                {"one pack below", counted("75"), true},
                                                {"above", counted("125"), false}});
}

TEST(Checks, unitsOfTheItem) {
    const auto unit = [](std::string code) {
        return [=](OrderDraft& d, Terms&) { d.lines[1] = by_sku("NK-210", "2", code); };
    };
    expect_rows(Check::unit_unknown, {{"roll", unit("XRO"), false},
                                      {"roll by its old code", unit("RO"), false},
                                      {"carton of the item", unit("XCT"), false},
                                      {"box means the only carton", unit("XBX"), false},
                                      {"piece means one roll", unit("EA"), false},
                                      {"bucket", unit("XBJ"), true},
                                      {"kilogram", unit("KGM"), true}});
    OrderDraft draft = clean_edi_order();
    draft.lines[1] = by_sku("NK-210", "2", "XCT");
    EXPECT_EQ(judge(draft, korenaar()).order.lines[1].quantity_stock, Decimal{72});
    draft.lines[1] =
        by_gtin("19521000000022", "2"); // the carton's GTIN, no unit (domain.md fact 7)
    EXPECT_EQ(judge(draft, korenaar()).order.lines[1].unit, "XCT");
    EXPECT_EQ(judge(draft, korenaar()).order.lines[1].quantity_stock, Decimal{72});
}

TEST(Checks, fractionsOfPieces) {
    expect_rows(Check::fraction_of_a_piece,
                {{"whole", counted("500.0"), false}, {"half", counted("500.5"), true}});
}

TEST(Checks, itemsAreNamedWithoutContradiction) {
    const auto numbers = [](std::string sku, std::string gtin) {
        return [=](OrderDraft& d, Terms&) {
            d.lines[0] = by_sku(sku, "500", "H87");
            d.lines[0].gtin = field(gtin);
        };
    };
    expect_rows(Check::item_identifiers_disagree,
                {{"both NK-100", numbers("NK-100", "9521000000018"), false},
                 {"its bundle's GTIN", numbers("nk 100", "19521000000015"), false},
                 {"another's GTIN", numbers("NK-100", "9521000000025"), true}});
    expect_rows(Check::item_unknown,
                {{"by GTIN", [](OrderDraft&, Terms&) {}, false},
                 {"unknown number", numbers("NK-999", "9521000000995"), true}});
    expect_rows(Check::gtin_check_digit_wrong,
                {{"right", numbers("NK-100", "9521000000018"), false},
                 {"wrong", numbers("NK-100", "9521000000019"), true}});
}

TEST(Checks, dimensionsOfADescriptionMustFit) {
    const auto words = [](std::string name) {
        OrderDraft draft = clean_edi_order();
        draft.format = "text";
        LineDraft line{.name = field(std::move(name)), .quantity = field("12")};
        draft.lines = {line};
        return judge(draft, korenaar()).order.lines[0].sku;
    };
    EXPECT_EQ(words("rekwikkelfolie 500 mm 23my"), "NK-330");
    EXPECT_EQ(words("rekwikkelfolie 500mm 20 µm"), "NK-331");
    EXPECT_EQ(words("rekwikkelfolie 500 mm"), ""); // two fit equally well
    EXPECT_EQ(words("PP-tape transparant 48 mm"), "");
    EXPECT_EQ(words("tape transparant 50mm*66m"), "NK-210");
}

TEST(Checks, sellableUntilTheDayOfDelivery) {
    const auto film = [](std::string iso) {
        return [=](OrderDraft& d, Terms& t) {
            d.lines = {by_gtin("9521000000032", "6")};
            d.requested = deliver_on(iso);
            t.items["NK-330"].sell_to = day(3, 12);
        };
    };
    expect_rows(Check::item_not_sellable, {{"before the end", film("2026-03-10"), false},
                                           {"on the last day", film("2026-03-12"), false},
                                           {"after it", film("2026-03-17"), true}});
}

TEST(Checks, datesAgainstCalendarAndLeadTime) {
    expect_rows(Check::date_in_past, {{"yesterday", dated("2026-03-01"), true},
                                      {"today", dated("2026-03-02"), false},
                                      {"later", dated("2026-03-05"), false}});
    expect_rows(Check::lead_time_too_short, {{"first feasible", dated("2026-03-05"), false},
                                             {"two days before", dated("2026-03-03"), true}});
    expect_rows(Check::not_a_delivery_day, {{"Thursday", dated("2026-03-05"), false},
                                            {"Friday", dated("2026-03-06"), true},
                                            {"a holiday of ours",
                                             [](OrderDraft& d, Terms& t) {
                                                 t.seller.holidays.push_back(day(3, 10));
                                                 d.requested = deliver_on("2026-03-10");
                                             },
                                             true}});
    expect_rows(Check::delivery_date_missing,
                {{"none", [](OrderDraft& d, Terms&) { d.requested.reset(); }, true},
                 {"as soon as possible",
                  [](OrderDraft& d, Terms&) {
                      d.requested = Sourced<DateSpec>{.value = {.kind = DateKind::asap}};
                  },
                  false}});
}

TEST(Checks, minimumOrderValueAndCredit) {
    const auto limit = [](std::string value) {
        return [=](OrderDraft&, Terms& t) { t.agreement->minimum_value = dec(value); };
    };
    expect_rows(Check::below_minimum_order_value,
                {{"at 452.80", limit("452.80"), false}, {"a cent more", limit("452.81"), true}});
    const auto credit = [](std::string value) {
        return [=](OrderDraft&, Terms& t) { t.agreement->credit_limit = dec(value); };
    };
    expect_rows(
        Check::credit_limit_exceeded,
        {{"1200 + 547.89", credit("1747.89"), false},
         {"a cent less", credit("1747.88"), true},
         {"no limit", [](OrderDraft&, Terms& t) { t.agreement->credit_limit.reset(); }, false}});
}

TEST(Checks, statedAmounts) {
    const auto amount = [](std::string value) {
        return [=](OrderDraft& d, Terms&) { d.lines[0].line_amount = field(value); };
    };
    expect_rows(Check::line_amount_differs, {{"right", amount("370.00"), false},
                                             {"two cents", amount("370.02"), false},
                                             {"three cents", amount("370.03"), true}});
    const auto total = [](std::string value) {
        return [=](OrderDraft& d, Terms&) { d.total = field(value); };
    };
    expect_rows(Check::total_differs, {{"net", total("452.80"), false},
                                       {"gross", total("547.89"), false},
                                       {"four cents off", total("452.84"), false},
                                       {"five cents off", total("452.85"), true}});
}

TEST(Checks, termsOfTheCustomer) {
    expect_rows(Check::currency_not_agreed,
                {{"none stated", [](OrderDraft&, Terms&) {}, false},
                 {"dollars", [](OrderDraft& d, Terms&) { d.currency = field("USD"); }, true}});
    expect_rows(Check::no_valid_agreement,
                {{"valid", [](OrderDraft&, Terms&) {}, false},
                 {"expired", [](OrderDraft&, Terms& t) { t.agreement.reset(); }, true}});
    expect_rows(Check::order_number_missing,
                {{"there", [](OrderDraft&, Terms&) {}, false},
                 {"none", [](OrderDraft& d, Terms&) { d.order_number.reset(); }, true}});
    expect_rows(
        Check::promotion_claim_invalid,
        {{"valid",
          [](OrderDraft& d, Terms&) { d.references = {{"promotion", field("lente26"), {}}}; },
          false},
         {"unknown",
          [](OrderDraft& d, Terms&) { d.references = {{"promotion", field("ZOMER"), {}}}; },
          true}});
}

TEST(Checks, whoOrders) {
    expect_rows(Check::customer_unknown, {{"known", [](OrderDraft&, Terms&) {}, false},
                                          {"unknown GLN",
                                           [](OrderDraft&, Terms& t) {
                                               t.hits.clear();
                                               t.customer.reset();
                                               t.agreement.reset();
                                           },
                                           true}});
    expect_rows(Check::identity_conflict,
                {{"VAT of another",
                  [](OrderDraft& d, Terms& t) {
                      d.parties[0].ids.push_back({.value = {.scheme = "VA", .id = "DE136695976"}});
                      t.hits.push_back({{"vat", "DE136695976"}, "C1002"});
                  },
                  true}});
    expect_rows(Check::customer_not_active,
                {{"moved", [](OrderDraft&, Terms& t) { t.customer->status = "closed"; }, true}});
    expect_rows(Check::seller_is_not_us,
                {{"us",
                  [](OrderDraft& d, Terms&) {
                      d.parties.push_back(party(PartyRole::supplier, "9", "9520000000011"));
                  },
                  false},
                 {"another",
                  [](OrderDraft& d, Terms&) {
                      d.parties.push_back(party(PartyRole::supplier, "9", "9520000002015"));
                  },
                  true},
                 {"their own number for us",
                  [](OrderDraft& d, Terms&) {
                      d.parties.push_back(party(PartyRole::supplier, "92", "L-17"));
                  },
                  false}});
}

TEST(LookAlike, namesTheReason) {
    const std::vector<std::string> known{"korenaar.example"};
    for (const std::string domain :
         {"korenaar.test", "k0renaar.example", "korenaar-bv.example", "orders-korenaar.example",
          "korenar.example", "korenaar.orders.example"})
        EXPECT_NE(look_alike(domain, known), "") << domain;
    for (const std::string domain :
         {"korenaar.example", "mail.korenaar.example", "bakker.example", "gmail.com"})
        EXPECT_EQ(look_alike(domain, known), "") << domain;
}

TEST(Identification, neverByTheDomainOfAFreeMailProvider) {
    Terms terms = korenaar();
    terms.hits = {{{"domain", "gmail.com"}, "C1001"}};
    const MailHead mail = mail_of("petra@gmail.com");
    OrderDraft draft = clean_edi_order();
    draft.parties.clear();
    EXPECT_EQ(judge(draft, terms, monday_morning(), &mail).who.customer_no, "");
}

TEST(Checks, whatIsNoOrderIsSaidOnce) {
    OrderDraft draft = clean_edi_order();
    draft.document_class = DocumentClass::complaint;
    const Judged judged = judge(draft, korenaar());
    EXPECT_THAT(judged.open(), testing::ElementsAre(Check::document_not_an_order));
}

TEST(ShipTo, isFoundByTheMostExactThingNamed) {
    const std::vector<ShipTo> permitted = korenaar().ship_tos;
    PartyDraft party{.role = PartyRole::ship_to};
    party.address_lines = {field("Rolderstraat 14, 9401AN Assen")};
    EXPECT_EQ(match_ship_to(&party, permitted).id, "ST-02");
    party.address_lines.clear();
    party.city = field("zwolle");
    EXPECT_EQ(match_ship_to(&party, permitted).id, "ST-01");
    party.city = field("Groningen");
    EXPECT_EQ(match_ship_to(&party, permitted).id, "");
    EXPECT_EQ(match_ship_to(nullptr, permitted).origin, Origin::defaulted);
}

} // namespace
} // namespace besteld
