// SPDX-License-Identifier: Apache-2.0

// The schema as numbered steps. Amounts and quantities are BIGINT millionths, instants BIGINT
// milliseconds, dates ISO text, structured values JSON text. Long columns come last, so that a scan
// of the short ones does not read them.
#include "store/schema.hpp"

#include "store/schema_alike.hpp"
#include "store/schema_api.hpp"
#include "store/schema_archive.hpp"
#include "store/schema_base_data.hpp"
#include "store/schema_changes.hpp"
#include "store/schema_deliveries.hpp"
#include "store/schema_dialogue.hpp"
#include "store/schema_figures.hpp"
#include "store/schema_filters.hpp"
#include "store/schema_hand_offs.hpp"
#include "store/schema_held.hpp"
#include "store/schema_imports.hpp"
#include "store/schema_interchanges.hpp"
#include "store/schema_papers.hpp"
#include "store/schema_people.hpp"
#include "store/schema_search.hpp"
#include "store/schema_service.hpp"
#include "store/schema_teach.hpp"
#include "store/schema_terms.hpp"
#include "store/schema_watch.hpp"

namespace besteld {

namespace {

constexpr std::string_view messages_and_counts = R"sql(
CREATE TABLE meta (name {text} PRIMARY KEY, content {text} NOT NULL);
CREATE TABLE tally (name {text} PRIMARY KEY, n BIGINT NOT NULL) {without rowid};
CREATE TABLE number_series (
    series {text} NOT NULL, year BIGINT NOT NULL, last BIGINT NOT NULL,
    PRIMARY KEY (series, year)) {without rowid};

CREATE TABLE blob (sha256 {text} PRIMARY KEY, size BIGINT NOT NULL, packed {blob} NOT NULL);

-- ready_at: when the row may be taken: 0 when new, the lease's end while leased, NULL when finished.
CREATE TABLE message (
    id {id},
    channel {text} NOT NULL, source_key {text} NOT NULL, file_name {text} NOT NULL,
    received_at BIGINT NOT NULL,
    sha256 {text} NOT NULL REFERENCES blob (sha256),
    state {text} NOT NULL CHECK (state IN ('stored','done','duplicate','quarantined','ignored')),
    attempts BIGINT NOT NULL DEFAULT 0,
    note {text} NOT NULL,
    ready_at BIGINT, lease_owner {text}, fence BIGINT NOT NULL DEFAULT 0,
    UNIQUE (channel, source_key));
CREATE INDEX message_ready ON message (id, ready_at) WHERE ready_at IS NOT NULL;
CREATE INDEX message_content ON message (sha256);

CREATE TABLE message_identity (
    kind {text} NOT NULL, key {text} NOT NULL,
    message_id BIGINT NOT NULL REFERENCES message (id),
    PRIMARY KEY (kind, key)) {without rowid};
CREATE TABLE mailbox_cursor (
    channel {text} PRIMARY KEY, uid_validity BIGINT NOT NULL, last_uid BIGINT NOT NULL);
CREATE TABLE reading (message_id BIGINT PRIMARY KEY REFERENCES message (id), packed {blob} NOT NULL);
)sql";

constexpr std::string_view cases_and_events = R"sql(
-- Rows in the queue's order: waiting first, then stake_rank (minus the money at stake), due_rank, id.
CREATE TABLE order_case (
    id {id},
    case_no {text} NOT NULL UNIQUE,
    message_id BIGINT NOT NULL REFERENCES message (id), document BIGINT NOT NULL,
    state {text} NOT NULL, waiting BIGINT NOT NULL, version BIGINT NOT NULL,
    official_no {text} UNIQUE, revision BIGINT NOT NULL,
    channel {text} NOT NULL, customer_no {text} NOT NULL, customer_name {text} NOT NULL,
    buyer_order_no {text} NOT NULL, buyer_order_key {text} NOT NULL, content_key {text} NOT NULL,
    currency {text} NOT NULL, first_check {text} NOT NULL, open_findings BIGINT NOT NULL,
    net BIGINT NOT NULL, at_stake BIGINT NOT NULL,
    stake_rank BIGINT NOT NULL, due_rank BIGINT NOT NULL,
    received_at BIGINT NOT NULL, due_at BIGINT,
    claimed_by {text} NOT NULL DEFAULT '', claimed_until BIGINT,
    editors {text} NOT NULL, corrections {text} NOT NULL, findings {text} NOT NULL,
    order_body {text} NOT NULL, draft {text} NOT NULL,
    UNIQUE (message_id, document));
CREATE INDEX case_queue ON order_case (waiting, stake_rank, due_rank, id);
CREATE INDEX case_state ON order_case (state, stake_rank, due_rank, id);
CREATE INDEX case_customer ON order_case (customer_no, waiting, stake_rank, due_rank, id);
CREATE INDEX case_buyer_order ON order_case (customer_no, buyer_order_key);
CREATE INDEX case_content ON order_case (customer_no, content_key);

-- Numbers and names by which a case is found, folded; searched by prefix.
CREATE TABLE case_term (
    term {text} NOT NULL, case_id BIGINT NOT NULL REFERENCES order_case (id),
    PRIMARY KEY (term, case_id)) {without rowid};
CREATE INDEX case_term_case ON case_term (case_id);
CREATE TABLE open_finding (
    check_name {text} NOT NULL, waiting BIGINT NOT NULL,
    stake_rank BIGINT NOT NULL, due_rank BIGINT NOT NULL,
    case_id BIGINT NOT NULL REFERENCES order_case (id),
    PRIMARY KEY (check_name, waiting, stake_rank, due_rank, case_id)) {without rowid};
CREATE INDEX open_finding_case ON open_finding (case_id);

-- What accepted orders were promised, per order; and the sum per article and day, which is all the
-- checks need and stays small.
CREATE TABLE promise (
    case_id BIGINT NOT NULL REFERENCES order_case (id), sku {text} NOT NULL, day {text} NOT NULL,
    quantity BIGINT NOT NULL, PRIMARY KEY (case_id, sku, day)) {without rowid};
CREATE TABLE promised (
    sku {text} NOT NULL, day {text} NOT NULL, quantity BIGINT NOT NULL,
    PRIMARY KEY (sku, day)) {without rowid};

CREATE TABLE event (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL, message_id BIGINT NOT NULL, at BIGINT NOT NULL,
    number {text} NOT NULL, from_state {text} NOT NULL, to_state {text} NOT NULL, event {text} NOT NULL,
    role {text} NOT NULL, actor {text} NOT NULL, reason {text} NOT NULL,
    previous_hash {text} NOT NULL, hash {text} NOT NULL UNIQUE);
CREATE INDEX event_case ON event (case_id, id);
CREATE TABLE chain_head (one BIGINT PRIMARY KEY CHECK (one = 1), last_id BIGINT NOT NULL, hash {text} NOT NULL);
INSERT INTO chain_head (one, last_id, hash) VALUES (1, 0, '');
)sql";

