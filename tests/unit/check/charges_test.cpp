// SPDX-License-Identifier: Apache-2.0
// Discounts, surcharges, quotations, frameworks and agreements: what is due against what is stated.

#include "world.hpp"

#include "check/line_value.hpp"
#include "order/charges.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace besteld {
namespace {

using namespace world;
using testing::HasSubstr;

struct Row {
    std::string name;
    std::function<void(OrderDraft&, Terms&)> change;
    bool found = false;
};

void expect_rows(Check check, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        OrderDraft draft = clean_edi_order(); // 370.00 + 82.80 = 452.80
        Terms terms = korenaar();
        row.change(draft, terms);
        const Judged judged = judge(draft, terms);
        const Finding* finding = judged.find(check);
        EXPECT_EQ(finding != nullptr && is_open(*finding), row.found)
            << name_of(check) << ": " << row.name;
    }
}

ChargeRule rule(std::string code, std::string level, bool is_allowance) {
    return {.code = std::move(code),
            .is_allowance = is_allowance,
            .level = std::move(level),
            .currency = "EUR",
            .valid_from = day(1, 1)};
}

ChargeRule percent_off(std::string level, int percent) {
    ChargeRule made = rule("bonus", std::move(level), true);
    made.percent = Decimal{percent};
    return made;
}

ChargeRule freight(std::string_view amount, int below) {
    ChargeRule made = rule("freight", "order", false);
    made.amount = dec(amount);
    made.below_value = Decimal{below};
    return made;
}

ChargeDraft stated(bool is_allowance, std::string percent, std::string amount) {
    ChargeDraft made{.is_allowance = is_allowance};
    if (!percent.empty()) made.percent = field(std::move(percent));
    if (!amount.empty()) made.amount = field(std::move(amount));
    return made;
}

std::string due_on(std::string_view net, const std::vector<ChargeRule>& rules) {
    Terms terms = korenaar();
    terms.charges = rules;
    const std::vector<ChargedLine> lines{
        {.sku = "NK-100", .quantity_stock = Decimal{500}, .amount = dec(net)}};
    std::string words;
    for (const ChargeDue& due : charges_due(terms, lines, {.currency = "EUR", .date = day(3, 2)}))
        words += (words.empty() ? "" : " ") + std::string(due.is_allowance ? "-" : "+") +
                 due.amount.to_string(2);
    return words;
}

TEST(ChargesDue, applyInTheirSequenceEachToWhatIsLeft) {
    ChargeRule three = percent_off("order", 3);
    ChargeRule energy = rule("energy", "order", false);
    energy.percent = Decimal{2};
    energy.sequence = 2;
    three.sequence = 1;
    EXPECT_EQ(due_on("100", {energy, three}), "-3.00 +1.94");
    three.sequence = 3;
    EXPECT_EQ(due_on("100", {energy, three}), "+2.00 -3.06");
}

TEST(ChargesDue, fromIsInclusiveAndBelowIsNot) {
    EXPECT_EQ(due_on("499.99", {freight("25", 500)}), "+25.00");
    EXPECT_EQ(due_on("500.00", {freight("25", 500)}), "");
    ChargeRule bonus = percent_off("order", 2);
    bonus.from_value = Decimal{1000};
    EXPECT_EQ(due_on("999.99", {bonus}), "");
    EXPECT_EQ(due_on("1000.00", {bonus}), "-20.00");
}

TEST(ChargesDue, ofSeveralWithOneCodeTheNarrowestCounts) {
    EXPECT_EQ(due_on("200", {freight("25", 500), freight("35", 250)}), "+35.00");
    EXPECT_EQ(due_on("300", {freight("25", 500), freight("35", 250)}), "+25.00");
    ChargeRule item = percent_off("line", 5);
    item.sku = "NK-100";
    EXPECT_EQ(due_on("200", {percent_off("line", 3), item}), "-10.00");
    item.sku = "NK-210";
    EXPECT_EQ(due_on("200", {percent_off("line", 3), item}), "-6.00");
}

TEST(ChargesDue, neverTakeOffMoreThanThereIs) {
    ChargeRule coupon = rule("coupon", "order", true);
    coupon.amount = Decimal{50};
    EXPECT_EQ(due_on("30", {coupon}), "-30.00");
}

