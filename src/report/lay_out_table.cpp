// SPDX-License-Identifier: Apache-2.0

// The lines of a paper as a table: which columns each kind has, and what stands in them.
#include "report/lay_out_parts.hpp"

#include "report/chinese_amount.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

#include <algorithm>
#include <functional>

namespace besteld {

namespace {

using CellOf = std::function<SheetCell(const PaperLine&, std::size_t)>;

struct Column {
    SheetColumn column;
    CellOf cell;
};

class TableWriter {
public:
    explicit TableWriter(const Writer& writer) : writer_(writer), paper_(writer.paper()) {}

    std::vector<Column> columns() const {
        switch (paper_.kind) {
        case PaperKind::confirmation:
            return order_columns("confirmed");
        case PaperKind::proposal:
            return order_columns("offered");
        case PaperKind::delivery_note:
            return delivery_columns();
        case PaperKind::outbound_slip:
            return slip_columns();
        case PaperKind::invoice_request:
            return invoice_columns();
        case PaperKind::question:
        case PaperKind::rejection:
            return {position(), item(), ordered("ordered")};
        case PaperKind::complaint_receipt:
            return {position(), item(), quantity("quantity")};
        }
        return {};
    }

private:
    bool any(bool (*has)(const PaperLine&)) const { return std::ranges::any_of(paper_.lines, has); }

    std::vector<Column> order_columns(std::string_view confirmed) const {
        std::vector<Column> columns = {position(), item(), ordered("ordered"), quantity(confirmed)};
        columns.push_back(price());
        if (any([](const PaperLine& line) { return line.discount.has_value(); }))
            columns.push_back(money("discount", &PaperLine::discount));
        columns.push_back(money("amount", &PaperLine::amount));
        columns.push_back(promised());
        return columns;
    }

    std::vector<Column> delivery_columns() const {
        std::vector<Column> columns = {position(), item()};
        if (any([](const PaperLine& line) { return !line.batch.empty(); }))
            columns.push_back(text("batch", &PaperLine::batch));
        columns.push_back(ordered("ordered"));
        columns.push_back(quantity("delivered"));
        columns.push_back({{writer_.word("column.still_to_come"), Side::right},
                           [this](const PaperLine& line, std::size_t) {
                               return SheetCell{writer_.quantity(line.still_to_come, line.unit)};
                           }});
        if (has_prices(paper_)) {
            columns.push_back(price());
            columns.push_back(money("amount", &PaperLine::amount));
        }
        return columns;
    }

    std::vector<Column> slip_columns() const {
        return {position(),
                item(),
                text("specification", &PaperLine::specification),
                unit(),
                number("requested", &PaperLine::ordered),
                number("issued", &PaperLine::quantity),
                text("batch", &PaperLine::batch),
                text("location", &PaperLine::location)};
    }

    std::vector<Column> invoice_columns() const {
        return {position(),
                item(),
                text("specification", &PaperLine::specification),
                unit(),
                number("quantity", &PaperLine::quantity),
                price(),
                money("amount", &PaperLine::amount),
                {{writer_.word("column.tax_percent"), Side::right},
                 [this](const PaperLine& line, std::size_t) {
                     return SheetCell{line.tax_percent
                                          ? cat(writer_.percent(*line.tax_percent), "%")
                                          : std::string()};
                 }},
                money("tax", &PaperLine::tax)};
    }

    // DIN 5008: ours count 10, 20, 30; the buyer's number stands beneath.
    Column position() const {
        return {
            {writer_.word("column.position")}, [this](const PaperLine& line, std::size_t index) {
                const std::string ours = std::to_string((index + 1) * 10);
                if (!writer_.is("de"))
                    return SheetCell{line.position.empty() ? std::to_string(index + 1)
                                                           : one_line(line.position)};
                return SheetCell{
                    ours, line.position.empty()
                              ? std::string()
                              : writer_.word("your_line", {{"{line}", one_line(line.position)}})};
            }};
    }

    Column item() const {
        const bool invoice = paper_.kind == PaperKind::invoice_request;
        return {{writer_.word(invoice ? "column.tax_name" : "column.item"), Side::left, true},
                [this](const PaperLine& line, std::size_t) { return item_cell(line); }};
    }

    SheetCell item_cell(const PaperLine& line) const {
        std::vector<std::string> head;
        for (const auto* part : {&line.item, &line.tax_name, &line.name})
            if (!part->empty()) head.push_back(one_line(*part));
        std::vector<std::string> beneath;
        const auto add = [&](const std::string& label, const std::string& value) {
            if (!value.empty()) beneath.push_back(cat(label, ": ", one_line(value)));
        };
        add(writer_.words().at("your_item"), line.buyer_item);
        add("GTIN", line.gtin);
        const bool has_column =
            paper_.kind == PaperKind::outbound_slip || paper_.kind == PaperKind::invoice_request;
        if (!has_column) add(writer_.word("column.specification"), line.specification);
        if (!line.note.empty()) beneath.push_back(one_line(line.note));
        return {join(head, "  "), join(beneath, "\n")};
    }

