// SPDX-License-Identifier: Apache-2.0

// Pareto of findings: what deviates most shows which base data are stale.
#include "base/text.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace besteld {

namespace {

struct Pile {
    std::int64_t findings = 0;
    std::set<std::string> orders;
};

std::string pile_of(const ReportAsk& ask, const OrderFacts& facts, const FactFinding& finding) {
    if (ask.by == "customer") return customer_label(facts.customer_no, facts.customer_name);
    if (ask.by == "item") return finding.sku.empty() ? "no_line" : finding.sku;
    if (ask.by == "resolution")
        return finding.resolution ? cat("resolution.", name_of(*finding.resolution)) : "unresolved";
    return cat("check.", name_of(finding.check));
}

} // namespace

Report discrepancies_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask) {
    Report report{.name = "discrepancies", .period = ask.period};
    report.columns = {{ask.by.empty() ? "check" : ask.by, Unit::key},
                      {"findings"},
                      {"orders"},
                      {"share", Unit::percent},
                      {"cumulative", Unit::percent}};
    std::map<std::string, Pile> piles;
    std::int64_t all = 0;
    for (const auto& one : facts) {
        if (one.test || !ask.period.holds(ask.zone.date_of(one.received_at))) continue;
        for (const auto& finding : one.findings) {
            // What merely informs deviates from nothing.
            if (finding.severity == FindingSeverity::info) continue;
            auto& pile = piles[pile_of(ask, one, finding)];
            ++pile.findings;
            ++all;
            pile.orders.insert(one.number());
        }
    }
    std::vector<std::pair<std::string, const Pile*>> ranked;
    for (const auto& [label, pile] : piles)
        ranked.emplace_back(label, &pile);
    sort_in_order(ranked, [](const auto& a, const auto& b) {
        return a.second->findings > b.second->findings;
    });
    std::int64_t so_far = 0;
    for (const auto& [label, pile] : ranked) {
        so_far += pile->findings;
        ReportRow row{.cells = {label, count_cell(pile->findings),
                                count_cell(static_cast<std::int64_t>(pile->orders.size())),
                                share_cell(pile->findings, all), share_cell(so_far, all)}};
        row.orders.assign(pile->orders.begin(), pile->orders.end());
        row.size = static_cast<std::int64_t>(pile->orders.size());
        report.rows.push_back(std::move(row));
    }
    return report;
}

} // namespace besteld
