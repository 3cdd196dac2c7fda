// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/text_table.hpp"

#include "base/text.hpp"
#include "parsers/text/characters.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace besteld::parsers {

namespace {

enum class Column { item, buyer_item, gtin, name, quantity, unit, price, amount, position, other };

constexpr auto headings = std::to_array<std::pair<Column, std::string_view>>({
    {Column::item, "artikel|artnr|art.nr|art.nr.|art. "
                   "nr.|artikelnr|artikelnr.|artikelnummer|art.-nr.|art|art.|sku|item|"
                   "item no|item no.|item number|part no|part no.|part "
                   "number|part|code|货号|料号|型号|referencia|ref|"
                   "ref.|référence|product|productcode|bestelnummer leverancier"},
    {Column::buyer_item,
     "ons artikelnr|uw klantcode|our item|unsere art.-nr.|onze code|our part no"},
    {Column::gtin, "gtin|ean|ean-code|barcode|ean code|upc"},
    {Column::name, "omschrijving|naam|bezeichnung|beschreibung|description|name|品名|名称|"
                   "descripción|désignation|"
                   "productomschrijving"},
    {Column::quantity,
     "aantal|menge|anz.|anz|anzahl|qty|qty.|quantity|数量|cantidad|cant.|quantité|qté|hoeveelheid"},
    {Column::unit, "eenheid|me|einheit|uom|unit|单位|unidad|unité|ehd|eh"},
    {Column::price, "prijs|preis|e-preis|einzelpreis|unit "
                    "price|price|单价|stukprijs|precio|prix|prijs/st|price each"},
    {Column::amount,
     "bedrag|betrag|amount|金额|totaal|total|gesamt|importe|montant|line total|regeltotaal"},
    {Column::position, "pos|pos.|nr|nr.|regel|line|#|no|no.|序号|position"},
});

struct Cell {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

std::optional<Column> column_of(std::string_view heading) {
    const std::string folded = fold_latin(trim(heading));
    for (const auto& [column, list] : headings)
        for (const std::string_view word : split(list, '|'))
            if (folded == word) return column;
    return std::nullopt;
}

void add_cell(std::string_view text, std::size_t begin, std::size_t end, std::vector<Cell>& cells) {
    const std::string_view content = trim(text.substr(begin, end - begin));
    const auto at = static_cast<std::uint32_t>(content.data() - text.data());
    cells.push_back({at, at + static_cast<std::uint32_t>(content.size())});
}

// A column never has more cells than this; the rest of a longer line is no table.
constexpr std::size_t most_cells = 40;

std::vector<Cell> cells_of(std::string_view text, const TextLine& line, char divider) {
    std::vector<Cell> cells;
    std::size_t begin = line.begin;
    std::size_t end = line.end;
    if (divider == '|') {
        while (begin < end && (text[begin] == ' ' || text[begin] == '|'))
            ++begin;
        while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '|'))
            --end;
    }
    for (std::size_t at = begin; at < end && cells.size() < most_cells;) {
        const bool blanks =
            divider == ' ' && text[at] == ' ' && at + 1 < end && text[at + 1] == ' ';
        if (!blanks && (divider == ' ' || text[at] != divider)) {
            ++at;
            continue;
        }
        if (divider != ' ' || at > begin) add_cell(text, begin, at, cells);
        ++at;
        while (divider == ' ' && at < end && text[at] == ' ')
            ++at;
        begin = at;
    }
    if (end > begin || divider != ' ') add_cell(text, begin, end, cells);
    return cells;
}

struct Head {
    char divider = 0;
    std::vector<Column> columns;
    std::vector<Cell> cells;
    std::uint32_t line_begin = 0;
    bool has(Column column) const { return std::ranges::find(columns, column) != columns.end(); }
};

std::optional<Head> head_of(std::string_view text, const TextLine& line) {
    if (line.end - line.begin > 400) return std::nullopt;
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    for (const char divider : {'\t', '|', ';', ' '}) {
        if (divider == ' ' ? !content.contains("  ") : !content.contains(divider)) continue;
        Head head{
            .divider = divider, .cells = cells_of(text, line, divider), .line_begin = line.begin};
        int known = 0;
        for (const Cell& cell : head.cells) {
            const auto column = column_of(text.substr(cell.begin, cell.end - cell.begin));
            known += column ? 1 : 0;
            // The first of two columns that mean the same counts.
            head.columns.push_back(column && !head.has(*column) ? *column : Column::other);
        }
        const bool item = head.has(Column::item) || head.has(Column::gtin) ||
                          head.has(Column::name) || head.has(Column::buyer_item);
        if (item && head.has(Column::quantity) && known * 2 >= static_cast<int>(head.cells.size()))
            return head;
    }
    return std::nullopt;
}

class TableReader {
public:
    explicit TableReader(Passage& passage) : p_(passage) {}

