// SPDX-License-Identifier: Apache-2.0
#include "app/import_report.hpp"

#include "app/read_workbook.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace besteld {

std::vector<std::string> importable_files(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        if (!std::filesystem::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            const auto extension = entry.path().extension();
            if (extension == ".csv" || extension == ".toml" || extension == ".json" ||
                extension == ".xlsx")
                files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::vector<ImportProblem> add_files(const std::vector<std::string>& files,
                                     ImportRequest& request) {
    std::vector<ImportProblem> unread;
    for (const auto& file : files) {
        if (is_workbook(file))
            add_sheets(file, request.tables, unread);
        else
            request.files.push_back(file);
    }
    return unread;
}

void print_problems(const ImportReport& report) {
    for (const auto& p : report.problems)
        std::fprintf(stderr, "%s:%d: %s%s%s\n", p.file.c_str(), p.row,
                     p.column.empty() ? "" : cat("column '", p.column, "': ").c_str(),
                     p.text.c_str(), p.hint.empty() ? "" : cat("\n  hint: ", p.hint).c_str());
    if (!report.problems.empty())
        std::fprintf(stderr, "%zu problems: nothing was imported\n", report.problems.size());
}

} // namespace besteld
