// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/item_rows.hpp"

#include "base/text.hpp"
#include "parsers/table/values.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

bool is_number(const std::optional<Piece>& cell) {
    return cell && read_number(cell->text, Mark::unknown).has_value();
}

// "10", "10 EA", "1.000,00 ST"; not "2 weeks after order" and not "10/12".
bool is_quantity(const std::optional<Piece>& cell) {
    if (!cell) return false;
    const auto number = read_number(cell->text, Mark::unknown);
    constexpr std::size_t longest_unit = 16;
    return number && !number->value.starts_with('-') && number->rest.size() <= longest_unit &&
           number->rest.find_first_of("0123456789:") == std::string::npos;
}

// Rows of one cell are no further apart, in font sizes; a row that is nearer than a row's height
// holds cells of two rows whose middle is beside the line.
constexpr double close_rows = 1.45;
constexpr double beside = 0.95;

// One page's view of the table: its rows cut into cells.
class PageTable {
public:
    PageTable(const TableHeading& heading, const std::vector<TableColumn>& columns)
        : heading_(heading) {
        for (const auto& column : heading.columns) {
            const auto same = std::ranges::find_if(columns, [&](const TableColumn& other) {
                return column.column ? other.column == column.column
                                     : !other.column && other.heading == column.heading;
            });
            at_.push_back(static_cast<std::size_t>(same - columns.begin()));
        }
        count_ = columns.size();
    }

    CellRow cut(const PageRow& row) const {
        CellRow out{.row = &row, .cells = std::vector<std::optional<Piece>>(count_)};
        std::vector<std::vector<Word>> words(count_ + 1);
        for (const auto& piece : row.pieces)
            for (const auto& word : piece.words)
                words[at_[column_of((word.left + word.right) / 2)]].push_back(word);
        for (std::size_t i = 0; i < count_; ++i)
            if (!words[i].empty()) out.cells[i] = join_words(std::move(words[i]));
        return out;
    }

private:
    std::size_t column_of(double x) const {
        std::size_t i = 0;
        while (i + 1 < heading_.columns.size() && x >= heading_.columns[i].to)
            ++i;
        return i;
    }

    TableHeading heading_;
    std::vector<std::size_t> at_; // our column for each of the page's
    std::size_t count_ = 0;
};

class ItemFinder {
public:
    ItemFinder(const std::vector<PageRow>& rows, const std::vector<TableLayout>& layouts)
        : rows_(rows), layouts_(layouts) {}

    std::optional<ItemTable> find() {
        for (std::size_t begin = 0; begin < rows_.size();) {
            auto end = begin;
            while (end < rows_.size() && rows_[end].page == rows_[begin].page)
                ++end;
            read_page(begin, end);
            begin = end;
        }
        if (!heading_) return {};
        return std::move(table_);
    }

private:
    // The heading of the page that names most columns.
    std::optional<TableHeading> heading_on(std::size_t begin, std::size_t end) const {
        std::optional<TableHeading> best;
        const std::span<const PageRow> page(rows_.data(), end);
        for (auto i = begin; i < end; ++i) {
            auto heading = heading_at(page, i, layouts_);
            if (!heading || (best && heading->known() <= best->known())) continue;
            best = std::move(heading);
        }
        return best;
    }

    void read_page(std::size_t begin, std::size_t end) {
        auto heading = heading_on(begin, end);
        // A later page may repeat the heading, not bring another table.
        if (heading && heading_ && heading->known() + 1 < heading_->known()) heading.reset();
        if (heading) {
            set_borders(*heading, std::span(rows_).subspan(heading->last, end - heading->last));
            if (!heading_) {
                table_.columns = heading->columns;
                table_.first_row = heading->first;
            }
            heading_ = heading;
            for (auto i = heading->first; i < heading->last; ++i)
                table_.heading_rows.push_back(&rows_[i]);
            begin = heading->last;
            ended_ = false;
        }
        if (!heading_) return;
        const PageTable page(*heading_, table_.columns);
        std::vector<CellRow> loose; // rows since the last line, not yet given to one
        for (auto i = begin; i < end; ++i)
            read_row(page.cut(rows_[i]), loose);
        close(loose, nullptr);
        last_on_page_ = nullptr;
    }

    const std::optional<Piece>& cell(const CellRow& row, Column column) const {
        static const std::optional<Piece> none;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            if (table_.columns[i].column == column) return row.cells[i];
        return none;
    }
    bool has(Column column) const {
        return std::ranges::any_of(table_.columns,
                                   [&](const auto& c) { return c.column == column; });
    }

    bool names_item(const CellRow& row) const {
        return cell(row, Column::item) || cell(row, Column::buyer_item) ||
               cell(row, Column::gtin) || cell(row, Column::name);
    }

    bool is_line(const CellRow& row) const {
        if (!is_quantity(cell(row, Column::quantity))) return false;
        if (has(Column::price) || has(Column::amount)) {
            const bool priced =
                is_number(cell(row, Column::price)) || is_number(cell(row, Column::amount));
            // Without a price only an article right beside the quantity makes a line.
            return priced || (!ended_ && names_item(row));
        }
        return !ended_ && names_item(row);
    }

    // An article may be called "Total station": then every number of a line stands beside it.
    bool is_plain_line(const CellRow& row) const {
        return cell(row, Column::item) && is_line(row) &&
               (!has(Column::price) || is_number(cell(row, Column::price))) &&
               (!has(Column::amount) || is_number(cell(row, Column::amount)));
    }

