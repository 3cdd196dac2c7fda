// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report in the form and the language that somebody wants.

#include "report/report.hpp"
#include "store/store.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace besteld {

// templates/<language>/reports.txt, and what the pages call checks and events. Throws
// std::runtime_error when there is none.
ReportWords report_words(const std::filesystem::path& templates, std::string_view language);

// Whose figures they are, for paper.
struct PrintedFor {
    std::string owner; // our name
    std::string language;
    Date day{};
};
// "table", "csv", "json", "pdf"; the error says which forms there are, or that fonts are missing.
std::expected<std::string, std::string> printed(const Report& report, std::string_view form,
                                                const ReportWords& words, Drill drill,
                                                const PrintedFor& paper);

// Figures leave the house: the event chain says whose hands they went through.
void note_export(Store& store, std::string_view report, std::string_view form, const User& reader,
                 Instant now);

// Whose work needs figures of single customers and orders (domain.md 8).
SmallGroups small_groups_for(Role role);

} // namespace besteld
