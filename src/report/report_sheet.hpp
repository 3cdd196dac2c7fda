// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report on paper: its table as a sheet (sheet.hpp), ready for print_sheets.

#include "report/report.hpp"
#include "report/sheet.hpp"

#include <string>

namespace besteld {

struct SheetOwner {
    std::string name;     // whose figures they are
    std::string language; // of the words
    Date printed_on{};
};
Sheet sheet_of(const Report& report, const ReportWords& words, Drill drill,
               const SheetOwner& owner);

} // namespace besteld