TEST(Discounts, statedAreComparedWithTheRules) {
    const auto taken = [](std::string percent, std::string amount) {
        return [=](OrderDraft& d, Terms& t) {
            t.charges = {percent_off("order", 3)};
            d.charges = {stated(true, percent, amount)};
        };
    };
    expect_rows(Check::discount_not_agreed,
                {{"the agreed 3 %", taken("3", ""), false},
                 {"5 % taken, 3 % agreed", taken("5", ""), true},
                 {"two cents beside it", taken("", "13.60"), false},
                 {"three cents beside it", taken("", "13.61"), true},
                 {"none stated",
                  [](OrderDraft&, Terms& t) { t.charges = {percent_off("order", 3)}; }, false},
                 {"no figure at all", taken("a lot", ""), true},
                 {"nothing agreed",
                  [](OrderDraft& d, Terms&) { d.charges = {stated(true, "1", "")}; }, true}});
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    taken("5", "")(draft, terms);
    const Judged judged = judge(draft, terms);
    const Finding& finding = *judged.find(Check::discount_not_agreed);
    EXPECT_EQ(finding.ordered, "22.64 EUR");
    EXPECT_EQ(finding.agreed, "13.58 EUR");
    EXPECT_EQ(finding.difference, "+9.06");
    EXPECT_EQ(finding.money, dec("-9.06"));
    EXPECT_THAT(finding.clause, HasSubstr("bonus 3 % off the order"));
    EXPECT_EQ(finding.quote, "5 %");
    EXPECT_EQ(finding.source.where, "test");
}

TEST(Discounts, ofALineMayBeTakenInThePrice) {
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    terms.charges = {percent_off("line", 5)};
    terms.charges[0].sku = "NK-100";
    draft.lines[0].unit_price = field("0.703");
    const Judged judged = judge(draft, terms);
    EXPECT_FALSE(judged.has(Check::price_below_agreed));
    EXPECT_EQ(judged.find(Check::discount_not_agreed)->severity, FindingSeverity::info);
    draft.lines[0].unit_price = field("0.69");
    EXPECT_TRUE(judge(draft, terms).has(Check::price_below_agreed));
}

TEST(Surcharges, statedAreComparedWithWhatIsDue) {
    const auto paid = [](std::vector<ChargeDraft> charges, int below) {
        return [=](OrderDraft& d, Terms& t) {
            t.charges = {freight("25", below)};
            d.charges = charges;
        };
    };
    expect_rows(Check::surcharge_differs,
                {{"as due", paid({stated(false, "", "25.00")}, 500), false},
                 {"at the tolerance", paid({stated(false, "", "24.98")}, 500), false},
                 {"beyond it", paid({stated(false, "", "24.97")}, 500), true},
                 {"stated though none is due", paid({stated(false, "", "25")}, 452), true},
                 {"none stated: the agreement decides", paid({}, 500), false}});
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    paid({}, 500)(draft, terms);
    const Judged judged = judge(draft, terms);
    const Finding* shown = judged.find(Check::surcharge_differs);
    EXPECT_EQ(shown->severity, FindingSeverity::info);
    EXPECT_EQ(shown->agreed, "25.00 EUR");
}

TEST(Totals, mayBeStatedWithOrWithoutWhatIsDue) {
    const auto total = [](std::string value) {
        return [=](OrderDraft& d, Terms& t) {
            t.charges = {freight("25", 500)};
            d.total = field(value);
        };
    };
    expect_rows(Check::total_differs, {{"the goods", total("452.80"), false},
                                       {"with freight", total("477.80"), false},
                                       {"with freight and tax", total("578.14"), false},
                                       {"something else", total("460.00"), true}});
}

TEST(MinimumOrderValue, countsDiscountsToo) {
    const auto bonus = [](int percent, std::string_view minimum) {
        return [=, minimum = std::string(minimum)](OrderDraft&, Terms& t) {
            t.charges = {percent_off("order", percent)};
            t.agreement->minimum_value = dec(minimum);
        };
    };
    expect_rows(Check::below_minimum_order_value, {{"at it", bonus(50, "226.40"), false},
                                                   {"just below", bonus(50, "226.41"), true},
                                                   {"above", bonus(0, "226.41"), false}});
}

TEST(AgreementCheck, looksAtTheDayWhosePricesCount) {
    const auto ends = [](PriceDateBasis basis, Date valid_to) {
        return [=](OrderDraft&, Terms& t) {
            t.agreement->price_date_basis = basis;
            t.agreement->valid_to = valid_to;
        };
    };
    expect_rows(Check::no_valid_agreement,
                {{"ends on the delivery day", ends(PriceDateBasis::delivery, day(3, 5)), false},
                 {"ends the day before", ends(PriceDateBasis::delivery, day(3, 4)), true},
                 {"which does not count", ends(PriceDateBasis::received, day(3, 4)), false}});
}

