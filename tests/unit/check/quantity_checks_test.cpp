// SPDX-License-Identifier: Apache-2.0
// E03 to E09: packs, minimum, maximum, habit and schedules.

#include "world.hpp"

#include "check/quantity_checks.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace besteld {
namespace {

using namespace world;
using testing::HasSubstr;

using Change = std::function<void(OrderDraft&, Terms&)>;

// The clean order of C1001 with one change; line 2 is tape in packs of 36, rounded up by itself to
// 10 %.
Judged judged_with(const Change& change) {
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    change(draft, terms);
    return judge(draft, terms);
}

struct Row {
    std::string name;
    Change change;
    bool open = false;
};

void expect_rows(Check check, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        const Judged judged = judged_with(row.change);
        const Finding* finding = judged.find(check);
        EXPECT_EQ(finding != nullptr && is_open(*finding), row.open) << row.name;
    }
}

Change tape(std::string quantity, QuantityRule rule = {}) {
    return [=](OrderDraft& draft, Terms& terms) {
        draft.lines[1] = by_gtin("9521000000025", quantity);
        QuantityRule own = rule;
        own.sku = "NK-210";
        terms.quantity_rules = {own};
    };
}

TEST(WholePacks, goUpDownOrToTheNearerOneButNeverToNothing) {
    struct Case {
        const char* quantity;
        Rounding rounding;
        const char* packed;
    };
    for (const Case& c : {Case{"100", Rounding::up, "108"}, Case{"100", Rounding::ask, "108"},
                          Case{"100", Rounding::down, "72"}, Case{"100", Rounding::nearest, "108"},
                          Case{"80", Rounding::nearest, "72"}, Case{"90", Rounding::nearest, "108"},
                          Case{"72", Rounding::down, "72"}, Case{"20", Rounding::down, "36"},
                          Case{"10", Rounding::nearest, "36"}})
        EXPECT_EQ(in_whole_packs(dec(c.quantity), Decimal{36}, c.rounding), dec(c.packed))
            << c.quantity;
}

TEST(WholePacks, theCustomersOwnRuleGoesBeforeTheArticle) {
    expect_rows(Check::not_a_multiple,
                {{"72 in the article's 36", tape("72"), false},
                 {"72 in his own 24", tape("72", {.multiple = Decimal{24}}), false},
                 {"72 in his own 50", tape("72", {.multiple = Decimal{50}}), true},
                 {"100 to 108, he rounds to 10 %", tape("100"), false},
                 {"100 to 108, he wants to be asked above 8 %",
                  tape("100", {.ask_above_percent = Decimal{8}}), false},
                 {"… above 7 %", tape("100", {.ask_above_percent = Decimal{7}}), true},
                 {"he is always asked", tape("100", {.rounding = Rounding::ask}), true},
                 {"down from 80 to 72 is 10 %", tape("80", {.rounding = Rounding::down}), false},
                 {"down from 81", tape("81", {.rounding = Rounding::down}), true}});
    const Judged judged = judged_with(tape("100", {.rounding = Rounding::down}));
    const Finding& finding = *judged.find(Check::not_a_multiple);
    EXPECT_EQ(finding.suggested_value, "72");
    EXPECT_EQ(finding.difference, "-28 XRO (-28.0 %)");
    EXPECT_EQ(finding.money, dec("-32.20")); // 28 × 1.15, though no price was stated
    EXPECT_THAT(finding.clause, HasSubstr("round down to pack"));
}

TEST(MinimumQuantity, ofTheCustomerGoesBeforeTheArticles) {
    const auto boxes = [](std::string quantity, std::optional<Decimal> minimum) -> Change {
        return [=](OrderDraft& draft, Terms& terms) {
            draft.lines[0] = by_gtin("9521000000018", quantity);
            if (minimum) terms.quantity_rules = {{.sku = "NK-100", .minimum = minimum}};
        };
    };
    expect_rows(Check::below_minimum_quantity,
                {{"the article's 100", boxes("100", {}), false},
                 {"75 of the article's 100", boxes("75", {}), true},
                 {"75 of his own 75", boxes("75", Decimal{75}), false},
                 {"100 of his own 200", boxes("100", Decimal{200}), true}});
}

TEST(MaximumQuantity, perLineAndPerMonth) {
    QuantityRule quota{.quota = Decimal{1000}, .quota_used = Decimal{928}};
    expect_rows(
        Check::above_maximum_quantity,
        {{"no limit", tape("72"), false},
         {"exactly the maximum", tape("72", {.maximum = Decimal{72}}), false},
         {"one pack more", tape("108", {.maximum = Decimal{72}}), true},
         {"exactly what is left", tape("72", quota), false},
         {"more than is left", tape("108", quota), true},
         {"the article's own maximum",
          [](OrderDraft&, Terms& terms) { terms.items["NK-210"].maximum_quantity = Decimal{71}; },
          true}});
    const Judged judged = judged_with(tape("108", quota));
    const Finding& finding = *judged.find(Check::above_maximum_quantity);
    EXPECT_EQ(finding.agreed, "72 XRO left of 1000 this month");
    EXPECT_EQ(finding.suggested, Resolution::reduce);
    EXPECT_EQ(finding.suggested_value, "72");
    EXPECT_EQ(finding.difference, "+36 XRO");
    EXPECT_THAT(finding.clause, HasSubstr("A-C1001-2026"));
}

