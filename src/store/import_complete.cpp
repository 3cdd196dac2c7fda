// SPDX-License-Identifier: Apache-2.0

// Files that are complete: what they do not name has ended. A row with valid_to ends by it and
// stays to be seen; any other goes, and its past stays.
#include "base/text.hpp"
#include "store/base_data_scan.hpp"
#include "store/base_data_text.hpp"
#include "store/import_followers.hpp"
#include "store/import_steps.hpp"

#include <algorithm>
#include <ranges>
#include <set>

namespace besteld {

namespace {

const std::string* date_in(const Columns& row, std::string_view column) {
    const auto found = row.find(column);
    return found == row.end() ? nullptr : std::get_if<std::string>(&found->second);
}

class Ending {
public:
    Ending(Session& session, BaseDataWriter& writer, Date day)
        : session_(session), writer_(writer), day_(to_iso(day)),
          last_day_(to_iso(day - std::chrono::days{1})) {}

    void end(const FileSpec& spec, const Columns& row, const std::string& file) {
        if (spec.name == "identities" && is_derived_identity(session_, row)) return;
        const BaseDataWriter::Place place{file, 0};
        if (!row.contains("valid_to")) return writer_.remove(spec, row, place);
        if (const auto* to = date_in(row, "valid_to"); to && *to < day_) return; // has ended before
        if (const auto* from = date_in(row, "valid_from"); from && *from >= day_)
            return writer_.remove(spec, row, place); // would never have been valid
        auto ended = row;
        ended.insert_or_assign("valid_to", value(last_day_));
        writer_.put(spec, ended, place, RowFate::ended);
    }

private:
    Session& session_;
    BaseDataWriter& writer_;
    std::string day_;
    std::string last_day_;
};

} // namespace

void end_missing(Session& session, BaseDataWriter& writer, const std::vector<BaseTable>& tables,
                 Date day, ImportReport& report) {
    Ending ending(session, writer, day);
    // Backwards: whoever names another row goes before it.
    for (const auto& spec : file_specs() | std::views::reverse) {
        std::set<std::string> named;
        const BaseTable* file = nullptr;
        for (const auto& table : tables) {
            if (table.spec != &spec) continue;
            file = &table;
            for (const auto& row : table.rows)
                named.insert(exact_key(spec, row.columns));
        }
        if (!file) continue;
        BaseDataScan scan(session, spec);
        for (auto rows = scan.next(); !rows.empty(); rows = scan.next())
            for (const auto& row : rows) {
                if (report.problems.size() >= most_problems) return;
                if (!named.contains(exact_key(spec, row))) ending.end(spec, row, file->file);
            }
    }
}

} // namespace besteld