TEST(QuotationCheck, looksAtNumberValidityArticleAndQuantity) {
    const auto quoted = [](std::string named, std::string sku, Date valid_to, int maximum) {
        return [=](OrderDraft& d, Terms& t) {
            d.lines[0].references = {{"quotation", field(named), {}}};
            d.lines[0].unit_price = field("0.70");
            t.quotations = {{.number = "Q-1",
                             .sku = sku,
                             .price = dec("0.70"),
                             .currency = "EUR",
                             .maximum_quantity = Decimal{maximum},
                             .valid_from = day(2, 1),
                             .valid_to = valid_to}};
        };
    };
    expect_rows(
        Check::quotation_differs,
        {{"valid to today, for just so many", quoted("q 1", "NK-100", day(3, 2), 500), false},
         {"expired yesterday", quoted("Q-1", "NK-100", day(3, 1), 500), true},
         {"for one piece less", quoted("Q-1", "NK-100", day(3, 2), 499), true},
         {"for another article", quoted("Q-1", "NK-330", day(3, 2), 500), true},
         {"not on file", quoted("Q-2", "NK-100", day(3, 2), 500), true}});
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    quoted("Q-1", "NK-100", day(3, 1), 500)(draft, terms);
    const Judged judged = judge(draft, terms);
    EXPECT_EQ(judged.find(Check::quotation_differs)->money, dec("-20")) << "500 at 0.70, not 0.74";
    quoted("Q-1", "NK-100", day(3, 2), 500)(draft, terms);
    EXPECT_FALSE(judge(draft, terms).has(Check::price_below_agreed))
        << "the quotation is the price";
}

OrderDraft call_off(std::string quantity) {
    OrderDraft draft = clean_edi_order();
    draft.parties = {party(PartyRole::buyer, "0060", "000000005")};
    draft.cost_reference = field("4711");
    draft.references = {{"framework", field("BO-7781"), {}}};
    draft.lines = {by_gtin("9521000000056", std::move(quantity), "6.90")};
    draft.stated_line_count.reset();
    return draft;
}

bool exhausted(std::string quantity, const std::function<void(Framework&)>& change) {
    Terms terms = rijnmond();
    change(terms.frameworks[0]);
    const Judged judged = judge(call_off(std::move(quantity)), terms);
    const Finding* finding = judged.find(Check::framework_exhausted);
    return finding != nullptr && is_open(*finding);
}

TEST(FrameworkCheck, allowsWhatIsOpenAndTheOverCall) {
    const auto as_it_is = [](Framework&) {};
    const auto over_call = [](Framework& f) { f.over_call_percent = Decimal{1}; }; // 50 of 5,000
    EXPECT_FALSE(exhausted("300", as_it_is));
    EXPECT_TRUE(exhausted("301", as_it_is));
    EXPECT_FALSE(exhausted("350", over_call)) << "inclusive";
    EXPECT_TRUE(exhausted("351", over_call));
    Terms terms = rijnmond();
    over_call(terms.frameworks[0]);
    const Judged judged = judge(call_off("351"), terms);
    EXPECT_EQ(judged.find(Check::framework_exhausted)->suggested_value, "350");
}

TEST(FrameworkCheck, countsValueWhereTheFrameworkIsOfValue) {
    const auto worth = [](std::string_view total) {
        return [total = std::string(total)](Framework& f) {
            f.total_quantity = Decimal{};
            f.called_off = Decimal{};
            f.total_value = dec(total);
            f.called_value = Decimal{1000};
            f.currency = "EUR";
        };
    };
    EXPECT_FALSE(exhausted("100", worth("1690"))) << "690.00 open";
    EXPECT_TRUE(exhausted("101", worth("1690")));
    EXPECT_TRUE(exhausted("100", worth("1689.99")));
}

TEST(FrameworkCheck, hasAPeriod) {
    EXPECT_FALSE(exhausted("100", [](Framework& f) { f.valid_to = day(3, 2); }));
    EXPECT_TRUE(exhausted("100", [](Framework& f) { f.valid_to = day(3, 1); }));
    EXPECT_TRUE(exhausted("100", [](Framework& f) { f.valid_from = day(3, 3); }));
}

TEST(FrameworkCheck, severalLinesDrawOnOneFramework) {
    OrderDraft draft = call_off("200");
    draft.lines.push_back(by_gtin("9521000000056", "150", "6.90"));
    const Judged judged = judge(draft, rijnmond());
    const Finding& finding = *judged.find(Check::framework_exhausted);
    EXPECT_EQ(finding.line, 1U);
    EXPECT_EQ(finding.agreed, "100 XBX open");
    EXPECT_EQ(finding.money, dec("345"));
}

TEST(ReleaseLimits, areInclusive) {
    const auto limited = [](std::string quantity) {
        Terms terms = rijnmond();
        terms.frameworks[0].release_minimum = Decimal{50};
        terms.frameworks[0].release_maximum = Decimal{200};
        return judge(call_off(std::move(quantity)), terms);
    };
    EXPECT_FALSE(limited("50").has(Check::release_outside_limits));
    EXPECT_FALSE(limited("200").has(Check::release_outside_limits));
    EXPECT_EQ(limited("49").find(Check::release_outside_limits)->suggested_value, "50");
    EXPECT_EQ(limited("201").find(Check::release_outside_limits)->suggested_value, "200");
    Terms terms = rijnmond();
    terms.frameworks[0].valid_to = day(3, 4);
    EXPECT_TRUE(judge(call_off("100"), terms).has(Check::release_outside_limits))
        << "delivered on the 5th";
}

} // namespace
} // namespace besteld