TEST(MaximumQuantity, aQuotaCountsTheLinesBefore) {
    const Judged judged = judged_with([](OrderDraft& draft, Terms& terms) {
        draft.lines[0] = by_gtin("9521000000025", "72");
        draft.lines[1] = by_gtin("9521000000025", "72");
        terms.quantity_rules = {{.sku = "NK-210", .quota = Decimal{100}}};
    });
    const Finding& finding = *judged.find(Check::above_maximum_quantity);
    EXPECT_EQ(finding.line, 1U);
    EXPECT_EQ(finding.suggested, Resolution::ask); // 28 are left, less than a pack
    for (const WayOut& way : finding.ways_out)
        EXPECT_NE(way.resolution, Resolution::reduce);
}

TEST(QuantityLimits, ofOneCustomerMayBeOffByHisOwnTolerance) {
    const auto severity = [](const char* quantity, const char* check, const char* allowed,
                             QuantityRule rule) {
        const Judged judged = judged_with([&](OrderDraft& draft, Terms& terms) {
            tape(quantity, std::move(rule))(draft, terms);
            terms.agreement->check_tolerance[check] = dec(allowed);
        });
        const Finding* finding = judged.find(*check_by_name(check));
        return finding ? finding->severity : FindingSeverity::gate;
    };
    const QuantityRule least{.minimum = Decimal{108}};
    EXPECT_EQ(severity("72", "below_minimum_quantity", "36", least), FindingSeverity::info);
    EXPECT_EQ(severity("72", "below_minimum_quantity", "35", least), FindingSeverity::warn);
    const QuantityRule most{.maximum = Decimal{72}};
    EXPECT_EQ(severity("108", "above_maximum_quantity", "36", most), FindingSeverity::info);
    EXPECT_EQ(severity("108", "above_maximum_quantity", "35", most), FindingSeverity::warn);
}

TEST(UnusualQuantity, isMoreThanThreeTimesTheMedian) {
    const auto after = [](std::string quantity, std::vector<int> earlier) -> Change {
        return [=](OrderDraft& draft, Terms& terms) {
            draft.lines[1] = by_gtin("9521000000025", quantity);
            terms.history.known = true;
            for (const int each : earlier)
                terms.history.quantities["NK-210"].push_back(Decimal{each});
        };
    };
    expect_rows(
        Check::unusual_quantity,
        {{"no history", after("3600", {}), false},
         {"usual", after("72", {72, 108, 72}), false},
         {"three times", after("216", {72, 72, 36}), false},
         {"a pack more", after("252", {72, 72, 36}), true},
         {"the middle of an even number", after("216", {36, 36, 108, 108}), false},
         {"two orders make no habit", after("3600", {72, 72}), false},
         {"only the last twelve count",
          after("252", {36, 36, 36, 36, 36, 36, 36, 900, 900, 900, 900, 900, 900, 900}), true},
         {"a little of much is no harm", after("36", {900, 900, 900}), false},
         {"as little as a roll is of a carton", after("36", {1296, 1296, 1296}), true}});
    expect_rows(Check::unusual_quantity,
                {{"five times, by his agreement",
                  [&](OrderDraft& draft, Terms& terms) {
                      after("360", {72, 72, 72})(draft, terms);
                      terms.agreement->check_tolerance["unusual_quantity"] = Decimal{5};
                  },
                  false}});
}

TEST(UnusualQuantity, namesThePackSizeThatExplainsIt) {
    const Judged judged = judged_with([](OrderDraft& draft, Terms& terms) {
        draft.lines[1] = by_sku("NK-210", "72", "XCT");
        terms.history = {.known = true};
        terms.history.quantities["NK-210"] = {Decimal{72}, Decimal{72}, Decimal{72}};
    });
    const Finding& finding = *judged.find(Check::unusual_quantity);
    EXPECT_EQ(finding.ordered, "72 XCT");
    EXPECT_EQ(finding.difference, "36.0 times the usual 72 XRO");
    EXPECT_THAT(finding.trace, HasSubstr("one XCT holds 36 XRO"));
    EXPECT_EQ(finding.reason, "R-QTY");
}

TEST(SalesUnit, anotherOneIsAWarning) {
    expect_rows(Check::unit_not_as_agreed,
                {{"no rule", tape("72"), false},
                 {"sold by the roll", tape("72", {.sales_unit = "XRO"}), false},
                 {"sold by the carton", tape("72", {.sales_unit = "XCT"}), true}});
    // Sold by the carton of 36 means whole cartons, whatever the article says.
    const Judged judged = judged_with([](OrderDraft& draft, Terms& terms) {
        tape("50", {.sales_unit = "XCT"})(draft, terms);
        terms.items["NK-210"].multiple.reset();
    });
    EXPECT_EQ(judged.find(Check::not_a_multiple)->suggested_value, "72");
}

TEST(Schedule, addsUpToTheLine) {
    const auto parts = [](std::vector<std::string> quantities) -> Change {
        return [=](OrderDraft& draft, Terms&) {
            for (const std::string& quantity : quantities)
                draft.lines[0].schedule.push_back({.quantity = field(quantity), .requested = {}});
        };
    };
    expect_rows(Check::schedule_sum_differs, {{"none", parts({}), false},
                                              {"300 + 200 of 500", parts({"300", "200"}), false},
                                              {"300 + 199 of 500", parts({"300", "199"}), true},
                                              {"300 + 201 of 500", parts({"300", "201"}), true}});
    const Judged judged = judged_with(parts({"300", "150"}));
    const Finding& finding = *judged.find(Check::schedule_sum_differs);
    EXPECT_EQ(finding.ordered, "parts 300 + 150 = 450");
    EXPECT_EQ(finding.agreed, "line quantity 500");
    EXPECT_EQ(finding.difference, "-50");
    EXPECT_EQ(finding.money, dec("-37.00"));
    EXPECT_EQ(finding.severity, FindingSeverity::block);
}

} // namespace
} // namespace besteld
