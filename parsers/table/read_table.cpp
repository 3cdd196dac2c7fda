// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/read_table.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/table/table_labels.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <unordered_map>

namespace besteld::parsers {
namespace {

// Rows that are no lines, to be counted and shown.
struct LeftOut {
    std::vector<std::uint32_t> empty, totals, without_quantity;
};

bool is_blank(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return cell.text.empty(); });
}
std::size_t filled_cells(const Row& row) {
    return static_cast<std::size_t>(std::count_if(
        row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.text.empty(); }));
}
bool repeats(const Row& row, const Row& heading) {
    return row.cells.size() == heading.cells.size() && !is_blank(row) &&
           std::equal(
               row.cells.begin(), row.cells.end(), heading.cells.begin(),
               [](const Cell& a, const Cell& b) { return equal_ignoring_case(a.text, b.text); });
}

std::string row_list(const std::vector<std::uint32_t>& rows) {
    std::string text;
    for (std::size_t i = 0; i < rows.size() && i < 10; ++i)
        text += cat(i == 0 ? "" : ", ", rows[i]);
    return rows.size() > 10 ? cat(text, " …") : text;
}

class TableReader {
public:
    TableReader(const Table& table, const Heading& heading, Parsed& out)
        : table_(table), heading_(heading), out_(out),
          cells_(table, heading, find_style(table, heading), problems_) {}

    void run() {
        read_labels_above(table_, heading_, cells_, head_);
        for (std::size_t i = heading_.row + 1; i < table_.rows.size(); ++i)
            read_row(table_.rows[i]);
        finish();
    }

private:
    void read_row(const Row& row) {
        if (is_blank(row)) return left_out_.empty.push_back(row.number);
        if (repeats(row, table_.rows[heading_.row])) return;
        const bool item = cells_.text(row, Column::item) || cells_.text(row, Column::buyer_item) ||
                          cells_.text(row, Column::gtin);
        if (!item_after_total_check(row, item)) return;
        const bool quantity = cells_.text(row, Column::quantity).has_value();
        if (!item && !quantity) return read_remark(row);
        if (!item && !cells_.text(row, Column::name)) return read_remark(row);
        if (!quantity) return left_out_.without_quantity.push_back(row.number);
        read_line(row);
    }

    // False when the row was a total and is done with.
    bool item_after_total_check(const Row& row, bool item) {
        for (const auto& cell : row.cells) {
            const auto total = total_word(cell.text);
            if (!total || (item && filled_cells(row) > 3)) continue;
            left_out_.totals.push_back(row.number);
            if (total->grand) read_total(row);
            return false;
        }
        return true;
    }

    void read_total(const Row& row) {
        const auto amount = heading_[Column::amount];
        if (!amount || *amount >= row.cells.size() || total_word(row.cells[*amount].text)) return;
        auto number = cells_.number(row, Column::amount);
        if (number.value) head_.total = std::move(number.value);
    }

