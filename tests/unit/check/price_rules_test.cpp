// SPDX-License-Identifier: Apache-2.0
// The price look-up and the checks of a price, with three rows at least each: what passes, what
// does not, what stands just at the limit.

#include "world.hpp"

#include "check/prices.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace besteld {
namespace {

using namespace world;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

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
        EXPECT_EQ(finding != nullptr && is_open(*finding), row.found)
            << name_of(check) << ": " << row.name;
    }
}

// The agreed price of line 1 of the clean order, and the scope of the rule that gave it.
std::string hit(const std::function<void(OrderDraft&, Terms&)>& change) {
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    change(draft, terms);
    const Judged judged = judge(draft, terms);
    const auto agreed = agreed_line_price(terms, judged.order, judged.order.lines[0], day(3, 2));
    if (!agreed) return "none";
    return agreed->agreed.rule.scope + " " + agreed->per_basis.to_string() +
           (agreed->agreed.tie ? " tie" : "");
}

PriceRule of_group(std::string scope, std::string group, std::string_view amount) {
    PriceRule rule = price(std::move(scope), "", amount);
    rule.item_group = std::move(group);
    return rule;
}

Promotion exclusive(std::string_view price_text) {
    return {.code = "SOLO",
            .sku = "NK-100",
            .ordered_from = day(3, 1),
            .ordered_to = day(3, 31),
            .must_be_claimed = false,
            .price = dec(price_text),
            .exclusive = true};
}

Framework framework(int called_off) {
    return {.number = "BO-1",
            .sku = "NK-100",
            .total_quantity = Decimal{1000},
            .called_off = Decimal{called_off},
            .price = dec("0.65"),
            .valid_to = day(12, 31)};
}

TEST(PriceLookUp, takesTheFirstStepThatHasARule) {
    const auto with = [](std::vector<PriceRule> rules, std::vector<Promotion> promotions = {}) {
        return [=](OrderDraft&, Terms& t) {
            t.prices = rules;
            t.promotions = promotions;
            t.items["NK-100"].item_group = "boxes";
        };
    };
    const PriceRule own = price("customer", "NK-100", "0.74");
    const PriceRule own_group = of_group("customer", "boxes", "0.75");
    const PriceRule group = price("group", "NK-100", "0.76");
    const PriceRule group_group = of_group("group", "boxes", "0.77");
    const PriceRule list = price("list", "NK-100", "0.82");
    EXPECT_EQ(hit(with({list, group_group, group, own_group, own}, {exclusive("0.60")})),
              "customer 0.74");
    EXPECT_EQ(hit(with({list, group_group, group, own_group}, {exclusive("0.60")})),
              "promotion 0.6");
    EXPECT_EQ(hit(with({list, group_group, group, own_group})), "customer 0.75");
    EXPECT_EQ(hit(with({list, group_group, group})), "group 0.76") << "the item before its group";
    EXPECT_EQ(hit(with({list, group_group})), "group 0.77");
    EXPECT_EQ(hit(with({list})), "list 0.82");
    EXPECT_EQ(hit(with({})), "none");
}

TEST(PriceLookUp, aFrameworkThatIsOpenGoesBeforeEveryPrice) {
    const auto with = [](int called_off, std::string named) {
        return [=](OrderDraft& d, Terms& t) {
            t.frameworks = {framework(called_off)};
            if (!named.empty()) d.references = {{"framework", field(named), {}}};
        };
    };
    EXPECT_EQ(hit(with(0, "")), "framework 0.65");
    EXPECT_EQ(hit(with(0, "BO-1")), "framework 0.65");
    EXPECT_EQ(hit(with(1000, "")), "customer 0.74") << "used up and not named";
    EXPECT_EQ(hit(with(1000, "BO-1")), "framework 0.65") << "named: C10 says it is used up";
}

TEST(PriceLookUp, aQuotationThatTheOrderNamesIsThePrice) {
    const auto quoted = [](Date valid_to, std::optional<Decimal> maximum) {
        return [=](OrderDraft&, Terms& t) {
            t.quotations = {{.number = "Q-1",
                             .sku = "NK-100",
                             .price = dec("0.70"),
                             .currency = "EUR",
                             .maximum_quantity = maximum,
                             .valid_from = day(2, 1),
                             .valid_to = valid_to}};
        };
    };
    EXPECT_EQ(hit(quoted(day(3, 2), Decimal{500})), "quotation 0.7") << "both limits inclusive";
    EXPECT_EQ(hit(quoted(day(3, 1), {})), "customer 0.74");
    EXPECT_EQ(hit(quoted(day(3, 2), Decimal{499})), "customer 0.74");
}

