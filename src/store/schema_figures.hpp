// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What reports walk: a period of an event, a period of receipts.
inline constexpr std::string_view figures_schema = R"sql(
CREATE INDEX event_name ON event (event, at, id);
CREATE INDEX case_received ON order_case (received_at, id);
-- When the next server took it; NULL for rows sent before this column was there.
ALTER TABLE outbox ADD COLUMN sent_at BIGINT;
)sql";

} // namespace besteld
