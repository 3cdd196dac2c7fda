// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What goes to other systems, and what comes back from them.
inline constexpr std::string_view hand_offs_schema = R"sql(
-- An outbox of its own beside that of answers: these rows have no recipient, language or proof of
-- consent, but wait for a receipt. A revision that nobody released cannot be handed off.
CREATE TABLE hand_off (
    id {id},
    key {text} NOT NULL, way {text} NOT NULL CHECK (way IN ('folder','webhook')),
    target {text} NOT NULL CHECK (target IN ('erp','warehouse','production')),
    kind {text} NOT NULL,
    case_id BIGINT NOT NULL, revision BIGINT NOT NULL,
    state {text} NOT NULL CHECK (state IN ('pending','sent','retry','failed')),
    attempts BIGINT NOT NULL DEFAULT 0,
    ready_at BIGINT, lease_owner {text}, fence BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL, sent_at BIGINT,
    answer_by BIGINT, alarmed_at BIGINT, answered_at BIGINT,
    said {text} NOT NULL, number {text} NOT NULL, remark {text} NOT NULL,
    sha256 {text} REFERENCES blob (sha256),
    last_reply {text} NOT NULL, body {text} NOT NULL,
    UNIQUE (key, way),
    FOREIGN KEY (case_id, revision) REFERENCES case_release (case_id, revision));
CREATE INDEX hand_off_ready ON hand_off (ready_at, id) WHERE ready_at IS NOT NULL;
CREATE INDEX hand_off_case ON hand_off (case_id, id);
CREATE INDEX hand_off_open ON hand_off (state, id) WHERE state <> 'sent';
CREATE INDEX hand_off_unanswered ON hand_off (answer_by, id)
    WHERE answer_by IS NOT NULL AND answered_at IS NULL;

-- Each report counts once, by the sender's own key: whatever way it comes, however often.
CREATE TABLE feedback (
    id {id},
    kind {text} NOT NULL, key {text} NOT NULL, sha256 {text} NOT NULL,
    channel {text} NOT NULL, message_id BIGINT NOT NULL REFERENCES message (id),
    position BIGINT NOT NULL, case_id BIGINT REFERENCES order_case (id),
    received_at BIGINT NOT NULL,
    state {text} NOT NULL CHECK (state IN ('applied','known','waiting','refused')),
    remark {text} NOT NULL, body {text} NOT NULL,
    UNIQUE (kind, key));
CREATE INDEX feedback_case ON feedback (case_id, id);
CREATE INDEX feedback_waiting ON feedback (received_at, id) WHERE state = 'waiting';
)sql";

} // namespace besteld