    Column ordered(std::string_view label) const {
        return {{writer_.word(cat("column.", label)), Side::right},
                [this](const PaperLine& line, std::size_t) {
                    return SheetCell{writer_.quantity(
                        line.ordered, line.ordered_unit.empty() ? line.unit : line.ordered_unit)};
                }};
    }

    Column quantity(std::string_view label) const {
        return {{writer_.word(cat("column.", label)), Side::right},
                [this](const PaperLine& line, std::size_t) {
                    return SheetCell{writer_.quantity(line.quantity, line.unit), "", Weight::bold};
                }};
    }

    Column number(std::string_view label, std::optional<Decimal> PaperLine::* member) const {
        return {{writer_.word(cat("column.", label)), Side::right},
                [this, member](const PaperLine& line, std::size_t) {
                    return SheetCell{writer_.quantity(line.*member, "")};
                }};
    }

    Column unit() const {
        return {{writer_.word("column.unit")}, [this](const PaperLine& line, std::size_t) {
                    const std::string label = cat("unit.", line.unit);
                    if (!writer_.words().has(label)) return SheetCell{one_line(line.unit)};
                    const std::string both = writer_.words().at(label); // "rol|rollen"
                    return SheetCell{both.substr(0, both.find('|'))};
                }};
    }

    Column text(std::string_view label, std::string PaperLine::* member) const {
        return {{writer_.word(cat("column.", label))},
                [member](const PaperLine& line, std::size_t) {
                    return SheetCell{one_line(line.*member)};
                }};
    }

    Column money(std::string_view label, std::optional<Decimal> PaperLine::* member) const {
        return {{writer_.word(cat("column.", label)), Side::right},
                [this, member](const PaperLine& line, std::size_t) {
                    const auto& value = line.*member;
                    return SheetCell{value ? writer_.money(*value) : std::string()};
                }};
    }

    Column price() const {
        return {{writer_.word("column.price"), Side::right},
                [this](const PaperLine& line, std::size_t) {
                    if (!line.price) return SheetCell{};
                    return SheetCell{writer_.price(line)};
                }};
    }

    // In Chinese the weekday stands beneath its day, in brackets.
    std::string day_cell(const std::optional<Date>& date) const {
        const std::string day = date ? writer_.day(date) : writer_.words().at("date_open");
        return replace_all(day, "（", "\n（");
    }

    Column promised() const {
        return {{writer_.word("column.promised")}, [this](const PaperLine& line, std::size_t) {
                    std::vector<std::string> days;
                    for (const auto& part : line.parts)
                        days.push_back(line.parts.size() == 1
                                           ? day_cell(part.date)
                                           : cat(writer_.quantity(part.quantity, line.unit),
                                                 writer_.is("zh") ? ":\n" : ": ",
                                                 day_cell(part.date)));
                    return SheetCell{join(days, "\n")};
                }};
    }

    const Writer& writer_;
    const Paper& paper_;
};

std::vector<SheetFact> sums_of(const Writer& writer) {
    const auto& paper = writer.paper();
    std::vector<SheetFact> sums;
    if (paper.totals) {
        const auto& totals = *paper.totals;
        for (const auto& charge : totals.charges)
            sums.push_back({charge.name, writer.money(charge.amount)});
        sums.push_back({writer.word("sum.net"), writer.money(totals.net)});
        for (const auto& tax : totals.taxes)
            sums.push_back({writer.word("sum.tax", {{"{percent}", writer.percent(tax.percent)}}),
                            writer.money(tax.amount)});
        sums.push_back({writer.word("sum.gross"), writer.money(totals.gross), Weight::bold});
        if (writer.is("zh"))
            sums.push_back({writer.word("amount_in_words"),
                            chinese_amount(totals.gross, paper.currency), Weight::bold});
    }
    // China: the remark is a row of the grid, filled or not.
    if (writer.is("zh"))
        sums.push_back({writer.word("remark"), paper.remark.empty() ? "　" : paper.remark});
    return sums;
}

} // namespace

SheetTable lay_out_table(const Writer& writer) {
    SheetTable table{.rules = writer.is("zh") ? Rules::grid : Rules::lines,
                     .when_empty = writer.word("no_lines")};
    const TableWriter cells(writer); // the columns look into it
    const auto columns = cells.columns();
    for (const auto& column : columns) {
        table.columns.push_back(column.column);
        // Chinese may break between any two characters: not within a number and its unit.
        table.columns.back().keeps_lines = writer.is("zh") && !column.column.grows;
    }
    for (std::size_t i = 0; i < writer.paper().lines.size(); ++i) {
        SheetRow row;
        for (const auto& column : columns)
            row.push_back(column.cell(writer.paper().lines[i], i));
        table.rows.push_back(std::move(row));
    }
    table.sums = sums_of(writer);
    return table;
}

} // namespace besteld
