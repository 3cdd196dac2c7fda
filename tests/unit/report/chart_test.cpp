// SPDX-License-Identifier: Apache-2.0
#include "report/chart.hpp"

#include <gmock/gmock.h>

namespace besteld::reporting {

using testing::ElementsAre;

namespace {

const ReportWords no_words;

ReportRow row(const std::string& label, Cell figure) {
    return {.cells = {label, std::move(figure)}};
}

Report report_of(std::vector<ReportRow> rows, Unit unit = Unit::count) {
    return {.name = "orders",
            .columns = {{"period", Unit::key}, {"received", unit}},
            .rows = std::move(rows)};
}

std::vector<int> lengths(const Chart& chart) {
    std::vector<int> all;
    for (const auto& bar : chart.bars)
        all.push_back(bar.length);
    return all;
}

Amount amount(std::int64_t value, const std::string& currency) {
    return {Decimal::from_integer(value), currency};
}

} // namespace

TEST(Chart, drawsEachRowButTheTotalAgainstTheLargest) {
    auto total = row("total", count_cell(15));
    total.total = true;
    const auto chart =
        chart_of(report_of({row("a", count_cell(10)), row("b", count_cell(5)), total}), "received",
                 no_words);
    ASSERT_TRUE(chart);
    EXPECT_THAT(lengths(*chart), ElementsAre(1000, 500));
    EXPECT_EQ(chart->bars[1].label, "b");
    EXPECT_EQ(chart->bars[1].text, "5");
    EXPECT_EQ(chart->bars[1].begin, 0);
}

TEST(Chart, drawsWhatIsBelowZeroToTheOtherSide) {
    const auto chart = chart_of(report_of({row("a", count_cell(30)), row("b", count_cell(-10))}),
                                "received", no_words);
    ASSERT_TRUE(chart);
    EXPECT_THAT(lengths(*chart), ElementsAre(750, 250));
    EXPECT_EQ(chart->bars[0].begin, 250);
    EXPECT_EQ(chart->bars[1].begin, 0);
    EXPECT_TRUE(chart->bars[1].below_zero);
}

TEST(Chart, putsNoTwoCurrenciesOnOneScale) {
    const auto chart = chart_of(report_of({row("a", amount(10, "EUR")), row("b", amount(99, "CNY")),
                                           row("c", amount(20, "EUR"))},
                                          Unit::money),
                                "received", no_words);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->currency, "EUR");
    EXPECT_THAT(lengths(*chart), ElementsAre(500, 1000));
}

TEST(Chart, leavesOutWhatIsNotKnownOrNotShown) {
    const auto report = report_of({row("a", count_cell(1)), row("b", NoData{"why.nothing_due"}),
                                   row("c", Masked{}), row("d", count_cell(0))});
    const auto chart = chart_of(report, "received", no_words);
    ASSERT_TRUE(chart);
    EXPECT_THAT(lengths(*chart), ElementsAre(1000, 0));
}

TEST(Chart, isNotDrawnOfOneFigureOrOfNone) {
    EXPECT_FALSE(chart_of(report_of({row("a", count_cell(1))}), "received", no_words));
    EXPECT_FALSE(chart_of(report_of({row("a", count_cell(1)), row("b", count_cell(2))}), "period",
                          no_words));
    EXPECT_FALSE(chart_of(report_of({}), "received", no_words));
    EXPECT_THAT(drawable(report_of({row("a", count_cell(1))})), ElementsAre());
    EXPECT_THAT(drawable(report_of({row("a", count_cell(1)), row("b", count_cell(2))})),
                ElementsAre("received"));
}

TEST(Chart, holdsSeveralIndicatorsApart) {
    Report kpi{.name = "kpi",
               .columns = {{"kpi", Unit::key}, {"period", Unit::key}, {"value", Unit::quantity}}};
    kpi.rows = {{.cells = {"kpi.touchless", "2026-W10", count_cell(80)}},
                {.cells = {"kpi.touchless", "2026-W11", count_cell(90)}}};
    const auto chart = chart_of(kpi, "value", no_words);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->bars[1].label, "2026-W11");
    kpi.rows[1].cells[0] = "kpi.reminders";
    EXPECT_FALSE(chart_of(kpi, "value", no_words));
}

TEST(Chart, endsAfterFortyBarsAndSaysHowManyItLeftOut) {
    std::vector<ReportRow> rows;
    for (int n = 0; n < 45; ++n)
        rows.push_back(row("day", count_cell(n)));
    const auto chart = chart_of(report_of(std::move(rows)), "received", no_words);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->bars.size(), most_bars);
    EXPECT_EQ(chart->left_out, 5U);
}

} // namespace besteld::reporting
