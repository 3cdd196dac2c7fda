// SPDX-License-Identifier: Apache-2.0
#include "facts.hpp"

#include "report/reports.hpp"

#include <random>

namespace besteld::reporting {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Made corrected(const char* at, const char* amount) {
    return Made("1").accepted(on("2026-03-02"), "100").accepted(on(at), amount, "90", "NK-100", 2);
}

} // namespace

TEST(Turnover, isValuedOnAcceptance) {
    const std::vector<OrderFacts> facts{Made("1").accepted(on("2026-03-02"), "452.80"),
                                        Made("2").accepted(on("2026-03-02", 23, 59), "100"),
                                        Made("3").accepted(on("2026-03-03"), "20.5")};
    EXPECT_THAT(
        rows_of(turnover_report(facts, ask_for("2026-03-02", "2026-03-03", "day"))),
        ElementsAre("2026-03-02 | EUR | 2 | 552.80 | 0.00 | 0.00 | 552.80 | no_data | no_data",
                    "2026-03-03 | EUR | 1 | 20.50 | 0.00 | 0.00 | 20.50 | no_data | no_data",
                    "total | EUR | 3 | 573.30 | 0.00 | 0.00 | 573.30 | no_data | no_data"));
}

TEST(Turnover, ofACancelledOrderIsNegativeOnItsOwnDay) {
    const std::vector<OrderFacts> facts{
        Made("1").accepted(on("2026-03-02"), "100").event("order.cancelled", on("2026-04-01"))};
    EXPECT_THAT(rows_of(turnover_report(facts, ask_for("2026-03-01", "2026-03-31", "month"))),
                ElementsAre("2026-03 | EUR | 1 | 100.00 | 0.00 | 0.00 | 100.00 | no_data | no_data",
                            "total | EUR | 1 | 100.00 | 0.00 | 0.00 | 100.00 | no_data | no_data"));
    EXPECT_THAT(
        rows_of(turnover_report(facts, ask_for("2026-04-01", "2026-04-30", "month"))),
        ElementsAre("2026-04 | EUR | 0 | 0.00 | 0.00 | -100.00 | -100.00 | no_data | no_data",
                    "total | EUR | 0 | 0.00 | 0.00 | -100.00 | -100.00 | no_data | no_data"));
}

TEST(Turnover, ofALaterRevisionIsACorrectionOnItsOwnDay) {
    const std::vector<OrderFacts> facts{corrected("2026-03-05", "90")};
    EXPECT_THAT(
        rows_of(turnover_report(facts, ask_for("2026-03-02", "2026-03-05", "day"))),
        ElementsAre("2026-03-02 | EUR | 1 | 100.00 | 0.00 | 0.00 | 100.00 | no_data | no_data",
                    "2026-03-05 | EUR | 0 | 0.00 | -10.00 | 0.00 | -10.00 | no_data | no_data",
                    "total | EUR | 1 | 100.00 | -10.00 | 0.00 | 90.00 | no_data | no_data"));
}

TEST(Turnover, ofAnOrderCancelledAfterItsCorrectionComesToNothing) {
    auto order = corrected("2026-03-05", "90");
    order.event("order.cancelled_by_seller", on("2026-03-06"));
    Decimal sum;
    const std::vector<OrderFacts> facts{order};
    for (const auto& entry : turnover_entries(facts))
        sum += entry.net();
    EXPECT_EQ(sum, Decimal{});
    EXPECT_EQ(turnover_entries(facts).size(), 3U);
}

TEST(Turnover, neverAddsTwoCurrencies) {
    const std::vector<OrderFacts> facts{
        Made("1").accepted(on("2026-03-02"), "100"),
        Made("2").of("C1003", "JPY").accepted(on("2026-03-02"), "5000")};
    EXPECT_THAT(rows_of(turnover_report(facts, ask_for("2026-03-02", "2026-03-02", "channel"))),
                ElementsAre("edifact | EUR | 1 | 100.00 | 0.00 | 0.00 | 100.00 | no_data | no_data",
                            "edifact | JPY | 1 | 5000 | 0 | 0 | 5000 | no_data | no_data",
                            "total | EUR | 1 | 100.00 | 0.00 | 0.00 | 100.00 | no_data | no_data",
                            "total | JPY | 1 | 5000 | 0 | 0 | 5000 | no_data | no_data"));
}

TEST(Turnover, ofATestOrderOrOfAChangesOwnCaseIsNone) {
    auto test = Made("1").accepted(on("2026-03-02"), "100");
    test.facts().test = true;
    auto change = Made("2").accepted(on("2026-03-02"), "100");
    change.facts().document_class = DocumentClass::order_change;
    const std::vector<OrderFacts> facts{test, change};
    EXPECT_THAT(turnover_entries(facts), IsEmpty());
}

