// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/draft.hpp"
#include "order/reading.hpp"

#include <string>

namespace besteld {

// Why nobody should open this part of a mail ("a program (.js)", "a document with macros (.xlsm)"),
// or empty. Judged by name, type and what the readers noted; never by opening it.
std::string danger_of(const PartInfo& part);
// The same for what a reader could not open because it is locked: "an encrypted PDF"; else empty.
std::string locked_content(const Problem& problem);

} // namespace besteld
