// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// The whole agreement model (domain.md 4.1): what the first base data step did not hold. A rule
// that may be for a customer, a price group or everybody has a scope_key: "customer:NO",
// "group:NAME", "all" ("list" of prices). A rule for a group of items has an empty sku.
inline constexpr std::string_view agreement_model_schema = R"sql(
ALTER TABLE customer ADD COLUMN vat {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN vat_checked_on {text};
ALTER TABLE customer ADD COLUMN phone {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN bank_account {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN bill_to_gln {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN bill_to_name {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN bill_to_postcode {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN bill_to_house_no {text} NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN phone {text} NOT NULL DEFAULT '';
CREATE TABLE licence (
    customer {text} NOT NULL REFERENCES customer (no), kind {text} NOT NULL, number {text} NOT NULL,
    valid_to {text}, PRIMARY KEY (customer, kind, number)) {without rowid};

ALTER TABLE agreement ADD COLUMN check_tolerance {text} NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN price_date_basis {text} NOT NULL DEFAULT 'received';
ALTER TABLE agreement ADD COLUMN line_value_tolerance BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN quantity_over_percent BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN quantity_under_percent BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN date_tolerance_days BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN maximum_parts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN transport_days BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN horizon_days BIGINT NOT NULL DEFAULT 180;
ALTER TABLE agreement ADD COLUMN rush_fee BIGINT;
ALTER TABLE agreement ADD COLUMN credit_currency {text} NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN overdue_days_allowed BIGINT NOT NULL DEFAULT 14;
ALTER TABLE agreement ADD COLUMN oldest_overdue_days BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN credit_as_of BIGINT;
ALTER TABLE agreement ADD COLUMN required_fields {text} NOT NULL DEFAULT '';

ALTER TABLE item ADD COLUMN maximum_quantity BIGINT;
ALTER TABLE item ADD COLUMN sell_from {text};
ALTER TABLE item ADD COLUMN item_group {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN mix_group {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN former_skus {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN classes {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN properties {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN floor_price BIGINT;
ALTER TABLE item ADD COLUMN floor_currency {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN lead_days BIGINT;
ALTER TABLE item ADD COLUMN shelf_life_days BIGINT;
ALTER TABLE item ADD COLUMN tax_category {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN tax_percent BIGINT;
CREATE INDEX item_of_group ON item (item_group);
-- Derived from items: the numbers they had before, and the words of their names in all languages.
CREATE TABLE item_former (
    sku_key {text} NOT NULL, sku {text} NOT NULL,
    PRIMARY KEY (sku_key, sku)) {without rowid};
CREATE INDEX item_former_sku ON item_former (sku);
CREATE TABLE item_word (
    word {text} NOT NULL, sku {text} NOT NULL,
    PRIMARY KEY (word, sku)) {without rowid};
CREATE INDEX item_word_sku ON item_word (sku);

-- A price may be for a group of items: sku is empty then, and no foreign key.
CREATE TABLE price_of_all (
    id {id}, scope {text} NOT NULL, scope_key {text} NOT NULL,
    sku {text} NOT NULL, item_group {text} NOT NULL DEFAULT '', from_quantity BIGINT NOT NULL,
    amount BIGINT NOT NULL, base_quantity BIGINT NOT NULL, unit {text} NOT NULL,
    currency {text} NOT NULL, valid_from {text} NOT NULL, valid_to {text},
    break_basis {text} NOT NULL DEFAULT 'line',
    UNIQUE (scope_key, sku, item_group, currency, unit, from_quantity, valid_from));
INSERT INTO price_of_all (scope, scope_key, sku, from_quantity, amount, base_quantity, unit,
                          currency, valid_from, valid_to)
    SELECT scope, scope_key, sku, from_quantity, amount, base_quantity, unit, currency, valid_from,
           valid_to FROM price ORDER BY id;
DROP TABLE price;
ALTER TABLE price_of_all RENAME TO price;

ALTER TABLE promotion ADD COLUMN delivered_from {text};
ALTER TABLE promotion ADD COLUMN maximum_quantity BIGINT;
ALTER TABLE promotion ADD COLUMN price BIGINT;
ALTER TABLE promotion ADD COLUMN exclusive BIGINT NOT NULL DEFAULT 0;
CREATE TABLE charge_rule (
    id {id}, scope {text} NOT NULL, scope_key {text} NOT NULL, code {text} NOT NULL,
    is_allowance BIGINT NOT NULL, level {text} NOT NULL, sku {text} NOT NULL,
    item_group {text} NOT NULL, percent BIGINT, amount BIGINT, from_value BIGINT,
    below_value BIGINT, from_quantity BIGINT, currency {text} NOT NULL, sequence BIGINT NOT NULL,
    valid_from {text} NOT NULL, valid_to {text},
    UNIQUE (scope_key, sku, item_group, code, sequence, valid_from));
CREATE TABLE assortment (
    scope {text} NOT NULL, scope_key {text} NOT NULL, sku {text} NOT NULL,
    item_group {text} NOT NULL, allowed BIGINT NOT NULL, valid_from {text} NOT NULL,
    valid_to {text}, PRIMARY KEY (scope_key, sku, item_group, valid_from)) {without rowid};
CREATE INDEX assortment_closed ON assortment (scope_key, allowed, valid_from);
CREATE TABLE quantity_rule (
    scope {text} NOT NULL, scope_key {text} NOT NULL, sku {text} NOT NULL REFERENCES item (sku),
    minimum BIGINT, maximum BIGINT, quota BIGINT, multiple BIGINT, sales_unit {text} NOT NULL,
    rounding {text} NOT NULL, ask_above_percent BIGINT,
    PRIMARY KEY (scope_key, sku)) {without rowid};
CREATE TABLE substitution (
    scope {text} NOT NULL, scope_key {text} NOT NULL, sku {text} NOT NULL REFERENCES item (sku),
    substitute {text} NOT NULL REFERENCES item (sku), ratio BIGINT NOT NULL,
    keep_price BIGINT NOT NULL, mode {text} NOT NULL,
    PRIMARY KEY (scope_key, sku, substitute)) {without rowid};
CREATE TABLE quotation (
    customer {text} NOT NULL REFERENCES customer (no), number_key {text} NOT NULL,
    number {text} NOT NULL, sku {text} NOT NULL REFERENCES item (sku), price BIGINT NOT NULL,
    base_quantity BIGINT NOT NULL, unit {text} NOT NULL, currency {text} NOT NULL,
    maximum_quantity BIGINT, valid_from {text} NOT NULL, valid_to {text} NOT NULL,
    PRIMARY KEY (customer, number_key, sku)) {without rowid};

ALTER TABLE ship_to ADD COLUMN unloading_from {text} NOT NULL DEFAULT '';
ALTER TABLE ship_to ADD COLUMN unloading_to {text} NOT NULL DEFAULT '';
ALTER TABLE ship_to ADD COLUMN calendar {text} NOT NULL DEFAULT '';
ALTER TABLE ship_to ADD COLUMN region {text} NOT NULL DEFAULT '';
ALTER TABLE ship_to ADD COLUMN phone {text} NOT NULL DEFAULT '';
ALTER TABLE ship_to ADD COLUMN transport_days BIGINT;
ALTER TABLE ship_to ADD COLUMN valid_from {text};
ALTER TABLE ship_to ADD COLUMN valid_to {text};
CREATE TABLE closed_day (
    calendar {text} NOT NULL, day {text} NOT NULL, name {text} NOT NULL,
    PRIMARY KEY (calendar, day)) {without rowid};
ALTER TABLE item_reference ADD COLUMN factor BIGINT;
ALTER TABLE item_reference ADD COLUMN status {text} NOT NULL DEFAULT 'confirmed';
CREATE TABLE batch (
    sku {text} NOT NULL REFERENCES item (sku), number {text} NOT NULL, quantity BIGINT NOT NULL,
    best_before {text}, PRIMARY KEY (sku, number)) {without rowid};
ALTER TABLE framework ADD COLUMN valid_from {text};
ALTER TABLE framework ADD COLUMN release_minimum BIGINT;
ALTER TABLE framework ADD COLUMN release_maximum BIGINT;
ALTER TABLE framework ADD COLUMN over_call_percent BIGINT NOT NULL DEFAULT 0;
ALTER TABLE framework ADD COLUMN total_value BIGINT;
ALTER TABLE framework ADD COLUMN called_value BIGINT NOT NULL DEFAULT 0;
ALTER TABLE framework ADD COLUMN currency {text} NOT NULL DEFAULT '';
ALTER TABLE framework ADD COLUMN called_off_at BIGINT;
-- party_key: the longest word of the party's name, folded; an order looks its parties' words up.
CREATE TABLE embargo (
    party_key {text} NOT NULL, country {text} NOT NULL, party {text} NOT NULL,
    item_class {text} NOT NULL, clause {text} NOT NULL,
    PRIMARY KEY (party_key, country, party, item_class)) {without rowid};
-- Orders from before this program: what customers are used to.
CREATE TABLE order_history (
    customer {text} NOT NULL REFERENCES customer (no), order_no {text} NOT NULL,
    line {text} NOT NULL, ordered_on {text} NOT NULL, sku {text} NOT NULL, quantity BIGINT NOT NULL,
    net BIGINT NOT NULL, currency {text} NOT NULL, PRIMARY KEY (customer, order_no, line));
CREATE INDEX order_history_day ON order_history (customer, ordered_on, order_no);
CREATE INDEX order_history_item ON order_history (customer, sku, ordered_on);

-- What we ourselves accepted, for history, quotas, call-offs and exposure; and the words of
-- customers for items. Both outlive the base data they name, so they have no foreign keys to it.
CREATE TABLE accepted_order (
    case_id BIGINT PRIMARY KEY REFERENCES order_case (id), revision BIGINT NOT NULL,
    customer_no {text} NOT NULL, day {text} NOT NULL, accepted_at BIGINT NOT NULL,
    currency {text} NOT NULL, net BIGINT NOT NULL, gross BIGINT NOT NULL, uninvoiced BIGINT NOT NULL);
CREATE INDEX accepted_order_day ON accepted_order (customer_no, day);
CREATE INDEX accepted_order_open ON accepted_order (customer_no, currency) WHERE uninvoiced = 1;
CREATE TABLE accepted_line (
    case_id BIGINT NOT NULL REFERENCES accepted_order (case_id), line BIGINT NOT NULL,
    customer_no {text} NOT NULL, sku {text} NOT NULL, day {text} NOT NULL, quantity BIGINT NOT NULL,
    amount BIGINT NOT NULL, framework_key {text} NOT NULL,
    PRIMARY KEY (case_id, line)) {without rowid};
CREATE INDEX accepted_line_item ON accepted_line (customer_no, sku, day);
CREATE INDEX accepted_line_framework ON accepted_line (customer_no, framework_key, sku)
    WHERE framework_key <> '';

-- changed_by: the last editor; an approval is another person's, and any later change takes it away.
CREATE TABLE learned_phrase (
    id {id}, customer {text} NOT NULL, phrase {text} NOT NULL, sku {text} NOT NULL,
    unit {text} NOT NULL, factor BIGINT,
    confirmations BIGINT NOT NULL, contradictions BIGINT NOT NULL,
    status {text} NOT NULL CHECK (status IN ('active', 'review', 'revoked')),
    expires_on {text}, created_at BIGINT NOT NULL, created_by {text} NOT NULL,
    changed_at BIGINT NOT NULL, changed_by {text} NOT NULL CHECK (changed_by <> ''),
    approved_at BIGINT, approved_by {text}, last_case_id BIGINT,
    UNIQUE (customer, phrase, sku),
    CHECK (approved_by IS NULL OR (approved_by <> '' AND approved_by <> changed_by)));
CREATE TABLE learned_phrase_use (
    phrase_id BIGINT NOT NULL REFERENCES learned_phrase (id),
    case_id BIGINT NOT NULL REFERENCES order_case (id),
    PRIMARY KEY (phrase_id, case_id)) {without rowid};
)sql";

inline constexpr std::string_view deviation_scope_schema = R"sql(
ALTER TABLE agreement ADD COLUMN deviation_scope {text} NOT NULL DEFAULT '';
)sql";

inline constexpr std::string_view agreed_changes_schema = R"sql(
ALTER TABLE customer ADD COLUMN change_quantities {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN partial_changes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN made_to_order BIGINT NOT NULL DEFAULT 0;
)sql";

} // namespace besteld
