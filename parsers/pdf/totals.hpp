// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sums below a printed table, in five languages.

#include "parsers/pdf/page_rows.hpp"

#include <optional>
#include <string>

namespace besteld::parsers::pdf {

enum class SumKind {
    carry,    // of a page, or brought forward from one
    net,      // of the lines
    tax,      //
    charge,   // freight and the like
    discount, //
    total,    // of the order, with or without tax: it does not say
    gross     // with tax
};

struct Sum {
    SumKind kind = SumKind::total;
    std::string label;
    std::optional<Piece> amount; // the last number of the row
    const PageRow* row = nullptr;
};

// Nothing when the row does not begin with a word for a sum.
std::optional<Sum> match_sum(const PageRow& row);

// "1.234,50", "€ 1.234,50", "1.234,50 EUR" at the end of the row.
std::optional<Piece> last_amount(const PageRow& row);

} // namespace besteld::parsers::pdf
