// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.hpp"

namespace besteld {

// Figures stand at the right of their column, words and days at the left.
constexpr bool is_figure(Unit unit) {
    switch (unit) {
    case Unit::text:
    case Unit::key:
    case Unit::date:
        return false;
    case Unit::count:
    case Unit::quantity:
    case Unit::money:
    case Unit::percent:
    case Unit::hours:
    case Unit::days:
        return true;
    }
    return false;
}

} // namespace besteld
