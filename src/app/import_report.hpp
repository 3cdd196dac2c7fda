// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"

#include <string>
#include <vector>

namespace besteld {

// The files themselves; folders stand for the importable files in them. Sorted.
std::vector<std::string> importable_files(const std::vector<std::string>& paths);
// Into the request: workbooks sheet by sheet, other files as they are. What could not be opened.
std::vector<ImportProblem> add_files(const std::vector<std::string>& files, ImportRequest& request);
// To standard error: file, row, column, what is wrong and a way out.
void print_problems(const ImportReport& report);

} // namespace besteld
