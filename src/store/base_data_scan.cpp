// SPDX-License-Identifier: Apache-2.0
#include "store/base_data_scan.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

constexpr std::size_t page = 2000;

Columns columns_of(const std::vector<std::string>& names, const Row& row) {
    Columns columns;
    for (std::size_t i = 0; i < names.size(); ++i)
        columns.emplace(names[i], row.cell(i));
    return columns;
}

} // namespace

std::vector<Columns> BaseDataScan::next() {
    const auto keys = join({spec_.key.begin(), spec_.key.end()}, ", ");
    const auto after = last_.empty()
                           ? std::string{}
                           : cat(" WHERE (", keys, ") > ", parameter_rows(1, 1, last_.size()));
    const auto found = session_.execute(cat("SELECT ", join(names_, ", "), " FROM ", spec_.table,
                                            after, " ORDER BY ", keys, " LIMIT ", page),
                                        last_);
    std::vector<Columns> rows;
    for (const auto& row : found.rows)
        rows.push_back(columns_of(names_, row));
    if (rows.empty()) return rows;
    last_.clear();
    for (const auto column : spec_.key)
        last_.push_back(rows.back().find(column)->second);
    return rows;
}

} // namespace besteld
