// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace besteld {

// `besteld report`: which figures of which days, and how they are printed.
struct ReportCommand {
    std::string name;
    bool list = false;
    std::string from; // ISO dates, both in the period
    std::string to;
    std::optional<std::string> day; // "2026-03-02", "2026-W10", "2026-03"; empty: the current one
    std::optional<std::string> week;
    std::optional<std::string> month;
    std::string by;
    std::string form = "table"; // table, csv, json, pdf
    std::string out;            // file; empty: standard output
    std::string language;
    std::string login; // who reads it: small groups are masked for roles without need
    std::size_t top = 25;
    bool orders = false;
};
int command_report(const std::filesystem::path& config_file, const ReportCommand& command);

} // namespace besteld
