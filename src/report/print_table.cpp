// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "report/figure_unit.hpp"

#include <algorithm>

namespace besteld {

namespace {

enum class Align { left, right };

// Columns on a terminal: Chinese characters and full-width signs take two (UAX 11, in broad
// strokes).
std::size_t width_of(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        width += byte >= 0xE3U && byte <= 0xEFU ? 2 : 1;
    }
    return width;
}

Align align_of(Unit unit) {
    return is_figure(unit) ? Align::right : Align::left;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
    const auto own = width_of(text);
    const std::string blanks(own < width ? width - own : 0, ' ');
    return align == Align::right ? blanks + text : text + blanks;
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                    const std::vector<Column>& columns) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += cat(i == 0 ? "" : "  ", padded(cells[i], widths[i], align_of(columns[i].unit)));
    while (line.ends_with(' '))
        line.pop_back();
    return line + "\n";
}

std::vector<std::string> headings_of(const Report& report, const ReportWords& words) {
    std::vector<std::string> headings;
    for (const auto& column : report.columns)
        headings.push_back(word(words, cat("column.", column.key)));
    return headings;
}

std::string one_line(std::string text) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return text;
}

std::string title_of(const Report& report, const ReportWords& words) {
    const auto title = word(words, cat("report.", report.name));
    if (!report.period) return title + "\n";
    return cat(title, "  ", to_iso(report.period->from), " – ", to_iso(report.period->to), "\n");
}

} // namespace

std::string print_table(const Report& report, const ReportWords& words, Drill drill) {
    std::vector<std::vector<std::string>> lines{headings_of(report, words)};
    for (const auto& row : report.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.push_back(one_line(text_of(row.cells[i], report.columns.at(i), words)));
        lines.push_back(std::move(cells));
    }
    std::vector<std::size_t> widths(report.columns.size(), 0);
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], width_of(line[i]));
    std::string out = title_of(report, words);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += line_of(lines[i], widths, report.columns);
        if (drill == Drill::orders && i > 0 && !report.rows[i - 1].orders.empty())
            out += cat("    ", join(report.rows[i - 1].orders, " "), "\n");
    }
    if (report.rows.empty()) out += word(words, "nothing") + "\n";
    for (const auto& note : report.notes)
        out += cat("* ", text_of(note, words), "\n");
    return out;
}

} // namespace besteld
