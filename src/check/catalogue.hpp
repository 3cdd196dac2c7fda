// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one table of all checks (domain.md 4.3): code, severity, tolerance, reason and ways out.

#include "order/finding.hpp"
#include "order/terms.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace besteld {

struct CatalogueWay {
    Resolution resolution;
    bool lead_only = false;
};

struct CatalogueEntry {
    Check check;
    std::string_view code; // "F01"
    FindingSeverity severity;
    std::string_view reason;    // "R-PRICE"; empty when none is ever told
    std::string_view tolerance; // what passes without a person, in words; empty: nothing
    std::vector<CatalogueWay> ways;
};

std::span<const CatalogueEntry> catalogue();
const CatalogueEntry& entry_of(Check check);
std::string_view code_of(Check check);
// The catalogue's severity unless the customer's agreement says otherwise for this check.
FindingSeverity severity_of(Check check, const Terms& terms);

} // namespace besteld
