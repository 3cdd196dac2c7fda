// SPDX-License-Identifier: Apache-2.0
#pragma once

// What warehouse, production, finance and the ERP system report (docs/hand-off.md), as JSON or CSV.
// One bad report does not stop the others: it becomes a problem that names it. Strict otherwise: an
// unknown field is a fault, for it may hold what matters.

#include "order/feedback.hpp"
#include "order/reading.hpp"

#include <string_view>
#include <vector>

namespace besteld::parsers {

struct ReadReports {
    std::string format; // "feedback_json", "feedback_csv"
    std::vector<Feedback> feedback;
    std::vector<Problem> problems;
};

ReadReports read_feedback(std::string_view bytes, const ReadHint& hint);

} // namespace besteld::parsers