    std::vector<ReadLine> run(const std::vector<TextLine>& lines) {
        std::optional<Head> head;
        for (const TextLine& line : lines) {
            if (line.kind == LineKind::blank) continue;
            if (line.kind != LineKind::own) {
                head.reset();
                continue;
            }
            if (auto found = head_of(p_.text, line)) {
                head = std::move(found);
                mark(line, Use::cue);
                continue;
            }
            if (head && !row(*head, line)) head.reset();
        }
        return std::move(read_);
    }

private:
    // Ruling lines belong to the table; a line that has too few cells ends it.
    bool row(const Head& head, const TextLine& line) {
        const std::string_view content = p_.text.substr(line.begin, line.end - line.begin);
        if (content.find_first_not_of("-=+|: \t") == std::string_view::npos) {
            mark(line, Use::cue);
            return true;
        }
        const auto cells = cells_of(p_.text, line, head.divider);
        if (cells.size() < 2) return false;
        ReadLine read;
        read.coded = true;
        LineDraft& draft = read.line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].begin >= cells[i].end) continue;
            fill(draft, column_at(head, cells, i, line), cells[i]);
        }
        if (is_total(draft, cells)) return true;
        const auto [first, last] = mark(line, Use::line);
        if (!draft.quantity || draft.quantity->value == "0") return true;
        if (!draft.seller_item && !draft.gtin && !draft.name && !draft.buyer_item) return true;
        read.first = first;
        read.last = last;
        read_.push_back(std::move(read));
        return true;
    }

    // With divided cells by number; with blanks by the heading that stands nearest above.
    Column column_at(const Head& head, const std::vector<Cell>& cells, std::size_t i,
                     const TextLine& line) const {
        if (head.divider != ' ' || cells.size() == head.cells.size())
            return i < head.columns.size() ? head.columns[i] : Column::other;
        const auto middle = [](const Cell& cell, std::uint32_t from) {
            return (cell.begin - from + cell.end - from) / 2;
        };
        const std::uint32_t here = middle(cells[i], line.begin);
        std::size_t best = 0;
        std::uint32_t distance = UINT32_MAX;
        for (std::size_t h = 0; h < head.cells.size(); ++h) {
            const std::uint32_t there = middle(head.cells[h], head.line_begin);
            const std::uint32_t d = here > there ? here - there : there - here;
            if (d < distance) {
                distance = d;
                best = h;
            }
        }
        return head.columns[best];
    }

    std::string_view content(const Cell& cell) const {
        return p_.text.substr(cell.begin, cell.end - cell.begin);
    }
    Field field(const Cell& cell, std::string value, int score = certainty::table) const {
        return {std::move(value), Origin::read, score, p_.place(cell.begin, cell.end)};
    }

    void fill(LineDraft& draft, Column column, const Cell& cell) {
        const std::string text = one_line(content(cell));
        switch (column) {
        case Column::item:
            draft.seller_item = field(cell, text);
            return;
        case Column::buyer_item:
            draft.buyer_item = field(cell, text);
            return;
        case Column::gtin:
            draft.gtin = field(cell, text);
            return;
        case Column::name:
            draft.name = field(cell, text);
            return;
        case Column::position:
            draft.line = field(cell, text);
            return;
        case Column::unit:
            unit(draft, cell);
            return;
        case Column::quantity:
            quantity(draft, cell);
            return;
        case Column::price:
            draft.unit_price = number(cell, draft);
            return;
        case Column::amount:
            draft.line_amount = number(cell, draft);
            return;
        case Column::other:
            return;
        }
    }

    void unit(LineDraft& draft, const Cell& cell) const {
        const std::string_view word = trim(content(cell));
        draft.unit = field(cell, std::string(word));
        const auto code = unit_from_word(
            word.ends_with('.') ? word.substr(0, word.size() - 1) : word, p_.language);
        if (!code) return;
        draft.unit_code = field(cell, *code);
        draft.unit_code->origin = Origin::derived;
    }

    MaybeField number(const Cell& cell, LineDraft& draft) const {
        std::vector<Token> tokens;
        tokenise(p_.text, cell.begin, cell.end, tokens);
        for (const Token& t : tokens)
            if (t.kind == TokenKind::currency && !draft.currency)
                draft.currency = field(cell, t.text);
        for (const Token& t : tokens) {
            if (t.kind != TokenKind::number) continue;
            const auto reading = read_number(t.text, p_.language);
            if (!reading) return std::nullopt;
            return field({t.begin, t.end}, reading->value,
                         reading->other ? certainty::two_readings : certainty::table);
        }
        return std::nullopt;
    }

    void quantity(LineDraft& draft, const Cell& cell) const {
        draft.quantity = number(cell, draft);
        if (!draft.quantity || draft.unit) return;
        const Cell rest{draft.quantity->place.end, cell.end}; // "500 st"
        const std::string_view word = trim(content(rest));
        if (const auto code = unit_from_word(word, p_.language)) {
            draft.unit = field(rest, std::string(word));
            draft.unit_code = field(rest, *code);
            draft.unit_code->origin = Origin::derived;
        }
    }

    bool is_total(const LineDraft& draft, const std::vector<Cell>& cells) const {
        const std::string first = fold_latin(content(cells[0]));
        const bool says = first.starts_with("totaal") || first.starts_with("total") ||
                          first.starts_with("gesamt") || first.starts_with("summe") ||
                          first.starts_with("subtot") || first.starts_with("合计");
        return says && (!draft.quantity || !draft.seller_item ||
                        draft.seller_item->value == content(cells[0]));
    }

    // The tokens of the line: first and behind last.
    std::pair<std::size_t, std::size_t> mark(const TextLine& line, Use use) {
        const auto from = std::ranges::lower_bound(p_.tokens, line.begin, {}, &Token::begin);
        auto to = from;
        for (; to != p_.tokens.end() && to->begin < line.end; ++to)
            to->use = use;
        return {static_cast<std::size_t>(from - p_.tokens.begin()),
                static_cast<std::size_t>(to - p_.tokens.begin())};
    }

    Passage& p_;
    std::vector<ReadLine> read_;
};

} // namespace

std::vector<ReadLine> read_text_tables(Passage& passage, const std::vector<TextLine>& lines) {
    return TableReader(passage).run(lines);
}

} // namespace besteld::parsers
