// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every report by name: what it may be asked by, and which facts it is made of.

#include "report/ask.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct ReportKind {
    std::string_view name;
    std::vector<std::string_view> ways; // what `by` may be; the first one unless told otherwise
    bool of_now = false;                // as it stands, whatever the period
};
const std::vector<ReportKind>& report_kinds();
// What is asked for by this name, which may be one indicator's; nullptr when there is none.
const ReportKind* report_kind(std::string_view name);

struct ReportRequest {
    std::string name; // of a report, or of one indicator
    ReportAsk ask;
    SmallGroups small_groups = SmallGroups::shown;
};
// The error says which names or ways there are. Reads the store only.
std::expected<Report, std::string> make_report(Store& store, const ReportRequest& request);

} // namespace besteld
