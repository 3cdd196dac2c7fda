// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/text/passage.hpp"

namespace besteld::parsers {

// The sentences that no rule used and that are no greeting or thanks: what a clerk must see
// (CK-A06).
std::vector<Field> find_unread(const Passage& passage, const std::vector<Sentence>& sentences);

} // namespace besteld::parsers