    // A row without item and quantity: more of the name above, or a remark below the table.
    void read_remark(const Row& row) {
        const auto name = cells_.text(row, Column::name);
        if (name && filled_cells(row) == 1 && last_line_ && last_line_->name &&
            row.number == last_row_ + 1) {
            last_line_->name->value += cat(" ", name->value);
            last_row_ = row.number;
            return;
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].text.empty())
                head_.notes.push_back({.value = row.cells[i].text, .place = cells_.place(row, i)});
    }

    void read_line(const Row& row) {
        LineDraft line;
        line.line = cells_.text(row, Column::line);
        line.seller_item = cells_.text(row, Column::item);
        line.buyer_item = cells_.text(row, Column::buyer_item);
        line.gtin = cells_.text(row, Column::gtin);
        line.name = cells_.text(row, Column::name);
        auto quantity = cells_.number(row, Column::quantity);
        line.quantity = std::move(quantity.value);
        if (line.quantity && Decimal::parse(line.quantity->value)->is_zero())
            return left_out_.without_quantity.push_back(row.number);
        line.unit = cells_.text(row, Column::unit);
        if (!line.unit) line.unit = std::move(quantity.rest);
        if (line.unit)
            if (auto code = unit_from_word(line.unit->value, ""))
                line.unit_code = Field{.value = *std::move(code), .place = line.unit->place};
        read_price(line, row);
        line.requested = cells_.date(row, Column::date);
        read_ship_to(line, row);
        if (auto note = cells_.text(row, Column::note)) line.notes.push_back(std::move(*note));
        add_unknown_columns(line, row);
        auto& order = order_of(row);
        order.lines.push_back(std::move(line));
        last_line_ = &order.lines.back();
        last_row_ = row.number;
    }

    void read_price(LineDraft& line, const Row& row) {
        auto price = cells_.number(row, Column::price);
        line.unit_price = std::move(price.value);
        if (!price.currency.empty() && line.unit_price)
            line.currency = Field{.value = price.currency, .place = line.unit_price->place};
        line.price_base_quantity = cells_.number(row, Column::price_base).value;
        if (!is_formula(row, Column::amount))
            line.line_amount = cells_.number(row, Column::amount).value;
    }

    // A formula whose result was not stored is known by its own text (quirk 30).
    bool is_formula(const Row& row, Column column) const {
        const auto text = cells_.text(row, column);
        return text && text->value.starts_with('=');
    }

    void read_ship_to(LineDraft& line, const Row& row) {
        const auto text = cells_.text(row, Column::ship_to);
        if (!text) return;
        PartyDraft ship_to{.role = PartyRole::ship_to};
        if (text->value.find(' ') == std::string::npos)
            ship_to.ids.push_back(
                {.value = {"buyer", text->value}, .score = text->score, .place = text->place});
        else
            ship_to.name = *text;
        line.parties.push_back(std::move(ship_to));
    }

    // What stands in a column that nobody knows must reach a person: it may be a colour or a
    // condition.
    void add_unknown_columns(LineDraft& line, const Row& row) {
        const auto& names = table_.rows[heading_.row].cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].text.empty() || std::find(heading_.at.begin(), heading_.at.end(),
                                                       std::optional(i)) != heading_.at.end())
                continue;
            const std::string name =
                i < names.size() && !names[i].text.empty() ? names[i].text : column_letter(i);
            line.notes.push_back(
                {.value = cat(name, ": ", row.cells[i].text), .place = cells_.place(row, i)});
        }
    }

    OrderDraft& order_of(const Row& row) {
        const auto number = cells_.text(row, Column::order_number);
        const std::string key = number ? number->value : orders_.empty() ? "" : orders_.back().key;
        const auto [at, is_new] = index_.emplace(key, orders_.size());
        if (is_new) {
            auto& fresh = orders_.emplace_back();
            fresh.key = key;
            fresh.draft.order_number = number;
            if (const auto date = cells_.text(row, Column::order_date))
                fresh.draft.order_date = cells_.calendar_date(*date);
            fresh.draft.currency = cells_.text(row, Column::currency);
        }
        return orders_[at->second].draft;
    }

    void note_left_out() {
        const auto note = [&](const std::vector<std::uint32_t>& rows, Severity severity,
                              std::string_view what, std::string_view code) {
            if (rows.empty()) return;
            cells_.problem(severity, {.part = table_.part, .where = cat("row ", rows.front())},
                           code, cat(rows.size(), " ", what, " (row ", row_list(rows), ")"), "");
        };
        note(left_out_.totals, Severity::note, "total rows were left out", "table.totals");
        note(left_out_.without_quantity, Severity::warning, "rows without a quantity were left out",
             "table.no_quantity");
        // Blank rows at the end of a file say nothing; between lines they are shown.
        std::erase_if(left_out_.empty, [&](std::uint32_t row) { return row > last_row_; });
        note(left_out_.empty, Severity::note, "empty rows were left out", "table.empty_rows");
        for (std::size_t i = 0; i < column_count; ++i) {
            const auto at = heading_.at[i];
            if (!at || heading_.score[i] >= 90) continue;
            cells_.problem(Severity::note, cells_.place(table_.rows[heading_.row], *at),
                           "table.heading_guess",
                           cat("the heading \"", table_.rows[heading_.row].cells[*at].text,
                               "\" is read as ", to_text(static_cast<Column>(i))),
                           "declare a table layout for this customer if that is right");
        }
    }

    void finish() {
        note_left_out();
        if (orders_.empty()) {
            out_.problems.insert(out_.problems.end(), problems_.begin(), problems_.end());
            out_.problems.push_back(
                {Severity::error, cells_.place(table_.rows[heading_.row], 0), "table.no_lines",
                 "the table has a heading but no line with an article and a quantity",
                 "ask the customer whether the file was written completely"});
            return;
        }
        for (auto& order : orders_)
            out_.documents.push_back(complete(std::move(order.draft)));
        out_.documents.front().problems = std::move(problems_);
        for (auto& draft : out_.documents)
            check(draft);
    }

    OrderDraft complete(OrderDraft draft) {
        const auto take = [](auto& mine, const auto& head) {
            if (!mine) mine = head;
        };
        draft.format = table_.format;
        draft.message_type = table_.message_type;
        draft.profile = heading_.layout;
        draft.document_class = DocumentClass::order;
        draft.part = table_.part;
        take(draft.order_number, head_.order_number);
        take(draft.order_date, head_.order_date);
        take(draft.currency, head_.currency);
        take(draft.requested, head_.requested);
        if (orders_.size() == 1) take(draft.total, head_.total);
        draft.payment_terms = head_.payment_terms;
        draft.parties = head_.parties;
        draft.notes = head_.notes;
        draft.unread = head_.unread;
        lift_common_values(draft);
        return draft;
    }

    // What every row repeats belongs to the order: date, ship-to, currency.
    static void lift_common_values(OrderDraft& draft) {
        const auto& first = draft.lines.front();
        const auto all = [&](auto same) {
            return std::all_of(draft.lines.begin(), draft.lines.end(), same);
        };
        if (!draft.requested && first.requested && all([&](const LineDraft& line) {
                return line.requested &&
                       line.requested->value.start == first.requested->value.start &&
                       line.requested->value.kind == first.requested->value.kind;
            }))
            draft.requested = first.requested;
        if (!draft.currency && first.currency && all([&](const LineDraft& line) {
                return line.currency && line.currency->value == first.currency->value;
            }))
            draft.currency = first.currency;
        const auto ship_to = [](const LineDraft& line) {
            if (line.parties.empty()) return std::string();
            const auto& party = line.parties.front();
            return party.ids.empty() ? party.name->value : party.ids.front().value.id;
        };
        if (!find_party(draft, PartyRole::ship_to) && !ship_to(first).empty() &&
            all([&](const LineDraft& line) { return ship_to(line) == ship_to(first); }))
            draft.parties.push_back(first.parties.front());
    }

    void check(OrderDraft& draft) {
        if (draft.order_number) return;
        draft.problems.push_back(
            {Severity::error, cells_.place(table_.rows[heading_.row], 0), "table.order_number",
             "the table states no order number",
             "ask the customer for the number, or enter it from the covering mail"});
    }

    struct Order {
        std::string key;
        OrderDraft draft;
    };

    const Table& table_;
    const Heading& heading_;
    Parsed& out_;
    std::vector<Problem> problems_;
    CellReader cells_;
    OrderDraft head_;
    std::vector<Order> orders_;
    std::unordered_map<std::string, std::size_t> index_;
    LineDraft* last_line_ = nullptr; // of the row read last; used before the next line is added
    std::uint32_t last_row_ = 0;
    LeftOut left_out_;
};

} // namespace

bool has_order_heading(const Table& table, const ReadHint& hint) {
    return find_heading(table, hint.layouts).has_value();
}

Parsed read_table(const Table& table, const ReadHint& hint) {
    Parsed out;
    const auto heading = find_heading(table, hint.layouts);
    if (!heading) {
        Place place{.part = table.part, .where = "row 1"};
        out.problems.push_back(
            {Severity::error, std::move(place), "table.no_heading",
             cat("none of the first ", heading_search_rows,
                 " rows is a heading row: looked for a quantity (aantal, qty, Menge, quantité, "
                 "数量) together with an "
                 "article number or description (artikel, item, SKU, Artikelnr, référence, 货号)"),
             "declare a table layout for this customer that names its headings, or ask for a "
             "heading row"});
        return out;
    }
    TableReader(table, *heading, out).run();
    return out;
}

} // namespace besteld::parsers
