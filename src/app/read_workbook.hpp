// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/base_data.hpp"

#include <string>
#include <vector>

namespace besteld {

bool is_workbook(const std::string& path);
// Each visible sheet as a table of base data; the sheet's name says which, or, when it is the only
// one, the file's. Hidden sheets are left out.
void add_sheets(const std::string& path, std::vector<TextTable>& tables,
                std::vector<ImportProblem>& problems);

} // namespace besteld
