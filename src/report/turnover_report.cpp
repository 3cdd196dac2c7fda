// SPDX-License-Identifier: Apache-2.0

// Turnover is valued on acceptance. What happens later to an order is an entry of its own on its
// own day: figures of a closed day never change.
#include "base/text.hpp"
#include "report/deliveries_figures.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace besteld {

namespace {

constexpr std::array<std::string_view, 4> ends{"order.cancelled", "order.cancelled_by_seller",
                                               "proposal.refused", "order.expired"};

struct Valued {
    Instant at{};
    std::vector<FactLine> lines;
    std::string currency;
};

Instant valued_at(const OrderFacts& facts, const FactAnswer& answer) {
    const auto release = std::ranges::find(facts.releases, answer.revision, &FactRelease::revision);
    return release == facts.releases.end() ? answer.made_at : release->at;
}

// Each revision's lines; the first counts from the acceptance.
std::vector<Valued> revisions_of(const OrderFacts& facts, Instant accepted_at) {
    std::vector<Valued> revisions;
    for (const auto& answer : facts.answers)
        if (!answer.lines.empty())
            revisions.push_back({valued_at(facts, answer), answer.lines, answer.currency});
    if (revisions.empty()) revisions.push_back({accepted_at, facts.ordered, facts.currency});
    sort_in_order(revisions, [](const Valued& a, const Valued& b) { return a.at < b.at; });
    revisions.front().at = accepted_at;
    return revisions;
}

const FactEvent* end_of(const OrderFacts& facts, Instant after) {
    const FactEvent* first = nullptr;
    for (const auto name : ends)
        if (const auto* event = first_event_after(facts, name, after);
            event && (!first || event->id < first->id))
            first = event;
    return first;
}

std::vector<FactLine> negative(std::vector<FactLine> lines) {
    for (auto& line : lines) {
        line.quantity = -line.quantity;
        line.amount = -line.amount;
    }
    return lines;
}

// What the new lines are more than the old, per article and unit.
std::vector<FactLine> difference(const std::vector<FactLine>& now,
                                 const std::vector<FactLine>& before) {
    std::vector<FactLine> differences = now;
    for (const auto& old : negative(before)) {
        const auto same = std::ranges::find_if(differences, [&](const FactLine& line) {
            return line.sku == old.sku && line.unit == old.unit;
        });
        if (same == differences.end()) {
            differences.push_back(old);
            continue;
        }
        same->quantity += old.quantity;
        same->amount += old.amount;
    }
    std::erase_if(differences, [](const FactLine& line) {
        return line.quantity.is_zero() && line.amount.is_zero();
    });
    return differences;
}

void add_entries(const OrderFacts& facts, std::vector<TurnoverEntry>& entries) {
    const auto* accepted = first_event(facts, "order.accepted");
    if (!is_order(facts) || !accepted) return;
    const auto* end = end_of(facts, accepted->at);
    const std::vector<FactLine>* standing = nullptr;
    std::string currency;
    const auto revisions = revisions_of(facts, accepted->at);
    for (const auto& revision : revisions) {
        if (end && revision.at > end->at) break;
        const bool first = standing == nullptr;
        auto lines = first ? revision.lines : difference(revision.lines, *standing);
        if (first || !lines.empty())
            entries.push_back({.what = first ? Turned::accepted : Turned::corrected,
                               .at = revision.at,
                               .currency = revision.currency,
                               .order = &facts,
                               .lines = std::move(lines)});
        standing = &revision.lines;
        currency = revision.currency;
    }
    if (end && standing)
        entries.push_back({.what = Turned::cancelled,
                           .at = end->at,
                           .currency = currency,
                           .order = &facts,
                           .lines = negative(*standing)});
}

struct Sums {
    std::array<Decimal, 3> of{};
    std::int64_t accepted = 0;
    std::vector<std::string> orders;
    DeliveredValue delivered;
    void add(const TurnoverEntry& entry) {
        of[static_cast<std::size_t>(entry.what)] += entry.net();
        if (entry.what == Turned::accepted) ++accepted;
        if (std::ranges::find(orders, entry.order->number()) == orders.end())
            orders.push_back(entry.order->number());
    }
};

ReportRow row_of(const std::string& label, const std::string& currency, const Sums& sums) {
    const auto amount = [&](Decimal value) { return Cell(Amount{value, currency}); };
    ReportRow row{.cells = {label, currency, count_cell(sums.accepted)}};
    for (const auto part : sums.of)
        row.cells.push_back(amount(part));
    row.cells.push_back(amount(sums.of[0] + sums.of[1] + sums.of[2]));
    row.cells.push_back(sums.delivered.delivered_cell(currency));
    row.cells.push_back(sums.delivered.requested_cell(currency));
    row.orders = sums.orders;
    row.size = static_cast<std::int64_t>(sums.orders.size());
    return row;
}

} // namespace

Decimal TurnoverEntry::net() const {
    Decimal sum;
    for (const auto& line : lines)
        sum += line.amount;
    return sum;
}

std::vector<TurnoverEntry> turnover_entries(const std::vector<OrderFacts>& facts) {
    std::vector<TurnoverEntry> entries;
    for (const auto& one : facts)
        add_entries(one, entries);
    return entries;
}

Report turnover_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask) {
    Report report{.name = "turnover", .period = ask.period};
    report.columns = {{grain_of(ask) ? "period" : ask.by, Unit::key},
                      {"currency", Unit::text},
                      {"orders_accepted"},
                      {"accepted_value", Unit::money},
                      {"corrections", Unit::money},
                      {"cancelled_value", Unit::money},
                      {"turnover", Unit::money},
                      {"delivered_value", Unit::money},
                      {"requested_value", Unit::money}};
    std::map<std::pair<std::string, std::string>, Sums> groups;
    std::map<std::string, Sums> totals;
    for (const auto& entry : turnover_entries(facts)) {
        const auto day = ask.zone.date_of(entry.at);
        if (!ask.period.holds(day)) continue;
        groups[{group_of(ask, *entry.order, day), entry.currency}].add(entry);
        totals[entry.currency].add(entry);
    }
    for (const auto& one : delivered_values(facts)) {
        const auto day = ask.zone.date_of(one.at);
        if (!ask.period.holds(day)) continue;
        groups[{group_of(ask, *one.order, day), one.currency}].delivered.add(one);
        totals[one.currency].delivered.add(one);
    }
    for (const auto& [key, sums] : groups)
        report.rows.push_back(row_of(key.first, key.second, sums));
    for (const auto& [currency, sums] : totals) {
        report.rows.push_back(row_of("total", currency, sums));
        report.rows.back().total = true;
    }
    report.notes.push_back({"note.turnover"});
    if (totals.size() > 1) report.notes.push_back({"note.currencies"});
    return report;
}

} // namespace besteld
