// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/table/columns.hpp"
#include "parsers/table/values.hpp"

namespace besteld::parsers {

// How this table writes numbers and dates: declared, else proved by all its cells together.
struct TableStyle {
    Mark mark = Mark::unknown;
    DateOrder order = DateOrder::unknown;
};

TableStyle find_style(const Table& table, const Heading& heading);

// Takes cells into a draft's fields, with a problem for each that cannot be read or has two
// readings.
class CellReader {
public:
    CellReader(const Table& table, const Heading& heading, TableStyle style,
               std::vector<Problem>& problems)
        : table_(table), heading_(heading), style_(style), problems_(problems) {}

    // The column's text in this row; nothing when the column or the text is absent.
    MaybeField text(const Row& row, Column column) const;
    struct Number {
        MaybeField value;
        MaybeField rest; // text behind the number, such as the unit in "10 EA"
        std::string currency;
    };
    Number number(const Row& row, Column column);
    MaybeDate date(const Row& row, Column column);
    MaybeDate date(const Field& text);
    MaybeField calendar_date(const Field& text);
    // "row 3, column B (Qty)"
    Place place(const Row& row, std::size_t column) const;
    void problem(Severity severity, Place place, std::string_view code, std::string text,
                 std::string hint);

private:
    const Table& table_;
    const Heading& heading_;
    TableStyle style_;
    std::vector<Problem>& problems_;
};

} // namespace besteld::parsers
