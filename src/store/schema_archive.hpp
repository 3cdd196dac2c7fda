// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What is archived, how long it must be there, who keeps it longer, who opened it again and what
// was erased. The rules stand here, whatever the program does: nothing is erased before its day or
// while a hold is open, an archived case is read-only, and an erased event keeps its place in the
// chain.
inline constexpr std::string_view archive_schema = R"sql(
-- number: 1 …, another one each time an order is opened again. retain_until: the last day.
CREATE TABLE archive_package (
    case_id BIGINT NOT NULL REFERENCES order_case (id), number BIGINT NOT NULL,
    file {text} NOT NULL, sha256 {text} NOT NULL, size BIGINT NOT NULL,
    class {text} NOT NULL CHECK (class IN ('order','letter','dropped')),
    archived_at BIGINT NOT NULL, retain_until {text} NOT NULL,
    PRIMARY KEY (case_id, number)) {without rowid};
CREATE INDEX archive_package_expiry ON archive_package (retain_until, case_id);
CREATE TABLE legal_hold (
    id {id}, case_id BIGINT NOT NULL REFERENCES order_case (id),
    because {text} NOT NULL CHECK (because <> ''),
    placed_by {text} NOT NULL CHECK (placed_by <> ''), placed_at BIGINT NOT NULL,
    lifted_by {text} CHECK (lifted_by <> ''), lifted_at BIGINT,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)));
CREATE INDEX legal_hold_open ON legal_hold (case_id) WHERE lifted_at IS NULL;
-- Two persons: who asks and who agrees.
CREATE TABLE reopening (
    id {id}, case_id BIGINT NOT NULL REFERENCES order_case (id),
    because {text} NOT NULL CHECK (because <> ''),
    asked_by {text} NOT NULL CHECK (asked_by <> ''), asked_at BIGINT NOT NULL,
    agreed_by {text} CHECK (agreed_by <> asked_by), agreed_at BIGINT);
CREATE UNIQUE INDEX reopening_open ON reopening (case_id) WHERE agreed_by IS NULL;
CREATE TABLE erasure (
    case_id BIGINT PRIMARY KEY REFERENCES order_case (id),
    at BIGINT NOT NULL, day {text} NOT NULL,
    erased_by {text} NOT NULL CHECK (erased_by <> ''),
    because {text} NOT NULL CHECK (because <> ''));
-- The event that says what was erased of this one; its hash stays that of the whole row.
ALTER TABLE event ADD COLUMN erased_by BIGINT;
CREATE INDEX event_message ON event (message_id, id) WHERE case_id = 0;
ALTER TABLE app_user ADD COLUMN mail {text} NOT NULL DEFAULT '';
-- Scheduled reports: what was sent, by the first day it speaks of.
CREATE TABLE report_sent (
    name {text} NOT NULL, first_day {text} NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (name, first_day)) {without rowid};
)sql";

// Bytes of a message may go when every case that was made of it is erased.
inline constexpr std::string_view archive_sqlite = R"sql(
CREATE TRIGGER erasure_allowed BEFORE INSERT ON erasure
WHEN coalesce((SELECT state FROM order_case WHERE id = NEW.case_id), '') <> 'archived'
     OR NOT EXISTS (SELECT 1 FROM archive_package p WHERE p.case_id = NEW.case_id)
     OR EXISTS (SELECT 1 FROM archive_package p
                WHERE p.case_id = NEW.case_id AND p.retain_until >= NEW.day)
     OR EXISTS (SELECT 1 FROM legal_hold h WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'only what is archived, expired and on no hold is erased'); END;
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'what was erased stays so'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'what was erased stays so'); END;
CREATE TRIGGER archive_package_no_update BEFORE UPDATE ON archive_package
WHEN NEW.retain_until < OLD.retain_until OR NEW.sha256 <> OLD.sha256
BEGIN SELECT RAISE(ABORT, 'a package is never changed and its term never shortened'); END;
CREATE TRIGGER archive_package_no_delete BEFORE DELETE ON archive_package
BEGIN SELECT RAISE(ABORT, 'what was archived stays so'); END;
CREATE TRIGGER legal_hold_no_update BEFORE UPDATE ON legal_hold
WHEN OLD.lifted_at IS NOT NULL OR NEW.case_id <> OLD.case_id
BEGIN SELECT RAISE(ABORT, 'a hold that is lifted stays so'); END;
CREATE TRIGGER legal_hold_no_delete BEFORE DELETE ON legal_hold
BEGIN SELECT RAISE(ABORT, 'a hold is lifted, not removed'); END;
CREATE TRIGGER archived_case_stays
BEFORE UPDATE OF draft, order_body, findings, corrections, customer_name ON order_case
WHEN OLD.state = 'archived' AND NEW.state = 'archived'
     AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = OLD.id)
     AND (NEW.draft <> OLD.draft OR NEW.order_body <> OLD.order_body
          OR NEW.findings <> OLD.findings OR NEW.corrections <> OLD.corrections
          OR NEW.customer_name <> OLD.customer_name)
