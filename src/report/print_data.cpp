// SPDX-License-Identifier: Apache-2.0

// For spreadsheets and programs.
#include "base/csv_cell.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "order/currency.hpp"
#include "report/report.hpp"
#include "store/base_data_text.hpp"

namespace besteld {

namespace {

// Numbers and dates are of fixed form and start no formula; a minus is part of a number.
bool is_words(const Cell& cell) {
    return std::holds_alternative<std::string>(cell);
}

boost::json::value json_cell(const Cell& cell, const Column& column) {
    if (const auto* text = std::get_if<std::string>(&cell)) return boost::json::value(*text);
    if (const auto* number = std::get_if<Decimal>(&cell)) {
        if (column.unit == Unit::count && number->is_whole())
            return boost::json::value(number->units() / Decimal::scale);
        return boost::json::value(number->to_string()); // amounts travel as text
    }
    if (const auto* amount = std::get_if<Amount>(&cell))
        return boost::json::value(amount->value.to_string(currency_digits(amount->currency)));
    if (const auto* date = std::get_if<Date>(&cell)) return boost::json::value(to_iso(*date));
    return boost::json::value(nullptr);
}

// Beside a null: why it is one.
std::string why_null(const Cell& cell) {
    if (const auto* none = std::get_if<NoData>(&cell)) return none->why;
    return std::holds_alternative<Masked>(cell) ? "masked" : "";
}

boost::json::array texts(const std::vector<std::string>& list) {
    boost::json::array array;
    for (const auto& text : list)
        array.push_back(boost::json::value(text));
    return array;
}

boost::json::object json_row(const Report& report, const ReportRow& row, Drill drill) {
    boost::json::object out;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& column = report.columns.at(i);
        out.emplace(column.key, json_cell(row.cells[i], column));
        if (auto why = why_null(row.cells[i]); !why.empty())
            out.emplace(cat(column.key, "_why"), boost::json::value(why));
    }
    if (row.total) out.emplace("total", true);
    if (drill == Drill::orders) out.emplace("orders", texts(row.orders));
    return out;
}

} // namespace

std::string print_csv(const Report& report, const ReportWords& words, Drill drill) {
    std::vector<std::string> cells;
    for (const auto& column : report.columns)
        cells.push_back(csv_cell(neutralised(word(words, cat("column.", column.key)))));
    if (drill == Drill::orders) cells.push_back(csv_cell(word(words, "column.orders_behind")));
    std::string out = join(cells, ",") + "\r\n";
    for (const auto& row : report.rows) {
        cells.clear();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto text = text_of(row.cells[i], report.columns.at(i), words);
            cells.push_back(csv_cell(is_words(row.cells[i]) ? neutralised(text) : text));
        }
        if (drill == Drill::orders) cells.push_back(csv_cell(neutralised(join(row.orders, " "))));
        out += join(cells, ",") + "\r\n";
    }
    return out;
}

std::string print_json(const Report& report, Drill drill) {
    boost::json::object out{{"report", report.name}};
    if (report.period) {
        out.emplace("from", to_iso(report.period->from));
        out.emplace("to", to_iso(report.period->to));
    }
    boost::json::array rows;
    for (const auto& row : report.rows)
        rows.push_back(json_row(report, row, drill));
    out.emplace("rows", std::move(rows));
    boost::json::array notes;
    for (const auto& note : report.notes)
        notes.push_back({{"note", note.key}, {"about", texts(note.fillings)}});
    out.emplace("notes", std::move(notes));
    return json_text(out) + "\n";
}

} // namespace besteld
