// SPDX-License-Identifier: Apache-2.0
#pragma once

// The labelled fields of a printed order, into its draft.

#include "parsers/pdf/label_values.hpp"
#include "parsers/read.hpp"

#include <set>
#include <vector>

namespace besteld::parsers::pdf {

struct HeadSource {
    const std::vector<PageRow>& rows;
    std::set<const PageRow*> taken; // rows of the table of lines
    std::uint32_t part = 0;
    std::string received_date; // for "week 12" and the like
};

// Fills what the draft does not have yet: numbers, dates, parties, terms, references. A value that
// reads in two ways, and two values that contradict each other, are problems of the draft.
void read_head_fields(const HeadSource& source, OrderDraft& draft);

} // namespace besteld::parsers::pdf