constexpr std::string_view outbox_and_people = R"sql(
-- Who let a revision go out. A second pair of eyes is another person's.
CREATE TABLE case_release (
    case_id BIGINT NOT NULL REFERENCES order_case (id), revision BIGINT NOT NULL,
    released_by {text} NOT NULL CHECK (released_by <> ''), second_by {text},
    at BIGINT NOT NULL,
    PRIMARY KEY (case_id, revision),
    CHECK (second_by IS NULL OR second_by <> released_by));

-- A confirmation or a proposal cannot exist before its release.
CREATE TABLE outbox (
    id {id},
    idempotency_key {text} NOT NULL UNIQUE,
    case_id BIGINT REFERENCES order_case (id), message_id BIGINT REFERENCES message (id),
    release_revision BIGINT,
    channel {text} NOT NULL CHECK (channel IN ('mail','edi_folder')),
    kind {text} NOT NULL, mail_id {text} UNIQUE, recipient {text} NOT NULL,
    state {text} NOT NULL
        CHECK (state IN ('pending','talking','sent','retry','failed','ambiguous','held')),
    attempts BIGINT NOT NULL DEFAULT 0, next_attempt_at BIGINT,
    ready_at BIGINT, lease_owner {text}, fence BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL, sha256 {text} REFERENCES blob (sha256),
    last_reply {text} NOT NULL, answer {text} NOT NULL,
    FOREIGN KEY (case_id, release_revision) REFERENCES case_release (case_id, revision),
    CHECK (kind NOT IN ('confirmation','proposal')
           OR (case_id IS NOT NULL AND release_revision IS NOT NULL)));
CREATE INDEX outbox_ready ON outbox (ready_at, id) WHERE ready_at IS NOT NULL;
CREATE INDEX outbox_case ON outbox (case_id, id);
CREATE INDEX outbox_state ON outbox (state, id);

CREATE TABLE app_user (
    login {text} PRIMARY KEY, name {text} NOT NULL, role {text} NOT NULL, language {text} NOT NULL,
    password_hash {text} NOT NULL, active BIGINT NOT NULL);
CREATE TABLE login_session (
    token_hash {text} PRIMARY KEY, login {text} NOT NULL REFERENCES app_user (login),
    until BIGINT NOT NULL);
)sql";

constexpr std::string_view append_only_sqlite = R"sql(
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
)sql";

constexpr std::string_view append_only_postgres = R"sql(
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the event log is append-only'; END $$;
CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
)sql";

} // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> steps{
        {"messages and counts", messages_and_counts, "", ""},
        {"cases and events", cases_and_events, append_only_sqlite, append_only_postgres},
        {"outbox and people", outbox_and_people, "", ""},
        {"base data", base_data_schema, "", ""},
        {"agreement model", agreement_model_schema, "", ""},
        {"imports and history", imports_schema, imports_sqlite, imports_postgres},
        {"scope of deviations", deviation_scope_schema, "", ""},
        {"changes", changes_schema, "", ""},
        {"deliveries", deliveries_schema, "", ""},
        {"hand-offs", hand_offs_schema, "", ""},
        {"complaints", service_schema, "", ""},
        {"figures", figures_schema, figures_sqlite, figures_postgres},
        {"archive", archive_schema, archive_sqlite, archive_postgres},
        {"the dialogue with the customer", dialogue_schema, "", ""},
        {"search", search_schema, "", ""},
        {"what is agreed about changes", agreed_changes_schema, "", ""},
        {"papers of the house", papers_schema, "", ""},
        {"numbers of interchanges", interchanges_schema, "", ""},
        {"decisions that can be taken back", held_schema, "", ""},
        {"findings that are alike", alike_schema, "", ""},
        {"filters that people keep", filters_schema, "", ""},
        {"second factors and who looked at what", people_schema, "", ""},
        {"what does not come", watch_schema, "", ""},
        {"programs that act for people", api_schema, "", ""},
        {"what people taught of tables", teach_schema, "", ""},
    };
    return steps;
}

} // namespace besteld
