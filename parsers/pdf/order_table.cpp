// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/order_table.hpp"

#include "base/text.hpp"
#include "parsers/table/values.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

std::string_view printed_name(Column column) {
    switch (column) {
    case Column::line:
        return "line no";
    case Column::item:
        return "item no";
    case Column::buyer_item:
        return "our item no";
    case Column::price_base:
        return "price per";
    case Column::date:
        return "delivery date";
    case Column::price:
        return "unit price";
    default:
        return to_text(column);
    }
}

Cell cell_of(const Piece& piece) {
    return {.text = piece.text, .begin = piece.begin(), .end = piece.end()};
}

bool is_blank_separator(char c) {
    return c == ' ' || c == '/' || c == ':';
}

// "/ 100", "per 100 st", "je 100", "/Rolle", "p/st": the number a price is for; empty when it is
// for one. Nothing when the words say something else.
std::optional<std::string> price_base(std::string_view rest) {
    std::string text = fold_case(rest);
    for (const std::string_view word :
         {"eur", "usd", "gbp", "cny", "chf", "€", "$", "per", "pro", "par", "je", "p/", "每", "/",
          "excl", "netto", "ht", "net", "ea"})
        if (std::string_view(text).starts_with(word))
            text = std::string(trim(std::string_view(text).substr(word.size())));
    while (!text.empty() && is_blank_separator(text.front()))
        text.erase(0, 1);
    for (const std::string_view word : {"per", "pro", "par", "je"}) // "EUR per 100"
        if (std::string_view(text).starts_with(word))
            text = std::string(trim(std::string_view(text).substr(word.size())));
    if (text.empty()) return "";
    const auto digits = text.find_first_not_of("0123456789");
    const std::string number = text.substr(0, digits);
    const auto unit = trim(digits == std::string::npos ? std::string_view{}
                                                       : std::string_view(text).substr(digits));
    if (!unit.empty() && !is_unit_word(unit)) return {};
    return number == "1" ? "" : number;
}

bool says_yours(std::string_view label) {
    constexpr std::string_view words[] = {"your",        "ihre",     "uw ",       "votre",
                                          "vendor",      "supplier", "lieferant", "leverancier",
                                          "fournisseur", "供应商",   "贵司"};
    const auto folded = fold_case(label);
    // "Your ref." may be an offer's.
    return !folded.contains("ref") && !folded.contains("réf") &&
           std::ranges::any_of(words, [&](auto word) { return folded.contains(word); });
}

bool is_small_number(const Word& word) {
    return word.text.size() <= 5 &&
           word.text.find_first_not_of("0123456789.") == std::string::npos &&
           word.text.front() != '.';
}

