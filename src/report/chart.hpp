// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report's rows as bars, for the eye; the table beside it has the figures. Pure.

#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

inline constexpr int chart_width = 1'000; // of what there is between labels and figures

struct ChartBar {
    std::string label;
    std::string text; // the figure as the table has it
    // Of chart_width: where the bar begins and how long it is.
    int begin = 0;
    int length = 0;
    bool below_zero = false;
};

struct Chart {
    std::string figure; // the column's key
    std::string currency;
    std::vector<ChartBar> bars;
    std::size_t left_out = 0; // rows behind the last bar
};

inline constexpr std::size_t most_bars = 40;

// The columns that can be drawn, the one that says most first.
std::vector<std::string> drawable(const Report& report);
// Of rows that have a figure; amounts of the first row's currency only, for no scale holds two.
// Nothing when fewer than two are left.
std::optional<Chart> chart_of(const Report& report, const std::string& figure,
                              const ReportWords& words);

} // namespace besteld