TEST(Turnover, ofDeliveriesIsTheShareOfTheConfirmedAmount) {
    auto order = Made("1").accepted(on("2026-03-02"), "100", "3");
    order.facts().fulfilment = FactFulfilment{
        .shipments =
            {{.number = "DN-1", .posted_at = on("2026-03-03"), .quantities = {{0, Decimal(1)}}},
             {.number = "DN-2", .posted_at = on("2026-03-04"), .quantities = {{0, Decimal(2)}}}},
        .requests = {{.at = on("2026-03-04"), .shipment = "DN-1"}}};
    const std::vector<OrderFacts> facts{order};
    EXPECT_THAT(rows_of(turnover_report(facts, ask_for("2026-03-03", "2026-03-04", "day"))),
                ElementsAre("2026-03-03 | EUR | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 33.33 | no_data",
                            "2026-03-04 | EUR | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 66.67 | 33.33",
                            "total | EUR | 0 | 0.00 | 0.00 | 0.00 | 0.00 | 100.00 | 33.33"));
}

TEST(Turnover, ofDaysAddsUpToTheMonth) {
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
        std::vector<OrderFacts> facts;
        for (int i = 0; i < 60; ++i) {
            const auto at = on("2026-03-01", 0) + std::chrono::minutes(random() % 44000);
            Made order(std::to_string(i));
            order.accepted(at, std::to_string(random() % 1000).c_str());
            if (random() % 3 == 0)
                order.accepted(at + std::chrono::hours(random() % 200),
                               std::to_string(random() % 1000).c_str(), "7", "NK-210", 2);
            if (random() % 4 == 0)
                order.event("order.cancelled", at + std::chrono::hours(random() % 300));
            facts.push_back(order);
        }
        const auto sum = [&](const char* by) {
            const auto report = turnover_report(facts, ask_for("2026-03-01", "2026-03-31", by));
            Decimal rows;
            for (const auto& row : report.rows)
                if (!row.total) rows += std::get<Amount>(row.cells[6]).value;
            EXPECT_EQ(rows, std::get<Amount>(report.rows.back().cells[6]).value);
            return rows;
        };
        EXPECT_EQ(sum("day"), sum("month"));
        EXPECT_EQ(sum("week"), sum("customer"));
    }
}

TEST(Products, areRankedByTurnoverAndHeldAgainstFourWeeks) {
    auto claimed = Made("2").accepted(on("2026-03-03"), "50", "28");
    claimed.facts().answers.back().lines.front().promotion = "LENTE26";
    const std::vector<OrderFacts> facts{
        Made("1").accepted(on("2026-02-10"), "300", "56"), // 14 a week
        claimed, Made("3").accepted(on("2026-03-04"), "80", "2", "NK-900"),
        Made("4").accepted(on("2026-03-04"), "9", "1").event("order.cancelled", on("2026-03-05"))};
    EXPECT_THAT(rows_of(products_report(facts, ask_for("2026-03-02", "2026-03-08", "turnover"))),
                ElementsAre("NK-900 | doos | 2 | H87 | EUR | 80.00 | 1 | no_data | ",
                            "NK-100 | doos | 28 | H87 | EUR | 50.00 | 2 | 100.0 | LENTE26"));
}

TEST(Customers, areRankedWithTheirRhythm) {
    const std::vector<OrderFacts> facts{Made("1").accepted(on("2026-03-02"), "100"),
                                        Made("2").accepted(on("2026-03-09"), "50"),
                                        Made("3").of("C1002").accepted(on("2026-03-10"), "400")};
    std::vector<Moment> moments;
    for (const auto* iso : {"2026-02-23", "2026-03-02", "2026-03-09"})
        moments.push_back({.what = Happened::accepted, .at = on(iso), .customer_no = "C1001"});
    moments.push_back({.what = Happened::accepted, .at = on("2026-03-10"), .customer_no = "C1002"});
    auto ask = ask_for("2026-03-01", "2026-03-31", "turnover");
    ask.now = on("2026-03-12");
    EXPECT_THAT(rows_of(customers_report(facts, moments, ask)),
                ElementsAre("C1002 |  | EUR | 400.00 | 1 | 2026-03-10 | no_data | 2",
                            "C1001 | De Korenaar | EUR | 150.00 | 2 | 2026-03-09 | 7 | 3"));
    ask.now = on("2026-03-24");
    EXPECT_THAT(rows_of(dormant_report(moments, ask)),
                ElementsAre("C1001 | 2026-03-09 | 7 | 15 | 3"));
    ask.now = on("2026-03-23"); // twice the gap, not more
    EXPECT_THAT(rows_of(dormant_report(moments, ask)), IsEmpty());
}

} // namespace besteld::reporting