TEST(PriceLookUp, aBreakLooksAtItsOwnQuantity) {
    const auto with = [](BreakBasis basis, std::string other_sku, std::string mix_group) {
        return [=](OrderDraft& d, Terms& t) {
            PriceRule rule = price("customer", "NK-100", "0.70", 600);
            rule.break_basis = basis;
            t.prices.push_back(rule);
            t.items["NK-100"].mix_group = "paper";
            t.items["NK-210"].mix_group = mix_group;
            d.lines[1] = by_sku(other_sku, "100", other_sku == "NK-100" ? "H87" : "XRO");
        };
    };
    EXPECT_EQ(hit(with(BreakBasis::line, "NK-100", "paper")), "customer 0.74");
    EXPECT_EQ(hit(with(BreakBasis::item, "NK-100", "paper")), "customer 0.7")
        << "500 and 100 of it in one order reach 600";
    EXPECT_EQ(hit(with(BreakBasis::item, "NK-210", "paper")), "customer 0.74");
    EXPECT_EQ(hit(with(BreakBasis::mix_group, "NK-210", "paper")), "customer 0.7");
    EXPECT_EQ(hit(with(BreakBasis::mix_group, "NK-210", "tape")), "customer 0.74");
}

TEST(PriceLookUp, thePriceOfTheDeliveryDayCountsWhereAgreed) {
    const auto with = [](PriceDateBasis basis, std::string delivery) {
        return [=](OrderDraft& d, Terms& t) {
            PriceRule rule = price("customer", "NK-100", "0.79", 500);
            rule.valid_from = day(4, 1);
            t.prices.push_back(rule);
            t.agreement->price_date_basis = basis;
            d.requested = deliver_on(delivery);
        };
    };
    EXPECT_EQ(hit(with(PriceDateBasis::received, "2026-04-02")), "customer 0.74");
    EXPECT_EQ(hit(with(PriceDateBasis::delivery, "2026-04-02")), "customer 0.79");
    EXPECT_EQ(hit(with(PriceDateBasis::delivery, "2026-03-31")), "customer 0.74");
}

TEST(PriceLookUp, tiesGoToTheLatestBeginningAndOnlyRealOnesAreReported) {
    const auto with = [](std::string_view amount, Date from) {
        return [=](OrderDraft&, Terms& t) {
            PriceRule rule = price("customer", "NK-100", amount, 500);
            rule.valid_from = from;
            rule.id = 12;
            t.prices.push_back(rule);
        };
    };
    EXPECT_EQ(hit(with("0.73", day(2, 1))), "customer 0.73") << "newer";
    EXPECT_EQ(hit(with("0.74", day(1, 1))), "customer 0.74") << "the same price is no tie";
    EXPECT_EQ(hit(with("0.73", day(1, 1))), "customer 0.74 tie");
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    with("0.73", day(1, 1))(draft, terms);
    const Judged judged = judge(draft, terms);
    const Finding& finding = *judged.find(Check::agreement_ambiguous);
    EXPECT_EQ(finding.severity, FindingSeverity::block);
    EXPECT_THAT(finding.clause, HasSubstr("0.74"));
    EXPECT_THAT(finding.clause, HasSubstr("0.73"));
    EXPECT_THAT(finding.clause, HasSubstr("rule 12"));
}

TEST(PriceLookUp, theTraceNamesWhatWasTriedTheHitAndItsVersion) {
    Terms terms = korenaar();
    terms.prices[1].id = 7;
    terms.prices[1].provenance = {.import_id = 3, .recorded_from = at(1, 2, 8, 0)};
    OrderDraft draft = clean_edi_order();
    draft.lines[0].unit_price = field("0.71");
    const Judged judged = judge(draft, terms);
    const Finding& finding = *judged.find(Check::price_below_agreed);
    EXPECT_THAT(finding.trace, HasSubstr("customer from 0 0.78"));
    EXPECT_THAT(finding.trace, HasSubstr("customer from 1000 0.71: needs 1000"));
    EXPECT_THAT(finding.trace,
                HasSubstr("hit: customer break 500 for 500 H87, rule 7, import 3 of 2026-01-02"));
    EXPECT_THAT(finding.clause, HasSubstr("rule 7, import 3 of 2026-01-02"));
    EXPECT_EQ(finding.ordered, "0.71 EUR");
    EXPECT_EQ(finding.agreed, "0.74 EUR");
    EXPECT_EQ(finding.difference, "-0.03 (-4.1 %)");
    EXPECT_EQ(finding.money, dec("-15"));
    EXPECT_EQ(finding.quote, "0.71 for 500 H87 9521000000018");
    EXPECT_EQ(finding.source.where, "test");
    EXPECT_THAT(finding.passes_if, HasSubstr("tolerance 0"));
    for (const WayOut& way : finding.ways_out)
        EXPECT_FALSE(way.consequence.empty());
}

