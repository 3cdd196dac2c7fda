// SPDX-License-Identifier: Apache-2.0
#pragma once

// Labels on a printed order with what stands behind, right of or below each.

#include "parsers/pdf/head_labels.hpp"

#include <set>
#include <vector>

namespace besteld::parsers::pdf {

struct LabelledValue {
    HeadLabel label = HeadLabel::other;
    bool colon = false;
    bool whole_piece = false;       // the label stands alone, without anything in its piece
    const PageRow* row = nullptr;   // of the label
    std::vector<Piece> values;      // best first: behind, right of, below; one at most of each
    std::vector<const PageRow*> at; // the row of each value
    double left = 0;                // of the label
    double right = 0;
};

// `taken`: rows that belong to the table of lines.
std::vector<LabelledValue> find_labelled_values(const std::vector<PageRow>& rows,
                                                const std::set<const PageRow*>& taken);

// The rows of text below `first` that stand under it, an address say: pieces that begin where it
// begins, without a wide gap, up to the next label. `first` included.
struct BlockLine {
    Piece piece;
    const PageRow* row = nullptr;
};
std::vector<BlockLine> block_from(const std::vector<PageRow>& rows, const Piece& first,
                                  const PageRow& row, const std::set<const PageRow*>& taken);

} // namespace besteld::parsers::pdf
