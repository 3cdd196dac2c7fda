// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/judge.hpp"
#include "order/read_request.hpp"

#include <vector>

namespace besteld {

// What a reader is told of a message besides its bytes.
ReadRequest request_for(const FlowSettings& settings, std::vector<TableLayout> layouts,
                        const StoredMessage& message);

} // namespace besteld
