// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of one import: written with their history and what follows from them, counted, told.

#include "store/base_data.hpp"
#include "store/base_data_guard.hpp"
#include "store/history.hpp"

#include <string>

namespace besteld {

class BaseDataWriter {
public:
    struct Place {
        std::string file;
        int row = 0;
    };

    BaseDataWriter(Session& session, Stamp stamp, ImportReport& report, Tell tell)
        : session_(session), rows_(session, stamp), report_(report), tell_(tell) {}

    // The row as it shall be: new, changed or as it was. Columns it does not name stay.
    // A change may be an end, by its date.
    void put(const FileSpec& spec, const Columns& row, const Place& place,
             RowFate change = RowFate::changed);
    // A row that is there goes; its past stays.
    void remove(const FileSpec& spec, const Columns& row, const Place& place);
    // Before a row goes: what else names it, as a problem.
    void tell_who_names(const FileSpec& spec, const Columns& row, const Place& place);

    VersionedRows& rows() { return rows_; }
    // Whether anything of base_data_guard.hpp was changed; and a hash of exactly that.
    Guarded guarded() const { return guarded_; }
    std::string fingerprint() const;

private:
    void note(const FileSpec& spec, const Place& place, RowFate fate, const Columns& before,
              const Columns& after);
    FileReport& file_report(const FileSpec& spec, const std::string& file);

    Session& session_;
    VersionedRows rows_;
    ImportReport& report_;
    Tell tell_;
    Guarded guarded_ = Guarded::no;
    std::string guarded_changes_;
};

// What differs between two versions under the files' headings; `before` or `after` may be empty.
std::vector<CellChange> cell_changes(const FileSpec& spec, const Columns& before,
                                     const Columns& after);

} // namespace besteld
