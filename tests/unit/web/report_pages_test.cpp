// SPDX-License-Identifier: Apache-2.0

// Figures as pages and as files.
#include "web_visitor.hpp"

#include "base/text.hpp"
#include "report/kpi.hpp"
#include "report/library.hpp"

#include <gtest/gtest.h>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

struct ReportPages : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor lotte{app};
    Visitor anna{app};

    void SetUp() override {
        ASSERT_TRUE(lotte.log_in("lotte"));
        ASSERT_TRUE(anna.log_in("anna"));
    }

    int exports() {
        int count = 0;
        for (const auto& event : world.store().events(0))
            count += event.step.event == "data.exported";
        return count;
    }
};

const std::string march = "from=2026-03-01&to=2026-03-31";

} // namespace

TEST_F(ReportPages, listEveryReportAndIndicator) {
    const auto page = anna.get("/reports").body;
    for (const auto& kind : report_kinds())
        EXPECT_TRUE(page.contains(cat("href=\"/reports/", kind.name, "\""))) << kind.name;
    for (const auto& kpi : kpis())
        EXPECT_TRUE(page.contains(cat("href=\"/reports/", kpi.name, "\""))) << kpi.name;
    EXPECT_TRUE(page.contains("Hardlopers"));
}

TEST_F(ReportPages, showEveryReportInEveryWayItCanBeHad) {
    for (const auto& kind : report_kinds())
        for (const auto way : kind.ways) {
            const auto page = lotte.get(cat("/reports/", kind.name, "?", march, "&by=", way));
            EXPECT_EQ(page.status, 200) << kind.name << " by " << way;
            EXPECT_FALSE(page.body.contains(cat(">way.", way, "<"))) << kind.name << " by " << way;
        }
}

TEST_F(ReportPages, drawAndTabulateTheOrdersOfEachDay) {
    const auto page = lotte.get(cat("/reports/orders?", march, "&by=day&figure=received")).body;
    EXPECT_TRUE(page.contains("2026-03-02")) << page;
    EXPECT_TRUE(page.contains("<svg")) << page;
    EXPECT_TRUE(page.contains("Ontvangen"));
    EXPECT_TRUE(page.contains("<option value=\"received\" selected>"));
    EXPECT_TRUE(page.contains("<option value=\"day\" selected>per dag</option>"));
}

TEST_F(ReportPages, areOfThisMonthUnlessTold) {
    const auto page = lotte.get("/reports/orders").body;
    EXPECT_TRUE(page.contains("value=\"2026-03-01\""));
    EXPECT_TRUE(page.contains("value=\"2026-03-31\""));
    EXPECT_TRUE(page.contains("/reports/orders?from=2026-02-01&amp;to=2026-02-28&amp;by=day"));
    EXPECT_TRUE(page.contains("/reports/orders?from=2026-02-23&amp;to=2026-03-01&amp;by=day"));
}

TEST_F(ReportPages, leaveAsFilesAndTheChainSaysWhoTookThem) {
    const auto csv = lotte.get(cat("/reports/orders?", march, "&by=day&as=csv"));
    EXPECT_EQ(csv.status, 200);
    EXPECT_TRUE(csv.body.contains("2026-03-02;") || csv.body.contains("2026-03-02,")) << csv.body;
    EXPECT_EQ(exports(), 1);
    const auto pdf = lotte.get(cat("/reports/orders?", march, "&as=pdf"));
    EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
    EXPECT_EQ(exports(), 2);
    const auto last = world.store().events(0).back().step;
    EXPECT_EQ(last.actor, "lotte");
    EXPECT_EQ(last.reason, "report orders as pdf");
}

TEST_F(ReportPages, hideFiguresOfSmallGroupsFromThoseWhoNeedNone) {
    const auto of_lead = lotte.get(cat("/reports/discrepancies?", march)).body;
    const auto of_clerk = anna.get(cat("/reports/discrepancies?", march)).body;
    EXPECT_TRUE(of_clerk.contains("Cijfers over minder dan 5 orders zijn afgedekt.")) << of_clerk;
    EXPECT_FALSE(of_lead.contains("zijn afgedekt"));
}

TEST_F(ReportPages, refuseWhatTheyCannotSay) {
    EXPECT_EQ(anna.get("/reports/nonsense").status, 404);
    EXPECT_EQ(anna.get("/reports/orders?from=2026-13-01").status, 422);
    EXPECT_EQ(anna.get("/reports/orders?from=2026-03-02&to=2026-03-01").status, 422);
    EXPECT_EQ(anna.get("/reports/orders?from=2020-03-02&to=2026-03-01").status, 422);
    EXPECT_EQ(anna.get(cat("/reports/orders?", march, "&as=exe")).status, 422);
    EXPECT_EQ(exports(), 0);
}