BEGIN SELECT RAISE(ABORT, 'an archived order is read-only'); END;
CREATE TRIGGER message_bytes_stay BEFORE UPDATE OF sha256 ON message
WHEN NEW.sha256 <> OLD.sha256
     AND (NOT EXISTS (SELECT 1 FROM order_case c WHERE c.message_id = OLD.id)
          OR EXISTS (SELECT 1 FROM order_case c WHERE c.message_id = OLD.id
                     AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = c.id)))
BEGIN SELECT RAISE(ABORT, 'a message is kept until every order in it is erased'); END;
CREATE TRIGGER reading_stays BEFORE DELETE ON reading
WHEN EXISTS (SELECT 1 FROM order_case c WHERE c.message_id = OLD.message_id
             AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = c.id))
BEGIN SELECT RAISE(ABORT, 'a reading is kept until every order in it is erased'); END;
CREATE TRIGGER sent_bytes_stay BEFORE UPDATE OF sha256 ON outbox
WHEN OLD.sha256 IS NOT NULL AND NEW.sha256 IS NOT OLD.sha256
     AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'what was sent is kept until its order is erased'); END;
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'stored bytes are never changed'); END;
DROP TRIGGER event_no_update;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
WHEN NOT (OLD.erased_by IS NULL AND NEW.erased_by IS NOT NULL AND NEW.erased_by > OLD.id
          AND NEW.actor = 'erased' AND NEW.reason = ''
          AND NEW.id = OLD.id AND NEW.case_id = OLD.case_id AND NEW.message_id = OLD.message_id
          AND NEW.at = OLD.at AND NEW.number = OLD.number AND NEW.from_state = OLD.from_state
          AND NEW.to_state = OLD.to_state AND NEW.event = OLD.event AND NEW.role = OLD.role
          AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash
          AND EXISTS (SELECT 1 FROM erasure e JOIN order_case c ON c.id = e.case_id
                      WHERE c.id = OLD.case_id
                         OR (OLD.case_id = 0 AND c.message_id = OLD.message_id)))
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
)sql";

inline constexpr std::string_view archive_postgres = R"sql(
CREATE FUNCTION refuse_always() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
CREATE FUNCTION erasure_allowed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF coalesce((SELECT state FROM order_case WHERE id = NEW.case_id), '') <> 'archived'
       OR NOT EXISTS (SELECT 1 FROM archive_package p WHERE p.case_id = NEW.case_id)
       OR EXISTS (SELECT 1 FROM archive_package p
                  WHERE p.case_id = NEW.case_id AND p.retain_until >= NEW.day)
       OR EXISTS (SELECT 1 FROM legal_hold h WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL)
    THEN RAISE EXCEPTION 'only what is archived, expired and on no hold is erased'; END IF;
    RETURN NEW; END $$;
CREATE TRIGGER erasure_allowed BEFORE INSERT ON erasure
    FOR EACH ROW EXECUTE FUNCTION erasure_allowed();
CREATE TRIGGER erasure_stays BEFORE UPDATE OR DELETE ON erasure
    FOR EACH ROW EXECUTE FUNCTION refuse_always('what was erased stays so');