TEST(PriceTolerance, isHalfAUnitOfTheLastAgreedDecimalInTheRulesOwnBase) {
    const auto agreed_per_hundred = [](std::string price_text) {
        return [=](OrderDraft& d, Terms& t) {
            PriceRule rule = price("customer", "NK-100", "76.55");
            rule.base_quantity = Decimal{100};
            t.prices = {rule, price("customer", "NK-210", "1.15")};
            d.lines[0].unit_price = field(price_text);
        };
    };
    expect_rows(Check::price_above_agreed,
                {{"the exact price of one", agreed_per_hundred("0.7655"), false},
                 {"half a cent per hundred", agreed_per_hundred("0.76555"), false},
                 {"rounded to cents per piece", agreed_per_hundred("0.77"), true}});
}

TEST(PriceTolerance, ofOneCustomerTakesThePlaceOfTheAmount) {
    const auto with = [](std::string price_text) {
        return [=](OrderDraft& d, Terms& t) {
            t.agreement->check_tolerance = {{"price_below_agreed", dec("0.02")}};
            d.lines[0].unit_price = field(price_text);
        };
    };
    expect_rows(Check::price_below_agreed, {{"at the limit", with("0.72"), false},
                                            {"just below it", with("0.719999"), true},
                                            {"agreed", with("0.74"), false}});
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    with("0.72")(draft, terms);
    const Judged judged = judge(draft, terms);
    const Finding& shown = *judged.find(Check::price_below_agreed);
    EXPECT_EQ(shown.severity, FindingSeverity::info);
    EXPECT_THAT(shown.trace, HasSubstr("the ordered price stands"));
}

TEST(Promotions, comeOffTogetherUnlessOneIsExclusive) {
    const auto with = [](bool is_exclusive) {
        return [=](OrderDraft& d, Terms& t) {
            Promotion ten{.code = "TIEN",
                          .sku = "NK-100",
                          .percent_off = Decimal{10},
                          .ordered_from = day(3, 1),
                          .ordered_to = day(3, 2)};
            Promotion five = ten;
            five.code = "VIJF";
            five.percent_off = Decimal{5};
            five.exclusive = is_exclusive;
            t.prices = {price("list", "NK-100", "1.00")};
            t.promotions = {ten, five};
            d.references = {{"promotion", field("tien"), {}}, {"promotion", field("VIJF"), {}}};
        };
    };
    EXPECT_EQ(hit(with(false)), "list 0.855");
    EXPECT_EQ(hit(with(true)), "list 0.95") << "goes with no other";
}

TEST(Promotions, haveQuantityAndDeliveryLimits) {
    const auto with = [](std::optional<int> maximum, std::optional<Date> delivered_from) {
        return [=](OrderDraft& d, Terms& t) {
            t.promotions[0].delivered_from = delivered_from;
            if (maximum) t.promotions[0].maximum_quantity = Decimal{*maximum};
            d.references = {{"promotion", field("LENTE26"), {}}};
            d.lines[1].unit_price.reset();
        };
    };
    expect_rows(Check::promotion_claim_invalid,
                {{"72 of 72", with(72, {}), false},
                 {"72 of 71", with(71, {}), true},
                 {"delivered on its first day", with({}, day(3, 5)), false},
                 {"delivered before it", with({}, day(3, 6)), true}});
}

TEST(Promotions, anExclusiveOneClaimedInVainIsTold) {
    OrderDraft draft = clean_edi_order();
    draft.references = {{"promotion", field("SOLO"), {}}};
    Terms terms = korenaar();
    terms.promotions = {exclusive("0.60")};
    const Judged judged = judge(draft, terms);
    EXPECT_THAT(judged.find(Check::promotion_claim_invalid)->agreed, HasSubstr("goes first"));
}

TEST(PriceFloor, holdsForWhatWouldBeConfirmed) {
    const auto with = [](std::string_view floor, std::string price_text, std::string_view slack) {
        return
            [=, floor = std::string(floor), slack = std::string(slack)](OrderDraft& d, Terms& t) {
                t.items["NK-100"].floor_price = dec(floor);
                d.lines[0].unit_price = field(price_text);
                t.agreement->check_tolerance = {{"price_below_agreed", dec(slack)}};
            };
    };
    expect_rows(Check::price_below_floor,
                {{"agreed at the floor", with("0.74", "0.74", "0"), false},
                 {"agreed below it", with("0.740001", "0.74", "0"), true},
                 {"ordered below it, agreed above", with("0.73", "0.71", "0"), false},
                 {"ordered below it inside the tolerance", with("0.73", "0.72", "0.02"), true}});
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    with("0.73", "0.71", "0")(draft, terms);
    const Judged judged = judge(draft, terms);
    const auto ways = judged.find(Check::price_below_agreed)->ways_out;
    EXPECT_THAT(ways.at(1).consequence, HasSubstr("below the floor price of 0.73"));
}

