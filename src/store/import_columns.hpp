// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each base data file may hold, as one table: the reference docs/base-data.md says the same in
// words, and a test compares the two.

#include "store/session.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class CellKind {
    text,
    code, // a code holds no blanks
    yes_no,
    whole, // 0 or more
    decimal,
    positive,
    percent,
    date,
    instant,
    clock,
    weekdays,
    unit,
    currency,
    country,
    language,
    mail,
    gtin,
    gln,
    words,      // one of `allowed`
    severities, // "price_above_agreed=info;item_unknown=warn"
    tolerances, // "price_above_agreed=0.05"
    scope,      // "quantity_down=10;days_later=5"
    codes,      // "NK-99;NK-98": kept with ";" between and nothing else
    properties, // "width=50 mm;colour=transparant"
    fields      // "registration:cost_reference;delivery:requested"
};
enum class Need { required, optional };

struct ColumnSpec {
    std::string_view heading = {}; // also the database column
    CellKind kind = CellKind::text;
    Need need = Need::optional;
    std::string_view standard = {}; // what an empty cell means; empty: no text, number or date
    std::string_view allowed = {};  // of words: "customer|group|list"
    std::string_view refers = {};   // "item.sku": table and column that must hold the value
};

struct FileSpec {
    std::string_view name; // "prices": of prices.csv, prices.toml, prices.json
    std::string_view table;
    std::vector<ColumnSpec> columns;
    std::vector<std::string_view> key; // database columns that name a row
};

// In an order in which whatever is referred to comes first.
const std::vector<FileSpec>& file_specs();

struct CellFault {
    std::string text;
    std::string hint;
};
// The cell as its column wants it.
std::expected<Value, CellFault> parse_cell(const ColumnSpec& column, std::string_view cell);

} // namespace besteld
