// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.hpp"

#include <string>
#include <vector>

namespace besteld {

// Every row of a table in the order of its key, a page at a time; rows behind the last page may
// change or go meanwhile.
class BaseDataScan {
public:
    BaseDataScan(Session& session, const FileSpec& spec)
        : session_(session), spec_(spec), names_(data_columns(session, spec.table)) {}
    std::vector<Columns> next(); // empty at the end

private:
    Session& session_;
    const FileSpec& spec_;
    std::vector<std::string> names_;
    std::vector<Value> last_;
};

} // namespace besteld
