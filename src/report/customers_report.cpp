// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace besteld {

namespace {

// The days on which a customer's orders were accepted, each once, up to the end of the period.
std::map<std::string, std::set<Date>> days_of(const std::vector<Moment>& moments,
                                              const ReportAsk& ask) {
    std::map<std::string, std::set<Date>> days;
    for (const auto& moment : moments) {
        const auto day = ask.zone.date_of(moment.at);
        if (moment.what == Happened::accepted && day <= ask.period.to &&
            !moment.customer_no.empty())
            days[moment.customer_no].insert(day);
    }
    return days;
}

// Of an even number of gaps the lower of the two in the middle. Three orders make a habit.
std::optional<std::int64_t> median_gap(const std::set<Date>& days) {
    constexpr std::size_t habit = 3;
    if (days.size() < habit) return std::nullopt;
    std::vector<std::int64_t> gaps;
    for (auto day = std::next(days.begin()); day != days.end(); ++day)
        gaps.push_back((*day - *std::prev(day)).count());
    std::ranges::sort(gaps);
    return gaps[(gaps.size() - 1) / 2];
}

Cell gap_cell(const std::optional<std::int64_t>& gap) {
    return gap ? count_cell(*gap) : Cell(NoData{"why.too_few_orders"});
}

Date as_of(const ReportAsk& ask) {
    return std::min(ask.period.to, ask.zone.date_of(ask.now));
}

struct Bought {
    std::string name;
    Decimal turnover{};
    std::set<std::string> orders; // accepted in the period
};

} // namespace

Report customers_report(const std::vector<OrderFacts>& facts, const std::vector<Moment>& moments,
                        const ReportAsk& ask) {
    Report report{.name = "customers", .period = ask.period};
    report.columns = {{"customer", Unit::text},  {"name", Unit::text},
                      {"currency", Unit::text},  {"turnover", Unit::money},
                      {"orders_accepted"},       {"last_order", Unit::date},
                      {"usual_gap", Unit::days}, {"days_since", Unit::days}};
    std::map<std::pair<std::string, std::string>, Bought> customers;
    for (const auto& entry : turnover_entries(facts)) {
        if (!ask.period.holds(ask.zone.date_of(entry.at))) continue;
        auto& customer = customers[{entry.currency, entry.order->customer_no}];
        customer.name = entry.order->customer_name;
        customer.turnover += entry.net();
        if (entry.what == Turned::accepted) customer.orders.insert(entry.order->number());
    }
    const auto days = days_of(moments, ask);
    for (const auto& [key, customer] : customers) {
        ReportRow row{.cells = {key.second.empty() ? "?" : key.second, customer.name, key.first,
                                Amount{customer.turnover, key.first},
                                count_cell(static_cast<std::int64_t>(customer.orders.size()))}};
        const auto known = days.find(key.second);
        if (known == days.end()) {
            row.cells.insert(row.cells.end(), 3, NoData{"why.too_few_orders"});
        } else {
            const auto last = *known->second.rbegin();
            row.cells.emplace_back(last);
            row.cells.push_back(gap_cell(median_gap(known->second)));
            row.cells.push_back(count_cell((as_of(ask) - last).count()));
        }
        row.orders.assign(customer.orders.begin(), customer.orders.end());
        row.size = static_cast<std::int64_t>(customer.orders.size());
        report.rows.push_back(std::move(row));
    }
    sort_in_order(report.rows, [](const ReportRow& a, const ReportRow& b) {
        const auto &first = std::get<Amount>(a.cells[3]), &second = std::get<Amount>(b.cells[3]);
        if (first.currency != second.currency) return first.currency < second.currency;
        return first.value > second.value;
    });
    if (ask.top > 0 && report.rows.size() > ask.top) {
        report.notes.push_back({"note.top", {cat(ask.top), cat(report.rows.size())}});
        report.rows.resize(ask.top);
    }
    return report;
}

Report dormant_report(const std::vector<Moment>& moments, const ReportAsk& ask) {
    Report report{.name = "dormant", .period = ask.period};
    report.columns = {{"customer", Unit::text},
                      {"last_order", Unit::date},
                      {"usual_gap", Unit::days},
                      {"days_since", Unit::days},
                      {"order_days"}};
    for (const auto& [customer, days] : days_of(moments, ask)) {
        const auto gap = median_gap(days);
        const auto since = (as_of(ask) - *days.rbegin()).count();
        if (!gap || since <= 2 * *gap) continue;
        ReportRow row{.cells = {customer, *days.rbegin(), count_cell(*gap), count_cell(since),
                                count_cell(static_cast<std::int64_t>(days.size()))}};
        row.size = static_cast<std::int64_t>(days.size());
        report.rows.push_back(std::move(row));
    }
    // Who is longest away, measured in his own rhythm.
    sort_in_order(report.rows, [](const ReportRow& a, const ReportRow& b) {
        const auto waited = [](const ReportRow& row) {
            return divide(std::get<Decimal>(row.cells[3]), std::get<Decimal>(row.cells[2]))
                .value_or(Decimal{});
        };
        return waited(a) > waited(b);
    });
    report.notes.push_back({"note.dormant"});
    return report;
}

} // namespace besteld
