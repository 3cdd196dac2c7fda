// SPDX-License-Identifier: Apache-2.0
#include "report/chart.hpp"

#include "report/figure_unit.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// What people come for, where a report has it.
constexpr std::array<std::string_view, 4> first_choices{"turnover", "accepted", "findings",
                                                        "value"};

struct Bar {
    const ReportRow* row = nullptr;
    Decimal value{};
    std::string currency;
};

std::optional<Bar> bar_of(const ReportRow& row, std::size_t column) {
    const auto& cell = row.cells.at(column);
    if (const auto* figure = std::get_if<Decimal>(&cell)) return Bar{&row, *figure, ""};
    if (const auto* amount = std::get_if<Amount>(&cell))
        return Bar{&row, amount->value, amount->currency};
    return std::nullopt;
}

// Rows of several indicators have no scale in common; of one they are told apart by the second
// column.
std::optional<std::size_t> label_column(const Report& report) {
    if (report.columns.empty()) return std::nullopt;
    if (report.columns.front().key != "kpi") return 0;
    const bool one = std::ranges::all_of(report.rows, [&](const ReportRow& row) {
        return row.cells.front() == report.rows.front().cells.front();
    });
    return one ? std::optional<std::size_t>(1) : std::nullopt;
}

std::vector<Bar> bars_of(const Report& report, std::size_t column) {
    std::vector<Bar> bars;
    for (const auto& row : report.rows) {
        auto bar = row.total ? std::nullopt : bar_of(row, column);
        if (bar && (bars.empty() || bar->currency == bars.front().currency))
            bars.push_back(*std::move(bar));
    }
    return bars;
}

// Where a value lies between the lowest and the highest, in thousandths.
int position(Decimal value, Decimal low, Decimal high) {
    const auto of = static_cast<double>((high - low).units());
    return of <= 0
               ? 0
               : static_cast<int>(static_cast<double>((value - low).units()) / of * chart_width);
}

} // namespace

std::vector<std::string> drawable(const Report& report) {
    std::vector<std::string> keys;
    const auto label = label_column(report);
    if (!label) return keys;
    for (std::size_t i = *label + 1; i < report.columns.size(); ++i)
        if (is_figure(report.columns[i].unit) && bars_of(report, i).size() > 1)
            keys.push_back(report.columns[i].key);
    const auto wanted = std::ranges::find_first_of(keys, first_choices);
    if (wanted != keys.end()) std::rotate(keys.begin(), wanted, wanted + 1);
    return keys;
}

std::optional<Chart> chart_of(const Report& report, const std::string& figure,
                              const ReportWords& words) {
    const auto label = label_column(report);
    const auto found = std::ranges::find(report.columns, figure, &Column::key);
    if (!label || found == report.columns.end() || !is_figure(found->unit)) return std::nullopt;
    const auto column = static_cast<std::size_t>(found - report.columns.begin());
    auto bars = bars_of(report, column);
    if (bars.size() < 2) return std::nullopt;
    Chart chart{.figure = figure, .currency = bars.front().currency};
    if (bars.size() > most_bars) {
        chart.left_out = bars.size() - most_bars;
        bars.resize(most_bars);
    }
    const auto [least, most] = std::ranges::minmax(bars, {}, &Bar::value);
    const Decimal low = std::min(least.value, Decimal{});
    const Decimal high = std::max(most.value, Decimal{});
    const int zero = position(Decimal{}, low, high);
    for (const auto& bar : bars) {
        const int at = position(bar.value, low, high);
        chart.bars.push_back(
            {.label = text_of(bar.row->cells.at(*label), report.columns.at(*label), words),
             .text = text_of(bar.row->cells.at(column), *found, words),
             .begin = std::min(zero, at),
             .length = std::max(zero, at) - std::min(zero, at),
             .below_zero = at < zero});
    }
    return chart;
}

} // namespace besteld