CREATE TRIGGER archive_package_no_update BEFORE UPDATE ON archive_package
    FOR EACH ROW WHEN (NEW.retain_until < OLD.retain_until OR NEW.sha256 <> OLD.sha256)
    EXECUTE FUNCTION refuse_always('a package is never changed and its term never shortened');
CREATE TRIGGER archive_package_no_delete BEFORE DELETE ON archive_package
    FOR EACH ROW EXECUTE FUNCTION refuse_always('what was archived stays so');
CREATE TRIGGER legal_hold_no_update BEFORE UPDATE ON legal_hold
    FOR EACH ROW WHEN (OLD.lifted_at IS NOT NULL OR NEW.case_id <> OLD.case_id)
    EXECUTE FUNCTION refuse_always('a hold that is lifted stays so');
CREATE TRIGGER legal_hold_no_delete BEFORE DELETE ON legal_hold
    FOR EACH ROW EXECUTE FUNCTION refuse_always('a hold is lifted, not removed');
CREATE FUNCTION archived_case_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = OLD.id)
    THEN RAISE EXCEPTION 'an archived order is read-only'; END IF;
    RETURN NEW; END $$;
CREATE TRIGGER archived_case_stays BEFORE UPDATE ON order_case
    FOR EACH ROW WHEN (OLD.state = 'archived' AND NEW.state = 'archived'
        AND (NEW.draft <> OLD.draft OR NEW.order_body <> OLD.order_body
             OR NEW.findings <> OLD.findings OR NEW.corrections <> OLD.corrections
             OR NEW.customer_name <> OLD.customer_name))
    EXECUTE FUNCTION archived_case_stays();
CREATE FUNCTION message_bytes_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM order_case c WHERE c.message_id = OLD.id)
       OR EXISTS (SELECT 1 FROM order_case c WHERE c.message_id = OLD.id
                  AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = c.id))
    THEN RAISE EXCEPTION 'a message is kept until every order in it is erased'; END IF;
    RETURN NEW; END $$;
CREATE TRIGGER message_bytes_stay BEFORE UPDATE ON message
    FOR EACH ROW WHEN (NEW.sha256 <> OLD.sha256) EXECUTE FUNCTION message_bytes_stay();
CREATE FUNCTION reading_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM order_case c WHERE c.message_id = OLD.message_id
               AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = c.id))
    THEN RAISE EXCEPTION 'a reading is kept until every order in it is erased'; END IF;
    RETURN OLD; END $$;
CREATE TRIGGER reading_stays BEFORE DELETE ON reading
    FOR EACH ROW EXECUTE FUNCTION reading_stays();
CREATE FUNCTION sent_bytes_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = OLD.case_id)
    THEN RAISE EXCEPTION 'what was sent is kept until its order is erased'; END IF;
    RETURN NEW; END $$;
CREATE TRIGGER sent_bytes_stay BEFORE UPDATE ON outbox
    FOR EACH ROW WHEN (OLD.sha256 IS NOT NULL AND NEW.sha256 IS DISTINCT FROM OLD.sha256)
    EXECUTE FUNCTION sent_bytes_stay();
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
    FOR EACH ROW EXECUTE FUNCTION refuse_always('stored bytes are never changed');
CREATE OR REPLACE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.erased_by IS NULL AND NEW.erased_by IS NOT NULL AND NEW.erased_by > OLD.id
           AND NEW.actor = 'erased' AND NEW.reason = ''
           AND NEW.id = OLD.id AND NEW.case_id = OLD.case_id AND NEW.message_id = OLD.message_id
           AND NEW.at = OLD.at AND NEW.number = OLD.number AND NEW.from_state = OLD.from_state
           AND NEW.to_state = OLD.to_state AND NEW.event = OLD.event AND NEW.role = OLD.role
           AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash
           AND EXISTS (SELECT 1 FROM erasure e JOIN order_case c ON c.id = e.case_id
                       WHERE c.id = OLD.case_id
                          OR (OLD.case_id = 0 AND c.message_id = OLD.message_id))
        THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'the event log is append-only'; END $$;
)sql";

} // namespace besteld
