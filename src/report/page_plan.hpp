// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which slab stands on which page. A slab never breaks, a table's headings stand above its rows on
// every page, and what keeps with its next is not parted from it unless a page cannot hold both.

#include "report/slabs.hpp"

#include <vector>

namespace besteld {

struct PageRoom { // millimetres from the page's top
    double first_top = 0;
    double next_top = 0;
    double bottom = 0;
};

struct PlacedSlab {
    const Slab* slab = nullptr; // of the flow
    double top = 0;
};

// At least one page, which may be empty.
std::vector<std::vector<PlacedSlab>> plan_pages(const Flow& flow, const PageRoom& room);

} // namespace besteld
