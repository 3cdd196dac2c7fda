// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/table_styles.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers {
namespace {

constexpr int two_readings_score = 50;
constexpr std::string_view layout_hint = "declare a table layout with its decimal_mark and "
                                         "date_order for this customer, or ask the customer";

std::vector<std::string_view> texts_of(const Table& table, const Heading& heading,
                                       std::initializer_list<Column> columns) {
    std::vector<std::string_view> texts;
    for (std::size_t i = heading.row + 1; i < table.rows.size(); ++i)
        for (const auto column : columns)
            if (const auto at = heading[column]; at && *at < table.rows[i].cells.size())
                texts.push_back(table.rows[i].cells[*at].text);
    return texts;
}

DateOrder declared_order(std::string_view name) {
    if (name == "dmy") return DateOrder::dmy;
    if (name == "mdy") return DateOrder::mdy;
    return name == "ymd" ? DateOrder::ymd : DateOrder::unknown;
}

} // namespace

TableStyle find_style(const Table& table, const Heading& heading) {
    TableStyle style;
    style.mark = heading.decimal_mark == "."   ? Mark::point
                 : heading.decimal_mark == "," ? Mark::comma
                                               : Mark::unknown;
    if (style.mark == Mark::unknown)
        style.mark = mark_proved_by_all(
            texts_of(table, heading, {Column::quantity, Column::price, Column::amount}));
    style.order = declared_order(heading.date_order);
    if (style.order != DateOrder::unknown) return style;
    auto dates = texts_of(table, heading, {Column::date, Column::order_date});
    for (std::size_t i = 0; i < heading.row; ++i) // the labels above the table are in the same hand
        for (const auto& cell : table.rows[i].cells)
            dates.push_back(cell.text);
    style.order = order_proved_by_all(dates);
    return style;
}

Place CellReader::place(const Row& row, std::size_t column) const {
    const auto& names = table_.rows[heading_.row].cells;
    return cell_place(table_, row, column,
                      column < names.size() ? names[column].text : std::string_view{});
}

void CellReader::problem(Severity severity, Place place, std::string_view code, std::string text,
                         std::string hint) {
    problems_.push_back(
        {severity, std::move(place), std::string(code), std::move(text), std::move(hint)});
}

MaybeField CellReader::text(const Row& row, Column column) const {
    const auto at = heading_[column];
    if (!at || *at >= row.cells.size() || row.cells[*at].text.empty()) return {};
    return Field{
        .value = row.cells[*at].text, .score = heading_.score_of(column), .place = place(row, *at)};
}

CellReader::Number CellReader::number(const Row& row, Column column) {
    auto field = text(row, column);
    if (!field) return {};
    const auto read = read_number(field->value, style_.mark);
    if (!read) {
        problem(Severity::error, field->place, "table.number",
                cat("\"", field->value, "\" is not a number"),
                "read the value from the source and enter it, or ask the customer");
        return {};
    }
    Number number{.currency = read->currency};
    if (!read->rest.empty()) {
        number.rest = field;
        number.rest->value = read->rest;
    }
    if (!read->other.empty()) {
        field->score = two_readings_score;
        problem(Severity::error, field->place, "table.two_readings",
                cat("\"", field->value, "\" can be ", read->value, " or ", read->other,
                    ", and no other number of the table tells which"),
                std::string(layout_hint));
    }
    field->value = read->value;
    number.value = std::move(field);
    return number;
}

MaybeField CellReader::calendar_date(const Field& text) {
    const auto read = read_date(text.value, style_.order);
    if (!read) {
        problem(Severity::error, text.place, "table.date",
                cat("\"", text.value, "\" is not a date we can read"),
                "read the date from the source and enter it, or ask the customer");
        return {};
    }
    Field field = text;
    field.value = read->iso;
    if (!read->other.empty()) {
        field.score = two_readings_score;
        problem(Severity::error, text.place, "table.two_readings",
                cat("\"", text.value, "\" can be ", read->iso, " or ", read->other,
                    ", and no other date of the table tells which"),
                std::string(layout_hint));
    }
    return field;
}

MaybeDate CellReader::date(const Field& text) {
    Sourced<DateSpec> date{.score = text.score, .place = text.place};
    date.value.raw = text.value;
    if (is_as_soon_as_possible(text.value)) {
        date.value.kind = DateKind::asap;
        return date;
    }
    const auto day = calendar_date(text);
    if (!day) return {};
    date.value.kind = DateKind::on;
    date.value.start = day->value;
    date.value.end = day->value;
    date.score = day->score;
    return date;
}

MaybeDate CellReader::date(const Row& row, Column column) {
    const auto field = text(row, column);
    return field ? date(*field) : MaybeDate{};
}

} // namespace besteld::parsers
