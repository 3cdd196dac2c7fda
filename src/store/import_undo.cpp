// SPDX-License-Identifier: Apache-2.0

// An import taken back: every row it touched is made what it was before, unless a later import made
// something else of it.
#include "store/import_undo.hpp"

#include "base/text.hpp"
#include "store/base_data_text.hpp"

#include <algorithm>
#include <ranges>

namespace besteld {

namespace {

bool same_row(const Columns& a, const Columns& b) {
    return a.empty() == b.empty() && std::ranges::all_of(a, [&](const auto& cell) {
               const auto other = b.find(cell.first);
               return cell.first == "import_id" ||
                      (other != b.end() && same_cell(cell.second, other->second));
           });
}

std::string touched_since(Session& session, const FileSpec& spec, const Columns& now,
                          const Columns& key) {
    if (!now.empty()) return cat("by import ", std::get<std::int64_t>(now.at("import_id")));
    const auto where = key_condition(spec, key);
    const auto found = session.execute(
        cat("SELECT max(ended_by) FROM ", spec.table, "_past", where.text), where.parameters);
    return cat("by import ", found.rows.front().integer(0));
}

class Undo {
public:
    Undo(Session& session, BaseDataWriter& writer, ImportReport& report, std::int64_t number)
        : session_(session), writer_(writer), report_(report), number_(number) {}

    void run() {
        // Rows that came go first, dependants before what they name; then the others come back.
        for (const auto& spec : file_specs() | std::views::reverse)
            for (const auto& row : rows_touched_by(session_, spec, number_))
                if (row.before.empty()) back(spec, row);
        for (const auto& spec : file_specs())
            for (const auto& row : rows_touched_by(session_, spec, number_))
                if (!row.before.empty()) back(spec, row);
    }

private:
    void back(const FileSpec& spec, const TouchedRow& row) {
        if (report_.problems.size() >= most_problems) return;
        const auto now = writer_.rows().find(spec, row.key());
        if (same_row(now, row.before)) return; // taken back already, or by another row's going
        const BaseDataWriter::Place place{cat("import ", number_), 0};
        if (!same_row(now, row.after)) {
            report_.problems.push_back(
                {place.file, 0, "",
                 cat(spec.name, " ", key_text(spec, row.key()), " was changed since ",
                     touched_since(session_, spec, now, row.key())),
                 "take the later import back first, or import the row as it shall be"});
            return;
        }
        ++report_.rows;
        if (row.before.empty())
            writer_.remove(spec, now, place);
        else
            writer_.put(spec, row.before, place);
    }

    Session& session_;
    BaseDataWriter& writer_;
    ImportReport& report_;
    std::int64_t number_;
};

} // namespace

void undo_rows(Session& session, BaseDataWriter& writer, ImportReport& report,
               std::int64_t number) {
    Undo(session, writer, report, number).run();
}

} // namespace besteld
