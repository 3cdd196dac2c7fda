// SPDX-License-Identifier: Apache-2.0
#include "report/report_sheet.hpp"

#include "base/text.hpp"
#include "report/figure_unit.hpp"

namespace besteld {

namespace {

Side side_of(Unit unit) {
    return is_figure(unit) ? Side::right : Side::left;
}

SheetTable table_of(const Report& report, const ReportWords& words, Drill drill) {
    SheetTable table{.when_empty = word(words, "nothing")};
    for (const auto& column : report.columns)
        table.columns.push_back(
            {.heading = word(words, cat("column.", column.key)), .side = side_of(column.unit)});
    if (!table.columns.empty()) table.columns.front().grows = true;
    for (const auto& row : report.rows) {
        SheetRow cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.push_back({.text = text_of(row.cells[i], report.columns.at(i), words),
                             .weight = row.total ? Weight::bold : Weight::normal});
        if (drill == Drill::orders && !cells.empty()) cells.front().small = join(row.orders, " ");
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string days_of(const Report& report) {
    if (!report.period) return {};
    return cat(to_iso(report.period->from), " – ", to_iso(report.period->to));
}

} // namespace

Sheet sheet_of(const Report& report, const ReportWords& words, Drill drill,
               const SheetOwner& owner) {
    const auto title = word(words, cat("report.", report.name));
    Sheet sheet{.language = owner.language, .title = title, .created = owner.printed_on};
    sheet.number = days_of(report);
    sheet.head = {.form = SheetHead::Form::plain, .name = owner.name};
    sheet.blocks.emplace_back(
        SheetText{.words = title, .size = SheetText::Size::title, .keeps_next = true});
    if (report.period)
        sheet.blocks.emplace_back(SheetText{
            .words = days_of(report), .size = SheetText::Size::heading, .keeps_next = true});
    sheet.blocks.emplace_back(table_of(report, words, drill));
    for (const auto& note : report.notes)
        sheet.blocks.emplace_back(
            SheetText{.words = text_of(note, words), .size = SheetText::Size::small});
    return sheet;
}

} // namespace besteld