    // A row that a page's end cuts is printed again, whole, on top of the next page.
    bool repeats_last(const CellRow& row) const {
        if (table_.records.empty() || !cell(row, Column::line)) return false;
        const auto& last = table_.records.back().anchor;
        if (last.row->page + 1 != row.row->page) return false;
        const auto text = [](const std::optional<Piece>& piece) {
            return piece ? piece->text : std::string();
        };
        for (const auto column : {Column::line, Column::quantity, Column::price, Column::amount})
            if (text(cell(row, column)) != text(cell(last, column))) return false;
        return true;
    }

    void read_row(CellRow cells, std::vector<CellRow>& loose) {
        const auto& row = *cells.row;
        auto sum = match_sum(row);
        if (sum && !is_plain_line(cells)) {
            close(loose, nullptr);
            last_on_page_ = nullptr;
            // A subtotal or a page's carry-over may stand between lines.
            if (sum->kind == SumKind::total || sum->kind == SumKind::gross) ended_ = true;
            table_.sums.push_back(std::move(*sum));
            return;
        }
        if (is_line(cells) && repeats_last(cells)) {
            table_.repeated.push_back(&row);
            loose.clear();
            last_on_page_ = nullptr;
            return;
        }
        if (is_line(cells)) {
            auto& record = table_.records.emplace_back(ItemRecord{.anchor = std::move(cells)});
            close(loose, &record);
            last_on_page_ = &row;
            return;
        }
        if (amount_of_last_sum(row)) return;
        if (!ended_ && is_quantity(cell(cells, Column::quantity)) && names_item(cells))
            table_.doubts.push_back(&row);
        loose.push_back(std::move(cells));
    }

    // A sum whose amount did not fit beside its currency stands in two rows.
    bool amount_of_last_sum(const PageRow& row) {
        if (table_.sums.empty()) return false;
        auto& sum = table_.sums.back();
        if (sum.amount || sum.row->page != row.page ||
            row.middle() - sum.row->middle() > beside * row.size)
            return false;
        sum.amount = last_amount(row);
        return sum.amount.has_value();
    }

    static bool is_beside(const CellRow& row, const CellRow& line) {
        return std::abs(row.row->middle() - line.row->middle()) < beside * row.row->size;
    }

    // Only a line's own words stand under its text columns; prose below a table runs across.
    bool fits_a_line(const CellRow& row, const CellRow& line) const {
        if (is_beside(row, line)) return true;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (!row.cells[i]) continue;
            const auto column = table_.columns[i].column;
            const bool text = !column || column == Column::name || column == Column::item ||
                              column == Column::buyer_item || column == Column::gtin ||
                              column == Column::note || column == Column::date ||
                              column == Column::unit;
            if (!text) return false;
        }
        return true;
    }

    // Gives the loose rows to the line above and to the line below (the last record), parted at
    // the widest gap; without a line below, those that follow the line above closely.
    void close(std::vector<CellRow>& loose, ItemRecord* next) {
        const bool above = last_on_page_ != nullptr;
        ItemRecord* previous = nullptr;
        if (above && !table_.records.empty())
            previous = next
                           ? (table_.records.size() > 1 ? &table_.records[table_.records.size() - 2]
                                                        : nullptr)
                           : &table_.records.back();
        const auto part = next ? parting(loose, next, previous) : tail(loose);
        for (std::size_t i = 0; i < loose.size(); ++i) {
            if (i < part && previous && fits_a_line(loose[i], previous->anchor))
                previous->below.push_back(std::move(loose[i]));
            else if (i >= part && next && fits_a_line(loose[i], next->anchor))
                next->above.push_back(std::move(loose[i]));
            else
                table_.rest.push_back(loose[i].row);
        }
        loose.clear();
    }

    // How many of the loose rows belong to the line above.
    std::size_t parting(const std::vector<CellRow>& loose, const ItemRecord* next,
                        const ItemRecord* previous) const {
        if (loose.empty()) return 0;
        const double last = next->anchor.row->middle();
        if (!previous) {
            // Below the heading: what stands right above the line, as a description does whose
            // middle is beside the quantity.
            auto i = loose.size();
            while (i > 0) {
                const double below = i == loose.size() ? last : loose[i].row->middle();
                if (below - loose[i - 1].row->middle() > close_rows * loose[i - 1].row->size) break;
                --i;
            }
            return i;
        }
        double before = last_on_page_->middle();
        double widest = 0, narrowest = 1e9;
        std::size_t part = loose.size();
        for (std::size_t i = 0; i <= loose.size(); ++i) {
            const double here = i == loose.size() ? last : loose[i].row->middle();
            const double gap = here - before;
            narrowest = std::min(narrowest, gap);
            if (gap > widest) widest = gap, part = i;
            before = here;
        }
        // Even rows: a description begins beside its quantity and goes on below it.
        constexpr double clearly_wider = 1.2;
        return widest > clearly_wider * narrowest ? part : loose.size();
    }

    std::size_t tail(const std::vector<CellRow>& loose) const {
        if (!last_on_page_) return 0;
        double before = last_on_page_->middle();
        std::size_t count = 0;
        for (const auto& row : loose) {
            const double gap = row.row->middle() - before;
            if (gap > close_rows * row.row->size || !fits_a_line(row, table_.records.back().anchor))
                break;
            before = row.row->middle();
            ++count;
        }
        return count;
    }

    const std::vector<PageRow>& rows_;
    const std::vector<TableLayout>& layouts_;
    std::optional<TableHeading> heading_;
    ItemTable table_;
    bool ended_ = false;                    // the order's total has been seen
    const PageRow* last_on_page_ = nullptr; // of the line before, while loose rows may join it
};

} // namespace

std::optional<ItemTable> find_items(const std::vector<PageRow>& rows,
                                    const std::vector<TableLayout>& layouts) {
    return ItemFinder(rows, layouts).find();
}

} // namespace besteld::parsers::pdf
