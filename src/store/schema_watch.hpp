// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What tells that something does not come: days on which something came, how the channels are
// doing, who is silent; and the way to what must be answered soonest.
inline constexpr std::string_view watch_schema = R"sql(
-- Per channel (customer_no is empty): messages; per customer and channel: orders. day: of 86,400,000
-- milliseconds since 1970 (UTC).
CREATE TABLE arrival (
    customer_no {text} NOT NULL, channel {text} NOT NULL, day BIGINT NOT NULL,
    first_at BIGINT NOT NULL, n BIGINT NOT NULL,
    PRIMARY KEY (customer_no, channel, day)) {without rowid};
CREATE INDEX arrival_day ON arrival (day);
INSERT INTO arrival (customer_no, channel, day, first_at, n)
    SELECT '', channel, received_at / 86400000, min(received_at), count(*)
    FROM message GROUP BY channel, received_at / 86400000;
INSERT INTO arrival (customer_no, channel, day, first_at, n)
    SELECT customer_no, channel, received_at / 86400000, min(received_at), count(*)
    FROM order_case WHERE customer_no <> '' AND kind = 'order' AND state <> 'duplicate'
    GROUP BY customer_no, channel, received_at / 86400000;

-- As the daemon that reads the channel last saw it. balanced_at: when all that the server still has
-- was last held against the store.
CREATE TABLE channel_state (
    channel {text} PRIMARY KEY, daemon {text} NOT NULL, condition {text} NOT NULL,
    looked_at BIGINT NOT NULL, since BIGINT NOT NULL,
    present BIGINT NOT NULL, listed BIGINT NOT NULL, stored BIGINT NOT NULL, gone BIGINT NOT NULL,
    balanced_at BIGINT, on_server BIGINT NOT NULL, held BIGINT NOT NULL, marked BIGINT NOT NULL,
    missed BIGINT NOT NULL, reason {text} NOT NULL);

CREATE TABLE silence (
    customer_no {text} NOT NULL, channel {text} NOT NULL, kind {text} NOT NULL,
    last_day {text} NOT NULL, expected {text} NOT NULL,
    weekday BIGINT NOT NULL, seen BIGINT NOT NULL, of_weeks BIGINT NOT NULL,
    from_minute BIGINT NOT NULL, until_minute BIGINT NOT NULL, pause BIGINT NOT NULL,
    noticed_at BIGINT NOT NULL, known_by {text} NOT NULL,
    PRIMARY KEY (customer_no, channel));

CREATE INDEX case_due ON order_case (due_rank, id) WHERE waiting = 1;
CREATE INDEX message_quarantined ON message (channel) WHERE state = 'quarantined';
)sql";

} // namespace besteld
