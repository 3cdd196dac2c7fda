// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/text_table.hpp"

#include "base/text.hpp"
#include "order/taught_heading.hpp"
#include "parsers/text/headings.hpp"

#include <algorithm>
#include <optional>

namespace besteld::parsers {

namespace {

void add_cell(std::string_view text, std::size_t begin, std::size_t end,
              std::vector<TextCell>& cells) {
    const std::string_view content = trim(text.substr(begin, end - begin));
    const auto at = static_cast<std::uint32_t>(content.data() - text.data());
    cells.push_back({at, at + static_cast<std::uint32_t>(content.size())});
}

// A column never has more cells than this; the rest of a longer line is no table.
constexpr std::size_t most_cells = 40;

std::vector<TextCell> cells_of(std::string_view text, const TextLine& line, char divider) {
    std::vector<TextCell> cells;
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
    std::vector<TextHeading> columns;
    std::vector<TextCell> cells;
    std::uint32_t line_begin = 0;
    bool has(TextColumn column) const {
        return std::ranges::find(columns, column, &TextHeading::column) != columns.end();
    }
};

// The taught meaning goes before the known one.
std::optional<TextHeading> meaning_of(std::string_view heading,
                                      const std::vector<TableLayout>& layouts) {
    constexpr std::pair<std::string_view, TextColumn> fields[] = {
        {"item", TextColumn::item},    {"buyer_item", TextColumn::buyer_item},
        {"gtin", TextColumn::gtin},    {"name", TextColumn::name},
        {"unit", TextColumn::unit},    {"quantity", TextColumn::quantity},
        {"price", TextColumn::price},  {"amount", TextColumn::amount},
        {"line", TextColumn::position}};
    const auto taught = taught_field(heading, layouts);
    if (!taught) return heading_of(heading);
    for (const auto& [field, column] : fields)
        if (field == *taught) return TextHeading{column, {}};
    return TextHeading{}; // a mail's table has no such column
}

std::optional<Head> head_of(std::string_view text, const TextLine& line,
                            const std::vector<TableLayout>& layouts) {
    if (line.end - line.begin > 400) return std::nullopt;
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    for (const char divider : {'\t', '|', ';', ' '}) {
        if (divider == ' ' ? !content.contains("  ") : !content.contains(divider)) continue;
        Head head{
            .divider = divider, .cells = cells_of(text, line, divider), .line_begin = line.begin};
        int known = 0;
        for (const TextCell& cell : head.cells) {
            auto column = meaning_of(text.substr(cell.begin, cell.end - cell.begin), layouts);
            known += column ? 1 : 0;
            // The first of two columns that mean the same counts.
            head.columns.push_back(column && !head.has(column->column) ? std::move(*column)
                                                                       : TextHeading{});
        }
        const bool item = head.has(TextColumn::item) || head.has(TextColumn::gtin) ||
                          head.has(TextColumn::name) || head.has(TextColumn::buyer_item);
        if (item && head.has(TextColumn::quantity) &&
            known * 2 >= static_cast<int>(head.cells.size()))
            return head;
    }
    return std::nullopt;
}

class TableReader {
public:
    TableReader(Passage& passage, const std::vector<TableLayout>& layouts)
        : p_(passage), layouts_(layouts) {}

    std::vector<ReadLine> run(const std::vector<TextLine>& lines) {
        std::optional<Head> head;
        for (const TextLine& line : lines) {
            if (line.kind == LineKind::blank) continue;
            if (line.kind != LineKind::own) {
                head.reset();
                continue;
            }
            if (auto found = head_of(p_.text, line, layouts_)) {
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
            fill_from_cell(p_, column_at(head, cells, i, line), cells[i], draft);
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
    static TextHeading column_at(const Head& head, const std::vector<TextCell>& cells,
                                 std::size_t i, const TextLine& line) {
        if (head.divider != ' ' || cells.size() == head.cells.size())
            return i < head.columns.size() ? head.columns[i] : TextHeading{};
        const auto middle = [](const TextCell& cell, std::uint32_t from) {
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

    std::string_view content(const TextCell& cell) const {
        return p_.text.substr(cell.begin, cell.end - cell.begin);
    }
    bool is_total(const LineDraft& draft, const std::vector<TextCell>& cells) const {
        const auto cell =
            std::ranges::find_if(cells, [](const TextCell& c) { return c.begin < c.end; });
        if (cell == cells.end()) return false;
        const std::string first = fold_latin(content(*cell));
        const bool says = first.starts_with("totaal") || first.starts_with("total") ||
                          first.starts_with("gesamt") || first.starts_with("summe") ||
                          first.starts_with("subtot") || first.starts_with("montant total") ||
                          first.starts_with("合计") || first.starts_with("总计") ||
                          first.starts_with("总金额");
        return says && (!draft.quantity || !draft.seller_item ||
                        draft.seller_item->value == content(*cell));
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
    const std::vector<TableLayout>& layouts_;
    std::vector<ReadLine> read_;
};

} // namespace

std::vector<ReadLine> read_text_tables(Passage& passage, const std::vector<TextLine>& lines,
                                       const std::vector<TableLayout>& layouts) {
    return TableReader(passage, layouts).run(lines);
}

} // namespace besteld::parsers
