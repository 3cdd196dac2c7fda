// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/base_data_text.hpp"
#include "store/history.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::vector<Columns> rows_of(Session& session, const std::vector<std::string>& names,
                             std::string_view rest, std::int64_t import_id) {
    std::vector<Columns> rows;
    const auto found =
        session.execute(cat("SELECT ", join(names, ", "), ", import_id FROM ", rest), {import_id});
    for (const auto& row : found.rows) {
        Columns columns;
        for (std::size_t i = 0; i < names.size(); ++i)
            columns.emplace(names[i], row.cell(i));
        columns.emplace("import_id", row.cell(names.size()));
        rows.push_back(std::move(columns));
    }
    return rows;
}

class Touched {
public:
    explicit Touched(const FileSpec& spec) : spec_(spec) {}
    TouchedRow& at(const Columns& row) {
        const auto [found, fresh] = places_.emplace(exact_key(spec_, row), rows_.size());
        if (fresh) rows_.emplace_back();
        return rows_[found->second];
    }
    std::vector<TouchedRow> take() { return std::move(rows_); }

private:
    const FileSpec& spec_;
    std::map<std::string, std::size_t> places_;
    std::vector<TouchedRow> rows_;
};

} // namespace

bool same_cell(const Value& a, const Value& b) {
    const auto* text = std::get_if<std::string>(&a);
    const auto* other_text = std::get_if<std::string>(&b);
    if (text || other_text) return text && other_text && *text == *other_text;
    const auto* number = std::get_if<std::int64_t>(&a);
    const auto* other = std::get_if<std::int64_t>(&b);
    return number ? other && *number == *other : !other;
}

std::vector<TouchedRow> rows_touched_by(Session& session, const FileSpec& spec,
                                        std::int64_t import_id) {
    const auto names = data_columns(session, spec.table);
    const auto past = [&](std::string_view condition, std::string_view order) {
        return rows_of(session, names,
                       cat(spec.table, "_past WHERE ", condition, " ORDER BY past_id", order),
                       import_id);
    };
    Touched touched(spec);
    // A row that two files of one import name has a version between, which is nobody's before.
    for (auto& row : past("ended_by = $1 AND import_id <> $1", " DESC"))
        touched.at(row).before = std::move(row);
    for (auto& row : past("import_id = $1 AND ended_by <> $1", ""))
        touched.at(row).after = std::move(row);
    for (auto& row : rows_of(session, names, cat(spec.table, " WHERE import_id = $1"), import_id))
        touched.at(row).after = std::move(row);
    return touched.take();
}

} // namespace besteld
