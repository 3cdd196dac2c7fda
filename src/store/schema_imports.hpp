// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Imports of base data and who let them count. The tables' versions themselves: history.hpp.
inline constexpr std::string_view imports_schema = R"sql(
-- state: proposed waits for another person; applying holds inside one transaction only.
-- at: imported or proposed. effective_at: recorded_from of its rows, later than any import before.
CREATE TABLE base_data_import (
    id {id},
    undoes BIGINT REFERENCES base_data_import (id),
    undone_by BIGINT,
    state {text} NOT NULL CHECK (state IN ('proposed','applying','effective','refused')),
    actor {text} NOT NULL CHECK (actor <> ''), os_user {text} NOT NULL,
    at BIGINT NOT NULL, effective_at BIGINT,
    complete BIGINT NOT NULL, valid_from {text},
    rows_read BIGINT NOT NULL, added BIGINT NOT NULL, changed BIGINT NOT NULL,
    ended BIGINT NOT NULL, unchanged BIGINT NOT NULL,
    fingerprint {text} NOT NULL, reason {text} NOT NULL,
    UNIQUE (id, actor));
CREATE INDEX base_data_import_state ON base_data_import (state, id);
-- content: the cells of a proposed import, packed JSON; dropped when it is decided.
CREATE TABLE base_data_import_file (
    import_id BIGINT NOT NULL REFERENCES base_data_import (id), position BIGINT NOT NULL,
    name {text} NOT NULL, sha256 {text} NOT NULL, row_count BIGINT NOT NULL, content {blob},
    PRIMARY KEY (import_id, position));
-- A second person is another one than who proposed.
CREATE TABLE base_data_approval (
    import_id BIGINT PRIMARY KEY, proposed_by {text} NOT NULL,
    basis {text} NOT NULL
        CHECK (basis IN ('first_fill','nothing_guarded','one_person','second_person')),
    approved_by {text}, at BIGINT NOT NULL,
    FOREIGN KEY (import_id, proposed_by) REFERENCES base_data_import (id, actor),
    CHECK (basis <> 'second_person'
           OR (approved_by IS NOT NULL AND approved_by <> '' AND approved_by <> proposed_by)),
    CHECK (basis = 'second_person' OR approved_by IS NULL));
)sql";

// What was decided stays so, and an approval is given once.
inline constexpr std::string_view imports_sqlite = R"sql(
CREATE TRIGGER base_data_import_stays BEFORE UPDATE OF id, actor, at, state ON base_data_import
WHEN OLD.state IN ('effective','refused') OR NEW.actor <> OLD.actor OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'an import that is decided is never changed'); END;
CREATE TRIGGER base_data_approval_no_update BEFORE UPDATE ON base_data_approval
BEGIN SELECT RAISE(ABORT, 'an approval is given once'); END;
CREATE TRIGGER base_data_approval_no_delete BEFORE DELETE ON base_data_approval
BEGIN SELECT RAISE(ABORT, 'an approval is given once'); END;
CREATE TRIGGER base_data_first_fill BEFORE INSERT ON base_data_approval
WHEN NEW.basis = 'first_fill'
     AND (EXISTS (SELECT 1 FROM customer) OR EXISTS (SELECT 1 FROM item))
BEGIN SELECT RAISE(ABORT, 'the first fill is that of an empty store'); END;
)sql";

inline constexpr std::string_view imports_postgres = R"sql(
CREATE FUNCTION base_data_import_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (OLD.state IN ('effective','refused') AND NEW.state <> OLD.state)
       OR NEW.actor <> OLD.actor OR NEW.at <> OLD.at OR NEW.id <> OLD.id
    THEN RAISE EXCEPTION 'an import that is decided is never changed'; END IF;
    RETURN NEW; END $$;
CREATE TRIGGER base_data_import_stays BEFORE UPDATE ON base_data_import
    FOR EACH ROW EXECUTE FUNCTION base_data_import_stays();
CREATE FUNCTION base_data_approval_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'an approval is given once'; END $$;
CREATE TRIGGER base_data_approval_once BEFORE UPDATE OR DELETE ON base_data_approval
    FOR EACH ROW EXECUTE FUNCTION base_data_approval_once();
CREATE FUNCTION base_data_first_fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.basis = 'first_fill'
       AND (EXISTS (SELECT 1 FROM customer) OR EXISTS (SELECT 1 FROM item))
    THEN RAISE EXCEPTION 'the first fill is that of an empty store'; END IF;
    RETURN NEW; END $$;
CREATE TRIGGER base_data_first_fill BEFORE INSERT ON base_data_approval
    FOR EACH ROW EXECUTE FUNCTION base_data_first_fill();
)sql";

} // namespace besteld
