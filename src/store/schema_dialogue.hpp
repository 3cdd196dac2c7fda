// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// The dialogue with the customer: what falls due about a case, and which automatic mails its
// message has paid for.
inline constexpr std::string_view dialogue_schema = R"sql(
-- escalated: nobody answered in time; the case is in the queue although it waits for the customer.
ALTER TABLE order_case ADD COLUMN escalated BIGINT NOT NULL DEFAULT 0;
-- One row for each thing that is to be looked at when its time comes; flow/due.cpp names them.
CREATE TABLE duty (
    case_id BIGINT NOT NULL REFERENCES order_case (id), name {text} NOT NULL CHECK (name <> ''),
    due_at BIGINT NOT NULL, PRIMARY KEY (case_id, name)) {without rowid};
CREATE INDEX duty_due ON duty (due_at, case_id);
CREATE INDEX outbox_receipt ON outbox (recipient, created_at) WHERE kind = 'receipt';
-- Every automatic mail about a message spends what people have earned for it.
CREATE TABLE mail_credit (
    message_id BIGINT PRIMARY KEY REFERENCES message (id),
    earned BIGINT NOT NULL, spent BIGINT NOT NULL DEFAULT 0,
    CHECK (spent >= 0 AND spent <= earned));
CREATE TABLE mail_paid (
    outbox_id BIGINT PRIMARY KEY, message_id BIGINT NOT NULL REFERENCES mail_credit (message_id));
)sql";

} // namespace besteld
