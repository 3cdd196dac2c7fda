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

// By the database's clock: whoever marks a row as sent need not think of it.
inline constexpr std::string_view figures_sqlite = R"sql(
CREATE TRIGGER outbox_sent AFTER UPDATE OF state ON outbox
WHEN NEW.state = 'sent' AND OLD.state <> 'sent'
BEGIN UPDATE outbox SET sent_at = CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)
      WHERE id = NEW.id; END;
)sql";
inline constexpr std::string_view figures_postgres = R"sql(
CREATE FUNCTION outbox_sent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    NEW.sent_at := CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT);
    RETURN NEW; END $$;
CREATE TRIGGER outbox_sent BEFORE UPDATE OF state ON outbox
    FOR EACH ROW WHEN (NEW.state = 'sent' AND OLD.state <> 'sent') EXECUTE FUNCTION outbox_sent();
)sql";

} // namespace besteld
