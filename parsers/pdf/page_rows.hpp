// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words on a page as rows, and rows as pieces of text that stand apart: what the eye sees first.

#include "parsers/pdf/pdf_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace besteld::parsers::pdf {

// Words of one row with no wide gap between them. `text` joins them with single blanks.
struct Piece {
    std::string text;
    std::vector<Word> words;
    double left = 0;
    double right = 0;

    // In the laid-out text.
    std::uint32_t begin() const { return words.front().begin; }
    std::uint32_t end() const { return words.back().end; }
};

struct PageRow {
    std::size_t page = 0;     // from 0
    std::uint32_t number = 0; // on its page, from 1
    double top = 0;
    double bottom = 0;
    double size = 0; // of the largest font in it
    std::vector<Piece> pieces;

    double left() const { return pieces.front().left; }
    double right() const { return pieces.back().right; }
    double middle() const { return (top + bottom) / 2; }
    std::string text() const;  // the pieces, two blanks between them
    std::string where() const; // "page 1, line 12"
};

// All pages' rows from top to bottom. Words that are not upright stand in no row.
std::vector<PageRow> find_rows(const Document& document);

// The words, of which there is at least one, as one piece of text.
Piece join_words(std::vector<Word> words);

// The rows as text in which columns stay columns; sets each word's place in it.
std::string lay_out(std::vector<PageRow>& rows);

} // namespace besteld::parsers::pdf
