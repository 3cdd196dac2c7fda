// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report as names and texts, whatever file it stood in, and what it becomes.

#include "order/feedback.hpp"
#include "order/reading.hpp"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace besteld::parsers {

struct Report {
    std::string where; // "report 3", "row 7"
    std::map<std::string, std::string> fields;
    std::vector<std::map<std::string, std::string>> lines;
};

inline constexpr std::size_t most_reports = 10'000;
inline constexpr std::size_t most_lines = 1'000;
inline constexpr std::size_t longest_text = 1'000;

bool is_line_field(std::string_view name);
std::expected<Feedback, Problem> feedback_of(const Report& report);

Problem report_problem(const std::string& where, std::string code, std::string text,
                       std::string hint);

} // namespace besteld::parsers
