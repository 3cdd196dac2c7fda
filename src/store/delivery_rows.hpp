// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows beneath a Fulfilment.

#include "order/fulfilment.hpp"
#include "store/session.hpp"

namespace besteld {

std::vector<FulfilmentLine> lines_of(Session& session, std::int64_t case_id);
std::vector<Delivery> deliveries_of(Session& session, std::int64_t case_id);
// A change has moved lines: what they were delivered moves with them. A line that is gone must not
// have been delivered (StoreFault).
void renumber_lines(Session& session, std::int64_t case_id,
                    const std::vector<std::optional<std::uint32_t>>& came_from);
std::vector<InvoiceRequest> requests_of(Session& session, std::int64_t case_id);

} // namespace besteld
