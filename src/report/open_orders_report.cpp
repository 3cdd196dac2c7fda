// SPDX-License-Identifier: Apache-2.0

// The open order book, as it stands now.
#include "base/text.hpp"
#include "report/deliveries_figures.hpp"
#include "report/reports.hpp"

#include <map>
#include <set>

namespace besteld {

namespace {

struct Open {
    std::set<std::string> orders;
    std::int64_t lines = 0;
    Decimal value{};
};
using OpenRows = std::map<std::pair<std::string, std::string>, Open>; // label, currency

bool is_open_order(OrderState state) {
    return state == OrderState::accepted || state == OrderState::confirmed ||
           state == OrderState::proposed || state == OrderState::released ||
           state == OrderState::part_delivered;
}

void add(OpenRows& rows, const std::string& label, const OrderFacts& facts, const FactLine& line) {
    auto& row = rows[{label, facts.currency}];
    row.orders.insert(facts.number());
    ++row.lines;
    row.value += open_value(facts, line);
}

std::string age_of(Instant since, Instant now) {
    const auto days = std::chrono::floor<std::chrono::days>(now - since).count();
    if (days <= 7) return "0-7";
    if (days <= 14) return "8-14";
    if (days <= 30) return "15-30";
    return "31-";
}

// Why an order is on hold: its open findings, else the words of who held it.
std::string hold_of(const OrderFacts& facts) {
    for (const auto& finding : facts.findings)
        if (!finding.resolution && (finding.severity == FindingSeverity::block ||
                                    finding.severity == FindingSeverity::warn))
            return cat("check.", name_of(finding.check));
    std::string reason;
    for (const auto& event : facts.events)
        if (event.event == "order.held") reason = event.reason;
    return reason.empty() ? "?" : reason;
}

void add_by_week(OpenRows& rows, const OrderFacts& facts) {
    for (const auto& line : facts.lines()) {
        if (open_quantity(facts, line).is_zero()) continue;
        add(rows, line.promised ? label_of(Grain::week, *line.promised) : "undated", facts, line);
    }
}

void add_backorders(OpenRows& rows, const OrderFacts& facts, Instant now) {
    const auto* accepted = first_event(facts, "order.accepted");
    for (const auto& line : facts.lines())
        if (accepted && line.backordered && !open_quantity(facts, line).is_zero())
            add(rows, age_of(accepted->at, now), facts, line);
}

void add_hold(OpenRows& rows, const OrderFacts& facts) {
    auto& row = rows[{hold_of(facts), facts.currency}];
    row.orders.insert(facts.number());
    for (const auto& line : facts.lines()) {
        ++row.lines;
        row.value += line.amount;
    }
}

} // namespace

Report open_orders_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask) {
    Report report{.name = "open_orders"};
    const auto label = ask.by == "age"    ? "age_days"
                       : ask.by == "hold" ? "hold_reason"
                                          : "promised_week";
    report.columns = {{label, Unit::key},
                      {"currency", Unit::text},
                      {"orders"},
                      {"lines"},
                      {"open_value", Unit::money}};
    OpenRows rows;
    bool reported = false;
    for (const auto& one : facts) {
        if (!is_order(one)) continue;
        if (one.fulfilment && !one.fulfilment->shipments.empty()) reported = true;
        if (ask.by == "hold" && one.state == OrderState::on_hold) add_hold(rows, one);
        if (!is_open_order(one.state) || ask.by == "hold") continue;
        if (ask.by == "age")
            add_backorders(rows, one, ask.now);
        else
            add_by_week(rows, one);
    }
    for (const auto& [key, open] : rows) {
        ReportRow row{.cells = {key.first, key.second,
                                count_cell(static_cast<std::int64_t>(open.orders.size())),
                                count_cell(open.lines), Amount{open.value, key.second}}};
        row.orders.assign(open.orders.begin(), open.orders.end());
        row.size = static_cast<std::int64_t>(open.orders.size());
        report.rows.push_back(std::move(row));
    }
    if (!reported && ask.by != "hold") report.notes.push_back({"note.no_deliveries"});
    return report;
}

} // namespace besteld