// An article number rather than a word: with a digit, or capitals around a dash.
bool is_code(std::string_view text) {
    bool digit = false, small = false, dash = false;
    for (const char c : text) {
        digit = digit || (c >= '0' && c <= '9');
        small = small || (c >= 'a' && c <= 'z');
        dash = dash || c == '-' || c == '.' || c == '/';
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return text.size() >= 2 && (digit || (dash && !small));
}

class Builder {
public:
    Builder(const ItemTable& items, std::uint32_t part) : items_(items) {
        out_.table.format = "pdf";
        out_.table.message_type = "PDF purchase order";
        out_.table.part = part;
    }

    OrderTable build() {
        columns_ = items_.columns;
        settle_item_column();
        add_columns();
        add_heading();
        for (const auto& record : items_.records)
            add_record(record);
        return std::move(out_);
    }

private:
    // The printed columns, and those that only the rows speak of.
    void add_columns() {
        for (const auto column : {Column::line, Column::item, Column::buyer_item, Column::gtin,
                                  Column::unit, Column::price_base, Column::date, Column::name})
            if (std::ranges::none_of(columns_, [&](const auto& c) { return c.column == column; }))
                columns_.push_back(
                    {.heading = std::string(printed_name(column)), .column = column, .score = 90});
        numbered_ = lines_are_numbered();
    }

    // "Item" and "Article" stand above numbers, above descriptions, above both, and above 1, 2, 3.
    void settle_item_column() {
        const auto item = at(Column::item);
        if (!item || columns_[*item].score == 100) return;
        if (at(Column::name)) {
            if (!at(Column::line) && counts_up(*item)) columns_[*item].column = Column::line;
            return;
        }
        std::size_t texts = 0;
        for (const auto& record : items_.records)
            if (const auto& cell = record.anchor.cells[*item])
                texts += !is_code(cell->words.front().text);
        if (2 * texts > items_.records.size())
            columns_[*item].column = Column::name;
        else
            splits_item_ = true;
    }

    bool counts_up(std::size_t column) const {
        long before = -1;
        for (const auto& record : items_.records) {
            const auto& cell = record.anchor.cells[column];
            if (!cell || cell->words.size() != 1 || !is_small_number(cell->words[0])) return false;
            const long number = std::stol(cell->text);
            if (number <= before || number > before + 100) return false;
            before = number;
        }
        return true;
    }

    void add_heading() {
        Row row{.number = 1};
        if (!items_.heading_rows.empty()) row.where = items_.heading_rows.front()->where();
        for (const auto& column : columns_) {
            const auto known = match_heading(column.heading);
            const bool plain = !column.column ? !known : known && known->column == column.column;
            row.cells.push_back(
                {.text = plain || column.score == 100
                             ? column.heading
                             : std::string(column.column ? printed_name(*column.column) : "")});
        }
        out_.table.rows.push_back(std::move(row));
    }

    std::optional<std::size_t> at(Column column) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].column == column) return i;
        return {};
    }

    // Rising numbers that stand apart before the text of the first column, without a heading.
    bool lines_are_numbered() const {
        const auto& first = items_.columns.front();
        if (items_.records.size() < 2 || first.column == Column::line ||
            first.column == Column::quantity)
            return false;
        long before = -1;
        for (const auto& record : items_.records) {
            const auto& cell = record.anchor.cells.front();
            if (!cell || cell->words.size() < 2 || !is_small_number(cell->words[0]) ||
                cell->words[1].left - cell->words[0].right < 0.75 * cell->words[0].size)
                return false;
            const long number = std::stol(cell->words[0].text);
            if (number <= before) return false;
            before = number;
        }
        return true;
    }

    void problem(const PageRow& row, const Piece& piece, std::string_view code, std::string text) {
        out_.problems.push_back({.severity = Severity::warning,
                                 .place = {.part = out_.table.part,
                                           .begin = piece.begin(),
                                           .end = piece.end(),
                                           .where = row.where()},
                                 .code = std::string(code),
                                 .text = std::move(text),
                                 .hint = "compare with the original"});
    }

    void add_record(const ItemRecord& record) {
        const auto& anchor = *record.anchor.row;
        Row row{.number = static_cast<std::uint32_t>(out_.table.rows.size()) + 1,
                .where = anchor.where()};
        row.cells.resize(columns_.size());
        for (std::size_t i = 0; i < record.anchor.cells.size(); ++i)
            if (record.anchor.cells[i]) take(row, i, *record.anchor.cells[i]);
        std::string name_above;
        for (const auto& more : record.above)
            add_text(row, more, name_above);
        if (const auto name = at(Column::name); name && !name_above.empty()) {
            auto& cell = row.cells[*name];
            cell.text = cell.text.empty() ? name_above : cat(name_above, " ", cell.text);
        }
        for (const auto& more : record.below)
            add_more(row, more);
        split_price(row, record.anchor);
        out_.discounts.push_back(discount_of(record.anchor));
        out_.table.rows.push_back(std::move(row));
    }

    void take(Row& row, std::size_t i, const Piece& piece) {
        if (i == 0 && numbered_) {
            row.cells[*at(Column::line)] = {.text = piece.words[0].text,
                                            .begin = piece.words[0].begin,
                                            .end = piece.words[0].end};
            row.cells[0] = cell_of(join_words({piece.words.begin() + 1, piece.words.end()}));
            return;
        }
        row.cells[i] = cell_of(piece);
        // "NK-100 carton 300x200": number and description under one heading.
        if (splits_item_ && columns_[i].column == Column::item && piece.words.size() > 1 &&
            is_code(piece.words.front().text)) {
            row.cells[i] = cell_of(join_words({piece.words.front()}));
            row.cells[*at(Column::name)] =
                cell_of(join_words({piece.words.begin() + 1, piece.words.end()}));
        }
        // "1." and "10)" number lines as "1" and "10" do.
        if (columns_[i].column == Column::line)
            while (row.cells[i].text.ends_with('.') || row.cells[i].text.ends_with(')'))
                row.cells[i].text.pop_back();
    }

    // Text above its line, in rows that are centred beside it.
    void add_text(Row& row, const CellRow& more, std::string& name) {
        for (std::size_t i = 0; i < more.cells.size(); ++i) {
            if (!more.cells[i]) continue;
            if (columns_[i].column == Column::name)
                name += cat(name.empty() ? "" : " ", more.cells[i]->text);
            else
                add_cell(row, i, more, *more.cells[i]);
        }
    }

    void add_more(Row& row, const CellRow& more) {
        // "Ihre Artikelnr.: NK-100" may run over several columns.
        if (const auto whole = join_row(more); take_labelled(row, *more.row, whole)) return;
        for (std::size_t i = 0; i < more.cells.size(); ++i)
            if (more.cells[i]) add_cell(row, i, more, *more.cells[i]);
    }

    static Piece join_row(const CellRow& row) {
        std::vector<Word> words;
        for (const auto& piece : row.row->pieces)
            words.insert(words.end(), piece.words.begin(), piece.words.end());
        return join_words(std::move(words));
    }

    // A label of one of our columns with a value behind it; true when it was taken.
    bool take_labelled(Row& row, const PageRow& from, const Piece& piece) {
        const auto& words = piece.words;
        constexpr std::size_t longest_label = 5;
        for (auto count = std::min(longest_label, words.size() - 1); count > 0; --count) {
            const auto middle = words.begin() + static_cast<std::ptrdiff_t>(count);
            std::string label = join_words({words.begin(), middle}).text;
            const bool colon = label.ends_with(':') || label.ends_with("：");
            const auto match = match_printed_heading(replace_all(label, ":", ""));
            if (!match) continue;
            const bool code = match->column == Column::item ||
                              match->column == Column::buyer_item || match->column == Column::gtin;
            if (!code && match->column != Column::date) continue;
            const auto value = join_words({middle, words.end()});
            const bool digit = value.text.find_first_of("0123456789") != std::string::npos;
            if (!digit || (!colon && value.words.size() > 1)) continue;
            const auto where = at(match->column);
            if (!where) return false;
            if (!row.cells[*where].text.empty()) {
                // Beside "your number" the number under a plain heading is the buyer's own.
                auto& own = row.cells[*at(Column::buyer_item)];
                if (match->column != Column::item || !says_yours(label) || !own.text.empty())
                    return false;
                own = row.cells[*where];
            }
            row.cells[*where] = cell_of(value);
            if (code && value.words.size() > 1)
                problem(from, value, "pdf.wrapped_code",
                        cat("\"", value.text, "\" may be more than an article number"));
            return true;
        }
        return false;
    }

    void add_cell(Row& row, std::size_t i, const CellRow& from, const Piece& piece) {
        auto& cell = row.cells[i];
        if (cell.text.empty()) {
            cell = cell_of(piece);
            return;
        }
        const auto column = columns_[i].column;
        const bool code =
            column == Column::item || column == Column::buyer_item || column == Column::gtin;
        const bool goes_on =
            cell.text.ends_with('-') || cell.text.ends_with('/') || cell.text.ends_with('_');
        if (code && !goes_on)
            problem(*from.row, piece, "pdf.wrapped_code",
                    cat("\"", piece.text, "\" stands below \"", cell.text,
                        "\": one number in two rows, or two numbers"));
        cell.text += cat(goes_on ? "" : " ", piece.text);
    }

    // "USD 12,50 / 100 St": the table reader takes the number, the base needs a column.
    void split_price(Row& row, const CellRow& anchor) {
        const auto price = at(Column::price);
        if (!price || row.cells[*price].text.empty()) return;
        auto& cell = row.cells[*price];
        auto number = read_number(cell.text, Mark::unknown);
        if (!number) {
            move_unit(row, cell);
            number = read_number(cell.text, Mark::unknown);
        }
        if (!number || number->rest.empty()) return;
        const auto base = price_base(number->rest);
        auto& base_cell = row.cells[*at(Column::price_base)];
        if (base && !base->empty() && base_cell.text.empty())
            base_cell = {.text = *base, .begin = cell.begin, .end = cell.end};
        if (!base && anchor.cells[*price])
            problem(*anchor.row, *anchor.cells[*price], "pdf.price_words",
                    cat("\"", cell.text, "\": the words behind the price were not understood"));
    }

    // A unit without a heading, printed nearer to the price: "EA  12,50".
    void move_unit(Row& row, Cell& price) const {
        const auto blank = price.text.find(' ');
        auto& unit = row.cells[*at(Column::unit)];
        if (blank == std::string::npos || !unit.text.empty() ||
            !is_unit_word(std::string_view(price.text).substr(0, blank)))
            return;
        const auto length = static_cast<std::uint32_t>(blank);
        unit = {
            .text = price.text.substr(0, blank), .begin = price.begin, .end = price.begin + length};
        price.text = std::string(trim(std::string_view(price.text).substr(blank)));
        price.begin = price.end - static_cast<std::uint32_t>(price.text.size());
    }

    std::string discount_of(const CellRow& anchor) const {
        for (std::size_t i = 0; i < anchor.cells.size(); ++i)
            if (columns_[i].discount && anchor.cells[i]) return anchor.cells[i]->text;
        return {};
    }

    const ItemTable& items_;
    std::vector<TableColumn> columns_;
    bool numbered_ = false;
    bool splits_item_ = false;
    OrderTable out_;
};

} // namespace

OrderTable to_order_table(const ItemTable& items, std::uint32_t part) {
    return Builder(items, part).build();
}

} // namespace besteld::parsers::pdf
