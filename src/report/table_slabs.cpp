// SPDX-License-Identifier: Apache-2.0

// A table as slabs: column widths from what stands in the cells, one slab for each row.
#include "report/slabs.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace besteld {

namespace {

constexpr double pad = 1.3;          // beside and above a cell's text
constexpr double least_width = 9;    // of a column's text
constexpr double widest_cell = 60;   // a long name does not push the others to their least
constexpr double widest_line = 27;   // that is kept whole
constexpr double growing_width = 38; // of the growing column, where there is room

// A table too wide for the page in letters of the usual size gets smaller ones.
constexpr std::array scales = {1.0, 0.92, 0.84, 0.76};

struct TableFrame {
    const SheetTable& table;
    const Letters& letters;
    double width = 0;
    double scale = 1;

    LetterStyle heading(const SheetColumn& column) const {
        return {small_points * scale, Weight::bold, column.side};
    }
    LetterStyle text(const SheetColumn& column, const SheetCell& cell) const {
        return {normal_points * scale, cell.weight, column.side};
    }
    LetterStyle small(const SheetColumn& column) const {
        return {small_points * scale, Weight::normal, column.side};
    }
    double room() const { return width - 2 * pad * static_cast<double>(table.columns.size()); }
};

struct Width {
    double least = least_width;
    double natural = least_width;
};

// A column exactly as wide as its widest word would break it: lengths are rounded to pango's units.
constexpr double rounding = 0.1;

void widen(Width& width, const Layout& layout) {
    const double natural = std::min(width_of(layout) + rounding, widest_cell);
    width.natural = std::max(width.natural, natural);
    width.least = std::max(width.least, std::min(longest_word(layout) + rounding, natural));
}

Width measure(const TableFrame& frame, std::size_t c) {
    const auto& column = frame.table.columns[c];
    Width width;
    widen(width, frame.letters.lay_out(column.heading, frame.heading(column)));
    for (const auto& row : frame.table.rows) {
        widen(width, frame.letters.lay_out(row[c].text, frame.text(column, row[c])));
        if (!row[c].small.empty())
            widen(width, frame.letters.lay_out(row[c].small, frame.small(column)));
    }
    if (column.keeps_lines) width.least = std::min(width.natural, widest_line);
    return width;
}

double sum_of_least(const std::vector<Width>& widths) {
    double sum = 0;
    for (const auto& width : widths)
        sum += width.least;
    return sum;
}

// Every column its least, then what is left by what each would like, then the growing ones.
std::vector<double> share_out(const TableFrame& frame, std::vector<Width> measured) {
    for (std::size_t c = 0; c < measured.size(); ++c) {
        const double slack = frame.room() - sum_of_least(measured);
        auto& width = measured[c];
        if (frame.table.columns[c].grows && width.least < growing_width && slack > 0)
            width.least = std::min(growing_width, width.least + slack);
        width.natural = std::max(width.natural, width.least);
    }
    const double least = sum_of_least(measured);
    double wish = 0;
    for (const auto& width : measured)
        wish += width.natural - width.least;
    const double share =
        least >= frame.room() || wish <= 0 ? 0 : std::min(1.0, (frame.room() - least) / wish);
    std::vector<double> widths;
    for (const auto& width : measured)
        widths.push_back(least > frame.room()
                             ? width.least * frame.room() / least
                             : width.least + share * (width.natural - width.least));
    const double left = frame.room() - std::accumulate(widths.begin(), widths.end(), 0.0);
    const auto growing =
        static_cast<double>(std::ranges::count(frame.table.columns, true, &SheetColumn::grows));
    for (std::size_t c = 0; c < widths.size() && left > 0; ++c)
        if (growing == 0 || frame.table.columns[c].grows)
            widths[c] += left / (growing == 0 ? static_cast<double>(widths.size()) : growing);
    return widths;
}

// Sets the scale in which no word must break, or the smallest.
std::vector<double> column_widths(TableFrame& frame) {
    std::vector<Width> measured;
    for (const double scale : scales) {
        frame.scale = scale;
        measured.clear();
        for (std::size_t c = 0; c < frame.table.columns.size(); ++c)
            measured.push_back(measure(frame, c));
        if (sum_of_least(measured) <= frame.room()) break;
    }
    return share_out(frame, std::move(measured));
}

void rule_row(Slab& slab, Rules rules, const std::vector<double>& widths, double width) {
    slab.lines.push_back({0, slab.height, width, slab.height});
    if (rules == Rules::lines) return;
    slab.lines.push_back({0, 0, width, 0});
    double x = 0;
    slab.lines.push_back({x, 0, x, slab.height});
    for (const double column : widths) {
        x += column + 2 * pad;
        slab.lines.push_back({x, 0, x, slab.height});
    }
}

Slab heading_slab(const TableFrame& frame, const std::vector<double>& widths) {
    Slab slab;
    double x = pad;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const auto& column = frame.table.columns[c];
        const double height =
            put_text(slab, x, pad,
                     frame.letters.lay_out(column.heading, frame.heading(column), widths[c], 30));
        slab.height = std::max(slab.height, height + 2 * pad);
        x += widths[c] + 2 * pad;
    }
    slab.fills.push_back({0, 0, frame.width, slab.height});
    rule_row(slab, frame.table.rules, widths, frame.width);
    return slab;
}

