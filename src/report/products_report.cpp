// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace besteld {

namespace {

struct Product {
    std::string name;
    std::string unit;
    Decimal quantity{};
    Decimal turnover{};
    Decimal before{}; // quantity of the weeks before the period
    std::set<std::string> orders;
    std::set<std::string> promotions;
};

using Products = std::map<std::pair<std::string, std::string>, Product>; // article, currency

void add_line(Product& product, const TurnoverEntry& entry, const FactLine& line) {
    product.name = line.name;
    product.unit = line.unit;
    product.quantity += line.quantity;
    product.turnover += line.amount;
    product.orders.insert(entry.order->number());
    if (!line.promotion.empty()) product.promotions.insert(line.promotion);
}

// Per cent that a week of the period has more or less than a week of the four before it.
Cell trend_of(const Product& product, const Period& period) {
    if (product.before <= Decimal{}) return NoData{"why.nothing_before"};
    const auto days = (period.to - period.from).count() + 1;
    const auto expected = multiply_divide(product.before, Decimal::from_integer(days),
                                          Decimal(7 * trend_weeks), Decimal::places);
    if (!expected || expected->is_zero()) return NoData{"why.nothing_before"};
    const auto change = multiply_divide(product.quantity - *expected, Decimal(100), *expected, 1);
    return change ? Cell(*change) : Cell(NoData{"why.out_of_range"});
}

std::string joined(const std::set<std::string>& texts) {
    return join({texts.begin(), texts.end()}, " ");
}

ReportRow row_of(const Products::value_type& entry, const Period& period) {
    const auto& [key, product] = entry;
    ReportRow row{.cells = {key.first, product.name, product.quantity, product.unit, key.second,
                            Amount{product.turnover, key.second},
                            count_cell(static_cast<std::int64_t>(product.orders.size())),
                            trend_of(product, period), joined(product.promotions)}};
    row.orders.assign(product.orders.begin(), product.orders.end());
    row.size = static_cast<std::int64_t>(product.orders.size());
    return row;
}

// Units of different articles are not compared in earnest, but a ranking by quantity is asked for.
Decimal rank_of(const Product& product, const std::string& by) {
    if (by == "quantity") return product.quantity;
    if (by == "orders")
        return Decimal::from_integer(static_cast<std::int64_t>(product.orders.size()));
    return product.turnover;
}

} // namespace

Report products_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask) {
    Report report{.name = "products", .period = ask.period};
    report.columns = {{"article", Unit::text},
                      {"name", Unit::text},
                      {"quantity", Unit::quantity},
                      {"unit", Unit::text},
                      {"currency", Unit::text},
                      {"turnover", Unit::money},
                      {"orders"},
                      {"trend", Unit::percent},
                      {"promotion", Unit::text}};
    const Period weeks_before{ask.period.from - std::chrono::weeks(trend_weeks),
                              ask.period.from - std::chrono::days(1)};
    Products products;
    for (const auto& entry : turnover_entries(facts)) {
        const auto day = ask.zone.date_of(entry.at);
        for (const auto& line : entry.lines) {
            auto& product = products[{line.sku, entry.currency}];
            if (ask.period.holds(day)) add_line(product, entry, line);
            if (weeks_before.holds(day)) product.before += line.quantity;
        }
    }
    std::erase_if(products, [](const auto& entry) { return entry.second.orders.empty(); });
    std::vector<const Products::value_type*> ranked;
    for (const auto& entry : products)
        ranked.push_back(&entry);
    sort_in_order(ranked, [&](const auto* a, const auto* b) {
        if (a->first.second != b->first.second) return a->first.second < b->first.second;
        return rank_of(a->second, ask.by) > rank_of(b->second, ask.by);
    });
    for (const auto* entry : ranked)
        report.rows.push_back(row_of(*entry, ask.period));
    if (ask.top > 0 && report.rows.size() > ask.top) {
        report.notes.push_back({"note.top", {cat(ask.top), cat(report.rows.size())}});
        report.rows.resize(ask.top);
    }
    report.notes.push_back({"note.trend"});
    return report;
}

} // namespace besteld
