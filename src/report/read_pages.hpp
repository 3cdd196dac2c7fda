// SPDX-License-Identifier: Apache-2.0
#pragma once

// A PDF of ours as its reader sees it: which texts stand where, for proof-reading (prove_paper.hpp,
// prove_house_paper.hpp).

#include "parsers/pdf/page_rows.hpp"
#include "parsers/pdf/plain_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

namespace pdf = parsers::pdf;

// Blanks are where a line breaks or not: they say nothing. Look-alikes are one letter to the
// reader.
inline std::string folded(std::string_view text) {
    std::string out;
    for (const char c : pdf::plain_text(text))
        if (c != ' ' && c != '\n' && c != '\t') out += c;
    return out;
}

// Pieces that stand beneath each other, as a cell's lines do, are one text.
struct Cell {
    double left = 0;
    double right = 0;
    double bottom = 0;
    std::size_t page = 0;
    std::string text;
    std::vector<std::size_t> starts; // of its lines in `text`

    void add_line(const pdf::PageRow& row, const pdf::Piece& piece) {
        starts.push_back(text.size());
        text += folded(piece.text);
        left = std::min(left, piece.left);
        right = std::max(right, piece.right);
        bottom = row.bottom;
    }
    // "8 rollen" does not stand in "108 rollen".
    bool is_edge(std::size_t at) const {
        constexpr std::string_view figures = "0123456789.,";
        return at == 0 || at >= text.size() || std::ranges::find(starts, at) != starts.end() ||
               figures.find(text[at - 1]) == std::string_view::npos ||
               figures.find(text[at]) == std::string_view::npos;
    }
    bool says(const std::string& wanted) const {
        for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
            if (is_edge(at) && is_edge(at + wanted.size())) return true;
        return false;
    }
    bool goes_on_in(const pdf::PageRow& row, const pdf::Piece& piece) const {
        const double height = row.bottom - row.top;
        return page == row.page && piece.left < right && piece.right > left &&
               row.top - bottom < height;
    }
};

struct PageReading {
    std::vector<Cell> cells;

    void add(const pdf::PageRow& row, const pdf::Piece& piece) {
        const auto above = std::find_if(cells.rbegin(), cells.rend(), [&](const Cell& cell) {
            return cell.goes_on_in(row, piece);
        });
        if (above != cells.rend()) {
            above->add_line(row, piece);
            return;
        }
        cells.push_back({.left = piece.left, .right = piece.right, .page = row.page});
        cells.back().add_line(row, piece);
    }
    bool says(std::string_view value) const {
        const std::string wanted = folded(value);
        return std::ranges::any_of(cells, [&](const Cell& cell) { return cell.says(wanted); });
    }
};

// What stands from one place of the document to another, cell by cell.
class PrintedPages {
public:
    explicit PrintedPages(const pdf::Document& document) : rows_(pdf::find_rows(document)) {}

    std::size_t size() const { return rows_.size(); }
    PageReading between(std::size_t first, std::size_t end) const {
        PageReading reading;
        for (std::size_t i = first; i < end; ++i)
            for (const auto& piece : rows_[i].pieces)
                reading.add(rows_[i], piece);
        return reading;
    }
    // The row in which a text begins with this one; size() when there is none. A long article
    // number takes several lines of its cell.
    std::size_t find(std::string_view text, std::size_t from) const {
        constexpr std::size_t most_lines = 12;
        const std::string wanted = folded(text);
        for (std::size_t i = from; i < rows_.size(); ++i)
            for (const auto& piece : rows_[i].pieces) {
                const std::string here = folded(piece.text);
                if (here.starts_with(wanted)) return i;
                if (here.empty() || !wanted.starts_with(here)) continue;
                for (const auto& cell : between(i, std::min(i + most_lines, rows_.size())).cells)
                    if (cell.text.starts_with(wanted)) return i;
            }
        return rows_.size();
    }
    // Letters of another font sink a little: a cell beside may seem to begin a row earlier.
    std::size_t first_beside(std::size_t row) const {
        constexpr double sunk = 4; // points; less than what parts two rows of a table
        while (row > 0 && rows_[row - 1].page == rows_[row].page &&
               rows_[row - 1].middle() > rows_[row].top - sunk)
            --row;
        return row;
    }

private:
    std::vector<pdf::PageRow> rows_;
};

} // namespace besteld