Slab row_slab(const TableFrame& frame, const SheetRow& row, const std::vector<double>& widths) {
    Slab slab;
    double x = pad;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const auto& column = frame.table.columns[c];
        const SheetCell& cell = row[c];
        double y = pad;
        if (!cell.text.empty())
            y += put_text(slab, x, y,
                          frame.letters.lay_out(cell.text, frame.text(column, cell), widths[c],
                                                highest_slab / 2));
        if (!cell.small.empty())
            y += put_text(
                slab, x, y,
                frame.letters.lay_out(cell.small, frame.small(column), widths[c], highest_slab / 3),
                grey);
        slab.height = std::max(slab.height, y + pad);
        x += widths[c] + 2 * pad;
    }
    rule_row(slab, frame.table.rules, widths, frame.width);
    return slab;
}

Slab sum_slab(const SheetFact& sum, Rules rules, const SlabFrame& frame) {
    const bool grid = rules == Rules::grid;
    const double label_width = grid ? 0.28 * frame.width : frame.width - 45;
    const double value_width = frame.width - label_width;
    const Side side = grid ? Side::left : Side::right;
    Slab slab;
    const double label =
        put_text(slab, pad, pad,
                 frame.letters.lay_out(sum.label, {normal_points, sum.weight, side},
                                       label_width - 2 * pad, highest_slab / 4));
    const double value =
        put_text(slab, label_width + pad, pad,
                 frame.letters.lay_out(sum.value, {normal_points, sum.weight, side},
                                       value_width - 2 * pad, highest_slab / 4));
    slab.height = std::max(label, value) + (grid ? 2 * pad : pad);
    if (grid) {
        add_rectangle(slab, 0, 0, frame.width, slab.height, rule_grey);
        slab.lines.push_back({label_width, 0, label_width, slab.height});
    } else if (sum.weight == Weight::bold) {
        slab.lines.push_back({frame.width - 70, 0.4, frame.width, 0.4, black});
    }
    return slab;
}

} // namespace

void add_table(const SheetTable& table, const SlabFrame& frame, Flow& flow) {
    if (table.columns.empty()) return;
    SheetTable shown = table;
    for (auto& row : shown.rows)
        row.resize(shown.columns.size());
    TableFrame in{.table = shown, .letters = frame.letters, .width = frame.width};
    const auto widths = column_widths(in);
    flow.headings.push_back(heading_slab(in, widths));
    const int heading = static_cast<int>(flow.headings.size()) - 1;
    const std::size_t first = flow.slabs.size();
    for (const auto& row : shown.rows)
        flow.slabs.push_back(row_slab(in, row, widths));
    if (shown.rows.empty()) {
        Slab slab;
        slab.height = 2 * pad + put_text(slab, pad, pad,
                                         frame.letters.lay_out(shown.when_empty, {normal_points},
                                                               frame.width - 2 * pad, 30));
        flow.slabs.push_back(std::move(slab));
    }
    for (const auto& sum : shown.sums) {
        flow.slabs.back().keeps_next = true;
        flow.slabs.push_back(sum_slab(sum, shown.rules, frame));
    }
    for (std::size_t i = first; i < flow.slabs.size(); ++i)
        flow.slabs[i].table = heading;
    flow.slabs[first].gap = 4;
}

} // namespace besteld
