// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include "base/text.hpp"
#include "order/currency.hpp"

namespace besteld {

namespace {

bool tells_of_single_orders(Unit unit) {
    switch (unit) {
    case Unit::quantity:
    case Unit::money:
    case Unit::percent:
    case Unit::hours:
    case Unit::days:
        return true;
    case Unit::text:
    case Unit::key:
    case Unit::count:
    case Unit::date:
        return false;
    }
    return false;
}

std::string number_text(Decimal number, Unit unit) {
    if (unit == Unit::percent || unit == Unit::hours) return number.to_string(1);
    return number.to_string();
}

} // namespace

Cell share_cell(std::int64_t good, std::int64_t of) {
    if (of == 0) return NoData{"why.nothing_to_judge"};
    const auto share =
        multiply_divide(Decimal::from_integer(good), Decimal(100), Decimal::from_integer(of), 1);
    return share ? Cell(*share) : Cell(NoData{"why.out_of_range"});
}

namespace {

bool mask_row(const std::vector<Column>& columns, ReportRow& row) {
    bool any = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!tells_of_single_orders(columns.at(i).unit)) continue;
        if (std::holds_alternative<NoData>(row.cells[i])) continue;
        row.cells[i] = Masked{};
        any = true;
    }
    row.orders.clear();
    return any;
}

} // namespace

void mask_small_groups(Report& report) {
    int masked = 0;
    for (auto& row : report.rows)
        if (!row.total && row.size < small_group && mask_row(report.columns, row)) ++masked;
    // The only one would stand in the difference between the total and the rest.
    if (masked == 1)
        for (auto& row : report.rows)
            if (row.total) mask_row(report.columns, row);
    if (masked > 0) report.notes.push_back({"note.masked", {cat(small_group)}});
}

std::string word(const ReportWords& words, const std::string& key) {
    const auto found = words.find(key);
    return found == words.end() ? key : found->second;
}

std::string text_of(const Note& note, const ReportWords& words) {
    std::string text = word(words, note.key);
    for (std::size_t i = 0; i < note.fillings.size(); ++i)
        text = replace_all(std::move(text), cat("{", i + 1, "}"), note.fillings[i]);
    return text;
}

std::string text_of(const Cell& cell, const Column& column, const ReportWords& words) {
    if (const auto* text = std::get_if<std::string>(&cell))
        return column.unit == Unit::key ? word(words, *text) : *text;
    if (const auto* number = std::get_if<Decimal>(&cell)) return number_text(*number, column.unit);
    if (const auto* amount = std::get_if<Amount>(&cell))
        return amount->value.to_string(currency_digits(amount->currency));
    if (const auto* date = std::get_if<Date>(&cell)) return to_iso(*date);
    if (std::holds_alternative<Masked>(cell)) return word(words, "masked");
    return word(words, "no_data");
}

} // namespace besteld
