// SPDX-License-Identifier: Apache-2.0
#include "facts.hpp"

#include "report/reports.hpp"

#include <random>

namespace besteld::reporting {

using testing::ElementsAre;

namespace {

Moment moment(Happened what, Instant at, const std::string& number,
              const std::string& customer = "C1001") {
    return {.what = what, .at = at, .customer_no = customer, .channel = "mail", .number = number};
}

std::int64_t number_in(const Report& report, std::size_t row, std::size_t column) {
    return std::get<Decimal>(report.rows.at(row).cells.at(column)).units() / Decimal::scale;
}

} // namespace

TEST(OrdersReport, countsEachDayUntilMidnightOfTheCompany) {
    const std::vector<Moment> moments{
        moment(Happened::received, on("2026-03-28", 23, 59), "1"),
        moment(Happened::received, on("2026-03-29", 0, 0), "2"),
        moment(Happened::accepted, on("2026-03-29", 3, 30), "2"), // after the clock went forward
        moment(Happened::received, on("2026-03-29", 23, 59), "3"),
        moment(Happened::received, on("2026-03-30", 0, 0), "4"),
        moment(Happened::cancelled, on("2026-03-30", 8, 0), "2"),
    };
    const auto report = orders_report(moments, ask_for("2026-03-28", "2026-03-30", "day"));
    EXPECT_THAT(rows_of(report), ElementsAre("2026-03-28 | 1 | 0 | 0 | 0 | 0 | 0 | 0",
                                             "2026-03-29 | 2 | 1 | 0 | 0 | 0 | 0 | 0",
                                             "2026-03-30 | 1 | 0 | 0 | 1 | 0 | 1 | 0",
                                             "total | 4 | 1 | 0 | 1 | 0 | 0 | 0"));
    EXPECT_THAT(report.rows[1].orders, ElementsAre("2", "3"));
}

TEST(OrdersReport, holdsAWeekAgainstTheWeekBeforeAndTheSameWeekLastYear) {
    const std::vector<Moment> moments{
        moment(Happened::accepted, on("2026-03-03"), "1"),
        moment(Happened::accepted, on("2026-02-24"), "2"),
        moment(Happened::accepted, on("2026-02-25"), "3"),
        moment(Happened::accepted, on("2025-03-09"), "4"), // Sunday of week 10 of 2025
        moment(Happened::accepted, on("2025-03-10"), "5"), // Monday of week 11
    };
    EXPECT_THAT(
        rows_of(orders_report(moments, ask_for("2026-03-02", "2026-03-08", "week"))),
        ElementsAre("2026-W10 | 0 | 1 | 0 | 0 | 0 | 2 | 1", "total | 0 | 1 | 0 | 0 | 0 | 2 | 1"));
}

TEST(OrdersReport, ofWeek53SaysThatLastYearHadNone) {
    EXPECT_THAT(rows_of(orders_report({}, ask_for("2026-12-28", "2027-01-10", "week"))),
                ElementsAre("2026-W53 | 0 | 0 | 0 | 0 | 0 | 0 | no_data",
                            "2027-W01 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
                            "total | 0 | 0 | 0 | 0 | 0 | 0 | no_data"));
}

TEST(OrdersReport, byCustomerPutsTheBusiestFirst) {
    const std::vector<Moment> moments{
        moment(Happened::received, on("2026-03-02"), "1", "C1002"),
        moment(Happened::received, on("2026-03-02"), "2", "C1001"),
        moment(Happened::received, on("2026-03-03"), "3", "C1001"),
        moment(Happened::accepted, on("2026-02-03"), "4", "C1001"),
    };
    EXPECT_THAT(rows_of(orders_report(moments, ask_for("2026-03-01", "2026-03-31", "customer"))),
                ElementsAre("C1001 | 2 | 0 | 0 | 0 | 0 | 1 | 0",
                            "C1002 | 1 | 0 | 0 | 0 | 0 | 0 | 0",
                            "total | 3 | 0 | 0 | 0 | 0 | 1 | 0"));
}

TEST(OrdersReport, asksForEachDayOnce) {
    const auto periods = compared_periods(ask_for("2025-01-01", "2026-12-31", "month"));
    for (std::size_t i = 1; i < periods.size(); ++i)
        EXPECT_LT(periods[i - 1].to, periods[i].from);
    EXPECT_EQ(periods.front().from, day("2023-01-02")); // two years, held against the two before
}

// Whatever happens when: the days of a month make the month, and so do its weeks.
TEST(OrdersReport, daysAndWeeksAddUpToTheMonth) {
    std::mt19937 random(20260302);
    for (int round = 0; round < 50; ++round) {
        std::vector<Moment> moments;
        for (int i = 0; i < 200; ++i)
            moments.push_back(moment(static_cast<Happened>(random() % 5),
                                     on("2026-03-01", 0) + std::chrono::minutes(random() % 44580),
                                     std::to_string(random() % 60)));
        const auto total = [&](const char* by) {
            const auto report = orders_report(moments, ask_for("2026-03-01", "2026-03-31", by));
            std::array<std::int64_t, 5> sums{}, said{};
            for (std::size_t row = 0; row + 1 < report.rows.size(); ++row)
                for (std::size_t i = 0; i < 5; ++i)
                    sums[i] += number_in(report, row, i + 1);
            for (std::size_t i = 0; i < 5; ++i)
                said[i] = number_in(report, report.rows.size() - 1, i + 1);
            EXPECT_EQ(sums, said) << by;
            return said;
        };
        EXPECT_EQ(total("day"), total("month"));
        EXPECT_EQ(total("week"), total("month"));
        EXPECT_EQ(total("customer"), total("month"));
    }
}

} // namespace besteld::reporting