TEST(PriceFloor, inAnotherCurrencyIsShownAsNotCompared) {
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    terms.items["NK-100"].floor_price = dec("0.90");
    terms.items["NK-100"].floor_currency = "USD";
    const Judged judged = judge(draft, terms);
    EXPECT_EQ(judged.find(Check::price_below_floor)->severity, FindingSeverity::info);
}

TEST(TaxInPrice, isSeenByWordQualifierOrFigure) {
    const auto tape = [](std::string price_text, std::string note, std::string qualifier) {
        return [=](OrderDraft& d, Terms&) {
            d.lines[1].unit_price.reset();
            if (qualifier.empty())
                d.lines[1].unit_price = field(price_text);
            else
                d.lines[1].prices = {{.qualifier = qualifier, .value = field(price_text)}};
            if (!note.empty()) d.notes = {field(note)};
        };
    };
    expect_rows(
        Check::price_includes_tax,
        {{"the agreed price with 21 %", tape("1.39", "", ""), true},
         {"one cent more", tape("1.40", "", ""), false},
         {"the customer's words", tape("1.30", "Prijzen incl. 21% btw", ""), true},
         {"the other words", tape("1.30", "Prijzen excl. btw", ""), false},
         {"words in Chinese that say the contrary", tape("1.30", "不含税", ""), false},
         {"the agreed price is net, whatever is said", tape("1.15", "inkl. MwSt", ""), false},
         {"qualifier AAE", tape("1.39", "", "AAE"), true},
         {"qualifier AAF is without tax", tape("1.39", "", "AAF"), false}});
}

TEST(TaxInPrice, suggestsTheNetPrice) {
    OrderDraft draft = clean_edi_order();
    draft.lines[1].unit_price = field("1.39");
    const Judged exact = judge(draft, korenaar());
    EXPECT_EQ(exact.find(Check::price_includes_tax)->suggested_value, "1.15");
    EXPECT_FALSE(exact.has(Check::price_above_agreed)) << "it says nothing then";
    draft.lines[1].unit_price = field("1.21");
    draft.lines[1].notes = {field("incl. btw")};
    const Judged other = judge(draft, korenaar());
    const Finding& finding = *other.find(Check::price_includes_tax);
    EXPECT_EQ(finding.suggested, Resolution::correct);
    EXPECT_EQ(finding.suggested_value, "1");
    const Judged corrected = judge(draft, korenaar(), monday_morning(), nullptr,
                                   {{.field = "line.price", .line = 1, .value = "1"}});
    EXPECT_FALSE(corrected.has(Check::price_includes_tax));
    EXPECT_TRUE(corrected.has(Check::price_below_agreed));
}

TEST(FreeOfCharge, isAPriceOfNothingOrGoodsBeside) {
    const auto priced = [](std::string price_text) {
        return [=](OrderDraft& d, Terms&) { d.lines[0].unit_price = field(price_text); };
    };
    expect_rows(Check::free_of_charge,
                {{"a price of nothing", priced("0.00"), true},
                 {"the agreed price", priced("0.74"), false},
                 {"nothing agreed, nothing stated",
                  [](OrderDraft& d, Terms& t) {
                      t.prices[1].amount = Decimal{};
                      d.lines[0].unit_price = field("0");
                  },
                  false},
                 {"one bundle free",
                  [](OrderDraft& d, Terms&) { d.lines[0].free_quantity = field("25"); }, true},
                 {"none free", [](OrderDraft& d, Terms&) { d.lines[0].free_quantity = field("0"); },
                  false}});
    OrderDraft draft = clean_edi_order();
    draft.lines[0].free_quantity = field("25");
    const Judged judged = judge(draft, korenaar());
    EXPECT_EQ(judged.find(Check::free_of_charge)->money, dec("-18.5")) << "25 at 0.74, our loss";
}

TEST(PriceChecks, ofOneBadLineHideNothingOfAnother) {
    OrderDraft draft = clean_edi_order();
    draft.lines.push_back(by_gtin("9521000000032", "6", "9.30"));
    draft.lines[0].unit_price = field("74.00");
    draft.lines[1].unit_price = field("1.39");
    draft.stated_line_count = field("3");
    const Judged judged = judge(draft, korenaar());
    EXPECT_EQ(judged.find(Check::price_base_differs)->line, 0U);
    EXPECT_EQ(judged.find(Check::price_includes_tax)->line, 1U);
    EXPECT_EQ(judged.find(Check::price_below_agreed)->line, 2U);
}

} // namespace
} // namespace besteld
