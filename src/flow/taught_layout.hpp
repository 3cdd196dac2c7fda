// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people taught of a customer's tables, as readers are told of it. A reader does not know
// whose bytes it reads: who sent them is found from a first reading, and only where that customer's
// headings were taught is the message read again with them.

#include "flow/judge.hpp"
#include "store/taught_headings.hpp"

#include <optional>
#include <vector>

namespace besteld {

TableLayout layout_of(const std::vector<TaughtHeading>& taught);

// For the customer who is known for sure from the reading; nothing: nobody taught anything.
std::optional<TableLayout> taught_layout(Store& store, const FlowSettings& settings,
                                         const StoredMessage& message, const Reading& reading);

} // namespace besteld
