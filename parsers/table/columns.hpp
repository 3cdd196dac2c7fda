// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which column means what: declared layouts, else headings in Dutch, English, German, French and
// Chinese (domain.md 7.2 step 10).

#include "order/reading.hpp"
#include "parsers/table/table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// `item` is the seller's number, `date` the wanted delivery.
enum class Column {
    order_number,
    order_date,
    line,
    item,
    buyer_item,
    gtin,
    name,
    quantity,
    unit,
    price,
    price_base,
    amount,
    date,
    ship_to,
    note,
    currency
};
inline constexpr std::size_t column_count = 16;

std::string_view to_text(Column column);
std::optional<Column> column_by_name(std::string_view name);

struct HeadingMatch {
    Column column;
    int score; // 97 for a known heading, less for a misspelt one
};

// Compared without case, blanks, punctuation and a bracketed suffix such as "(EUR)".
std::optional<HeadingMatch> match_heading(std::string_view heading);

// The table's heading row and where each column stands.
struct Heading {
    std::size_t row = 0; // index in Table::rows
    std::array<std::optional<std::size_t>, column_count> at{};
    std::array<int, column_count> score{};
    std::string layout; // name of the declared layout, or empty
    std::string decimal_mark;
    std::string date_order;

    std::optional<std::size_t> operator[](Column column) const {
        return at[static_cast<std::size_t>(column)];
    }
    int score_of(Column column) const { return score[static_cast<std::size_t>(column)]; }
};

inline constexpr std::size_t heading_search_rows = 30;

// A declared layout whose headings are all there, else the row among the first 30 with most known
// or taught headings. A heading row names a quantity and an item number or a description.
std::optional<Heading> find_heading(const Table& table, const std::vector<TableLayout>& layouts);

} // namespace besteld::parsers
